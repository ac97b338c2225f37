// What the first click would wait for, done while nobody waits: the engine's start, and reading the newest runs.
import type { EngineClient } from '../engine-client/client'
import { describe } from '../errors'
import type { Logger } from '../types'
import type { RunStore } from './store'

/** As many as a comparison takes. */
const RUNS = 50

interface Services {
  engine: EngineClient
  runs: RunStore
  log: Logger
  compare(runs: string[], signal: AbortSignal): Promise<unknown>
}

/**
 * @param delay milliseconds, for the window to come up first
 * @returns to stop it when the program closes
 */
export function readAhead({ engine, runs, log, compare }: Services, delay: number): { stop(): void } {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    read().catch((thrown: unknown) => {
      // An engine that does not start says so itself, and again to whoever needs it.
      if (!abort.signal.aborted) log.warn(`Reading ahead: ${describe(thrown)}`)
    })
  }, delay)
  timer.unref()

  async function read(): Promise<void> {
    const tested = (await runs.list()).filter((one) => one.testAccuracy !== null).slice(0, RUNS)
    const asked = tested.map(({ run, name }) => ({ folder: runs.folder(run), name }))
    await engine.call('compare.ahead', { runs: asked }, { signal: abort.signal })
    // Compiles what a comparison of fifty goes through: a third of the time that it would take.
    const [first, second] = tested
    if (first && second) await compare([first.run, second.run], abort.signal)
  }

  return {
    stop() {
      clearTimeout(timer)
      abort.abort()
    },
  }
}
