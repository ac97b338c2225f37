import { describe, expect, it } from 'vitest'
import type { AppEvent, RunSummary } from '../../contract'
import { SummaryTeller } from './teller'

function setup() {
  const state = { epochs: 0, failing: false, reads: 0 }
  const said: number[] = []
  const warned: string[] = []
  const teller = new SummaryTeller({
    runs: {
      async summary() {
        const { epochs } = state
        state.reads++
        await new Promise((done) => setTimeout(done, 5))
        if (state.failing) throw new Error('no')
        return { run: 'r', epochs } as RunSummary
      },
    },
    emit: (event: AppEvent) => void (event.event === 'run.changed' && said.push(event.summary.epochs)),
    log: { info: () => {}, warn: (message) => void warned.push(message), error: () => {} },
  })
  return { state, said, warned, teller }
}

describe('SummaryTeller', () => {
  it('says the latest last and skips what was overtaken', async () => {
    const { state, said, teller } = setup()
    const all: Promise<void>[] = []
    for (state.epochs = 1; state.epochs < 50; state.epochs++) all.push(teller.tell('r'))
    await Promise.all(all)
    expect(said).toEqual([1, 50])
    expect(state.reads).toBe(2)
  })

  it('says nothing twice, and goes on after a summary that could not be read', async () => {
    const { state, said, warned, teller } = setup()
    await teller.tell('r')
    await teller.tell('r')
    expect(said).toEqual([0])
    state.failing = true
    await teller.tell('r')
    expect(warned).toHaveLength(1)
    state.failing = false
    state.epochs = 1
    await teller.tell('r')
    expect(said).toEqual([0, 1])
  })
})
