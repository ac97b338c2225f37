import { describe, expect, it } from 'vitest'
import { engineStopped, exitReason, type EngineExit } from './exit'

const exit = (what: Partial<EngineExit>): EngineExit => ({
  code: null,
  signal: null,
  expected: false,
  lines: [],
  ...what,
})

describe('exitReason', () => {
  it('names the signal or the status', () => {
    expect(exitReason(exit({ signal: 'SIGSEGV' }))).toBe('The engine stopped by the signal SIGSEGV.')
    expect(exitReason(exit({ code: 3 }))).toBe('The engine stopped with the exit status 3.')
    expect(exitReason(exit({ startError: 'spawn node ENOENT' }))).toContain(
      'could not be started: spawn node ENOENT',
    )
  })

  it('quotes the line that tells most of what was printed', () => {
    const lines = [
      'node:internal/modules/run_main:123',
      '    throw err',
      'Error: Cannot find module x',
      '    at Module._resolve (node:internal:1:2)',
      'Node.js v20.20.2',
    ]
    expect(exitReason(exit({ code: 1, lines }))).toBe(
      'The engine stopped with the exit status 1: Error: Cannot find module x.',
    )
  })
})

describe('engineStopped', () => {
  it('carries status and signal, and thinks of memory where that is likely', () => {
    expect(engineStopped(exit({ code: 3 }))).toMatchObject({
      code: 'engine-stopped',
      detail: { exitCode: 3 },
    })
    const killed = engineStopped(exit({ signal: 'SIGKILL' }))
    expect(killed.detail).toMatchObject({ signal: 'SIGKILL' })
    expect(killed.hint).toContain('memory')
    const aborted = exit({ signal: 'SIGABRT', lines: ['FATAL ERROR: JavaScript heap out of memory'] })
    expect(engineStopped(aborted).hint).toContain('memory')
    expect(engineStopped(exit({ code: 3 })).hint).not.toContain('memory')
  })
})
