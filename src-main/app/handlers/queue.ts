// Calls about the queue: its order, and what in it is held.
import { type CallName } from '../../contract'
import { readQueue } from '../runs/queue-file'
import type { Services } from '../services'
import type { Handlers } from './index'

type Names = Extract<CallName, `queue.${string}`>

export function queueHandlers({ library, queue, runs, log }: Services): Pick<Handlers, Names> {
  return {
    'queue.get': async () => {
      if (library.lock !== null) return queue.state
      // A reader knows what the file says; what trains is told by the runs themselves.
      const active = (await runs.list()).find(({ status }) => status === 'running' || status === 'paused')
      const waiting = await readQueue(library.paths.queue, log)
      return { active: active?.run ?? null, waiting: waiting.map(({ run, held }) => ({ run, held })) }
    },

    'queue.move': async ({ run, before }) => {
      await library.checkWritable()
      await runs.get(run)
      await queue.move(run, before)
      return queue.state
    },

    'queue.hold': async ({ held, run }) => {
      await library.checkWritable()
      if (run !== undefined) await runs.get(run)
      await queue.hold(held, run)
      return queue.state
    },
  }
}
