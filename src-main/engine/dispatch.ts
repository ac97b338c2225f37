// From messages to handlers and back: validation at both ends of a call, cancellation, thinned progress.
import {
  engineCalls,
  toErrorShape,
  UserError,
  type EngineCallName,
  type EngineCallParams,
  type EngineCallResult,
  type EngineInput,
  type EngineOutput,
} from '../contract'
import { reportingTask } from './progress'
import type { Task } from './task'

export type EngineHandlers = {
  [N in EngineCallName]: (params: EngineCallParams<N>, task: Task) => Promise<EngineCallResult<N>>
}

export interface Dispatcher {
  receive(message: Exclude<EngineInput, { stop: true }>): void
  /** Cancels all that runs, and waits for it. */
  close(): Promise<void>
}

export function createDispatcher(
  handlers: EngineHandlers,
  send: (message: EngineOutput) => void,
): Dispatcher {
  const running = new Map<number, { abort: AbortController; done: Promise<void> }>()

  async function answer(id: number, call: string, raw: unknown, signal: AbortSignal): Promise<void> {
    try {
      if (!Object.hasOwn(engineCalls, call))
        throw new UserError('invalid-argument', `There is no call “${call}”.`)
      const name = call as EngineCallName
      const params = engineCalls[name].params.safeParse(raw)
      if (!params.success) throw new UserError('invalid-argument', `${name}: ${params.error.message}`)
      const task = reportingTask(signal, (progress) => send({ id, progress }))
      const handler = handlers[name] as (params: unknown, task: Task) => Promise<unknown>
      const result = await handler(params.data, task)
      send({ id, result })
    } catch (thrown) {
      const error = toErrorShape(thrown)
      if (error.code === 'fault') {
        const stack = thrown instanceof Error ? thrown.stack : String(thrown)
        send({ event: 'log', level: 'error', message: `${call} failed: ${stack}` })
      }
      send({ id, error })
    }
  }

  return {
    receive(message) {
      if ('cancel' in message) {
        running.get(message.cancel)?.abort.abort()
        return
      }
      const abort = new AbortController()
      const done = answer(message.id, message.call, message.params, abort.signal).finally(() =>
        running.delete(message.id),
      )
      running.set(message.id, { abort, done })
    },
    async close() {
      for (const { abort } of running.values()) abort.abort()
      await Promise.allSettled([...running.values()].map(({ done }) => done))
    },
  }
}
