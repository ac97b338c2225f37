// Every call from an interface comes through here: parameters are validated, the handler called, the result
// validated, and whatever was thrown becomes a UserError.
import { calls, cancelled, UserError, type CallName } from '../contract'
import { asUserError, describe } from './errors'
import type { Handlers } from './handlers'
import { alreadyChecked } from './checked'
import { invalidParams } from './invalid'
import type { CallContext, Logger } from './types'

export class Router {
  readonly #handlers: Handlers
  readonly #log: Logger
  readonly #closing = new AbortController()
  readonly #running = new Set<Promise<unknown>>()

  constructor(handlers: Handlers, log: Logger) {
    this.#handlers = handlers
    this.#log = log
  }

  /** @throws UserError alone */
  async call(name: CallName, params: unknown, context: CallContext = {}): Promise<unknown> {
    const work = this.#call(name, params, context)
    this.#running.add(work)
    try {
      return await work
    } catch (thrown) {
      const error = asUserError(thrown)
      if (error.code === 'fault') this.#log.error(`${name} failed: ${describe(thrown)}`)
      throw error
    } finally {
      this.#running.delete(work)
    }
  }

  /** Cancels every call and waits until they have ended. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.allSettled([...this.#running])
  }

  async #call(name: CallName, params: unknown, context: CallContext): Promise<unknown> {
    if (this.#closing.signal.aborted) throw cancelled()
    if (!Object.hasOwn(this.#handlers, name)) {
      throw new UserError('invalid-argument', `There is no call “${String(name).slice(0, 40)}” here.`)
    }
    const checked = calls[name].params.safeParse(params)
    if (!checked.success) throw invalidParams(name, checked.error)
    const signals = [this.#closing.signal, ...(context.signal ? [context.signal] : [])]
    const signal = AbortSignal.any(signals)
    if (signal.aborted) throw cancelled()
    const handler = this.#handlers[name as keyof Handlers] as (
      params: unknown,
      context: CallContext,
    ) => Promise<unknown>
    const answer = await handler(checked.data, { ...context, signal })
    if (alreadyChecked(answer, calls[name].result)) return answer
    const result = calls[name].result.safeParse(answer)
    if (!result.success) throw new Error(`The result of ${name} broke the contract: ${result.error.message}`)
    return result.data
  }
}
