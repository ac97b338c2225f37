// Tells interfaces that a run changed: the latest summary, in order, and none twice.
import { describe } from '../errors'
import type { Emit } from '../events'
import type { Logger } from '../types'
import type { RunStore } from './store'

interface Telling {
  /** Something changed since this summary was begun. */
  again: boolean
  done: Promise<void>
}

/**
 * Summaries are read from disk, which takes a moment. A run that changes faster than that gets fewer summaries,
 * never an older one after a newer.
 */
export class SummaryTeller {
  readonly #options: { runs: Pick<RunStore, 'summary'>; emit: Emit; log: Logger }
  readonly #telling = new Map<string, Telling>()
  /** What was said last of a run, as text. */
  readonly #said = new Map<string, string>()

  constructor(options: { runs: Pick<RunStore, 'summary'>; emit: Emit; log: Logger }) {
    this.#options = options
  }

  /** Resolves when a summary from now or later was told. */
  tell(run: string): Promise<void> {
    const current = this.#telling.get(run)
    if (current !== undefined) {
      current.again = true
      return current.done
    }
    const telling: Telling = { again: false, done: Promise.resolve() }
    this.#telling.set(run, telling)
    telling.done = this.#tell(run, telling)
    return telling.done
  }

  async #tell(run: string, telling: Telling): Promise<void> {
    const { runs, emit, log } = this.#options
    do {
      telling.again = false
      try {
        const summary = await runs.summary(run)
        const text = JSON.stringify(summary)
        if (this.#said.get(run) === text) continue
        this.#said.set(run, text)
        emit({ event: 'run.changed', summary })
      } catch (thrown) {
        log.warn(`Run ${run}: ${describe(thrown)}`)
      }
    } while (telling.again)
    this.#telling.delete(run)
  }
}
