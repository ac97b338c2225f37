// Offers to go on with runs that ended only because the program did.
import type { App, Logger } from '../../app/types'
import type { Commands } from './commands'

/**
 * @param runs those that were in progress when the program ended; some wait in the queue again, some are gone
 */
export async function offerInterrupted(
  runs: readonly string[],
  app: App,
  commands: Pick<Commands, 'send'>,
  log: Logger,
): Promise<void> {
  if (runs.length === 0) return
  try {
    const now = new Map((await app.call('runs.list', {})).map(({ run, status }) => [run, status]))
    const ended = runs.filter((run) => ['crashed', 'cancelled'].includes(now.get(run) ?? ''))
    if (ended.length > 0) commands.send({ command: 'interrupted', runs: ended })
  } catch (thrown) {
    log.warn(`interrupted runs: ${(thrown as Error).message}`)
  }
}
