// What the desktop shows of runs outside of the window, and what it remembers of them for the next start.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppEvent, RunStatus } from '../../src-main/contract'
import { CrashLimit } from '../../src-main/hosts/electron/crash-limit'
import { offerInterrupted } from '../../src-main/hosts/electron/interrupted'
import { RunsInProgress } from '../../src-main/hosts/electron/runs-in-progress'
import { Unfinished } from '../../src-main/hosts/electron/unfinished'
import { memoryLog } from '../support/app'

const changed = (run: string, status: RunStatus, epochs = 0, epochsPlanned = 10) =>
  ({ event: 'run.changed', summary: { run, status, epochs, epochsPlanned } }) as unknown as AppEvent

describe('runs in progress', () => {
  it('are one bar, in which those that are done count', () => {
    const runs = new RunsInProgress()
    expect(runs.progress).toEqual({ value: -1, mode: 'none' })
    runs.hear(changed('a', 'queued'))
    runs.hear(changed('b', 'queued'))
    expect(runs.progress).toEqual({ value: 0, mode: 'normal' })
    runs.hear({ event: 'run.stage', run: 'a', stage: 'decode', done: 1, total: 2 })
    expect(runs.progress.mode).toBe('indeterminate')
    runs.hear(changed('a', 'running', 5))
    expect(runs.progress).toEqual({ value: 0.25, mode: 'normal' })
    expect(runs.hear(changed('a', 'done', 10))).toMatchObject({ run: 'a' })
    expect(runs.progress.value).toBe(0.5)
    runs.hear(changed('b', 'paused', 10, 0))
    expect(runs.progress).toEqual({ value: 1, mode: 'paused' })
    expect(runs.computes).toBe(false)
    expect(runs.busy).toEqual(['b'])
    expect(runs.hear(changed('b', 'cancelled', 3))).toMatchObject({ run: 'b' })
    expect([runs.progress.mode, runs.busy, runs.computes]).toEqual(['none', [], false])
  })

  it('end once, and old runs that are renamed do not', () => {
    const runs = new RunsInProgress()
    expect(runs.hear(changed('old', 'done'))).toBeNull()
    runs.hear(changed('a', 'running'))
    expect(runs.hear(changed('a', 'failed'))).not.toBeNull()
    expect(runs.hear(changed('a', 'failed'))).toBeNull()
    runs.hear(changed('c', 'queued'))
    runs.hear({ event: 'run.removed', run: 'c' })
    expect(runs.busy).toEqual([])
  })
})

describe('runs that were in progress', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'cotejo-unfinished-'))))
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const open = (library = '/library') => new Unfinished(join(folder, 'data', 'unfinished.json'), library)

  it('are known after a crash, once, and only in their own library', () => {
    open().keep(['a', 'b'])
    expect(open('/other').take()).toEqual([])
    open().keep(['a', 'b'])
    expect(open().take()).toEqual(['a', 'b'])
    expect(open().take()).toEqual([])
  })

  it('stay known when the program quits and ends them; those that ended before do not', () => {
    const unfinished = open()
    unfinished.keep(['a', 'b'])
    unfinished.keep(['b'])
    unfinished.freeze()
    unfinished.keep([])
    expect(open().take()).toEqual(['b'])
  })

  it('are none in a file that was tampered with', () => {
    const { file } = open()
    open().keep(['a'])
    for (const text of ['', '[]', '{"version":1,"library":"/library","runs":["../../x"]}', '\0']) {
      writeFileSync(file, text)
      expect(open().take(), text).toEqual([])
    }
    expect(() => readFileSync(file)).toThrow()
  })

  it('are offered where they ended, and not where they wait again or are gone', async () => {
    const sent: unknown[] = []
    const list = [
      { run: 'a', status: 'cancelled' },
      { run: 'b', status: 'queued' },
      { run: 'c', status: 'crashed' },
      { run: 'd', status: 'done' },
    ]
    const app = { call: async () => list } as never
    const commands = { send: (command: unknown) => void sent.push(command) }
    await offerInterrupted(['a', 'b', 'c', 'd', 'gone'], app, commands, memoryLog())
    await offerInterrupted(['b'], app, commands, memoryLog())
    await offerInterrupted([], app, commands, memoryLog())
    expect(sent).toEqual([{ command: 'interrupted', runs: ['a', 'c'] }])
  })
})

it('a window that fails again and again is not shown for ever', () => {
  let now = 0
  const limit = new CrashLimit(3, 1000, () => now)
  expect([1, 2, 3, 4].map(() => limit.forgives())).toEqual([true, true, true, false])
  limit.reset()
  expect(limit.forgives()).toBe(true)
  now = 5000
  expect([1, 2, 3, 4].map(() => limit.forgives())).toEqual([true, true, true, false])
})
