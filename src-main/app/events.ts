// Who listens to app's events, and how they are told.
import type { AppEvent } from '../contract'
import { describe } from './errors'
import type { Logger } from './types'

export type Emit = (event: AppEvent) => void

export class Listeners {
  readonly #listeners = new Set<Emit>()
  readonly #log: Logger

  constructor(log: Logger) {
    this.#log = log
  }

  /** @returns a function that ends the listening */
  add(listener: Emit): () => void {
    // A wrapper of its own, so that one function added twice is two listeners.
    const entry: Emit = (event) => listener(event)
    this.#listeners.add(entry)
    return () => void this.#listeners.delete(entry)
  }

  /** Tells everyone. A listener that throws harms nobody else. */
  readonly emit: Emit = (event) => {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event)
      } catch (thrown) {
        this.#log.error(`A listener failed on ${event.event}: ${describe(thrown)}`)
      }
    }
  }

  clear(): void {
    this.#listeners.clear()
  }
}
