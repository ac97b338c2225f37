// queue.json: the runs that wait, so that they still wait when the library is opened again.
import { z } from 'zod'
import { id } from '../../contract'
import { describe } from '../errors'
import { ifThere, readJson, writeJson } from '../library/files'
import type { Logger } from '../types'

const waitingRun = z.object({ run: id, dataset: id, held: z.boolean() })
/** A run that waits for its turn. `held`: it is passed over until the user lets it go on. */
export type WaitingRun = z.infer<typeof waitingRun>

const queueFile = z.object({ version: z.literal(1), waiting: z.array(waitingRun) })

/** What waits in a library. A file that cannot be read is named in the log, and counts as empty. */
export async function readQueue(file: string, log: Logger): Promise<WaitingRun[]> {
  try {
    return (await ifThere(readJson(file, queueFile)))?.waiting ?? []
  } catch (thrown) {
    log.warn(`${file} cannot be read; the runs in it no longer wait: ${describe(thrown)}`)
    return []
  }
}

/** Writes a queue again and again, in order; between two writes only the last state counts. */
export class QueueWriter {
  readonly #file: string
  readonly #log: Logger
  #next: readonly WaitingRun[] | null = null
  #writing: Promise<void> | null = null

  constructor(file: string, log: Logger) {
    this.#file = file
    this.#log = log
  }

  /** Resolves when this state, or a later one, is on disk. What cannot be written is named in the log. */
  write(waiting: readonly WaitingRun[]): Promise<void> {
    this.#next = waiting.map((one) => ({ ...one }))
    return (this.#writing ??= this.#write().finally(() => (this.#writing = null)))
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#writing
  }

  async #write(): Promise<void> {
    while (this.#next !== null) {
      const waiting = this.#next
      this.#next = null
      await writeJson(this.#file, { version: 1, waiting }).catch((thrown) =>
        this.#log.error(`${this.#file} could not be written: ${describe(thrown)}`),
      )
    }
  }
}
