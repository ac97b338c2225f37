// When a library is opened, nobody runs anything in it: a run without an end was lost with the program that ran it,
// unless it still waits for its turn.
import { describe } from '../errors'
import type { Logger } from '../types'
import type { RunStore } from './store'

/**
 * Ends the history of every run that has no end.
 * @param waiting runs that are in the queue
 * @returns the runs that were ended so
 */
export async function endLostRuns(
  runs: RunStore,
  waiting: ReadonlySet<string>,
  log: Logger,
): Promise<string[]> {
  const lost: string[] = []
  for (const id of await runs.ids()) {
    if (waiting.has(id)) continue
    try {
      await runs.get(id)
      const digest = await runs.digest(id)
      if (digest.end !== null) continue
      const reason =
        digest.start === null
          ? 'The program ended before the turn of this run came.'
          : 'The program ended while it trained.'
      await runs.end(id, { status: 'crashed', reason, code: 'program-ended' })
      log.info(`Run ${id}: ${reason}`)
      lost.push(id)
    } catch (thrown) {
      log.warn(`Run ${id} could not be looked at: ${describe(thrown)}`)
    }
  }
  return lost
}
