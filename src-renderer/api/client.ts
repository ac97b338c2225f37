// Pairs replies with calls over any transport: ids, progress, cancelling, and the validation of what comes back.
import {
  appEvent,
  calls,
  errorShape,
  fromErrorShape,
  progress as progressShape,
  type AppEvent,
  type CallFrame,
  type CallInput,
  type CallName,
  type CallResult,
  UserError,
} from '../../src-main/contract'
import { type CallOptions } from './types'

interface Pending {
  name: CallName
  resolve(result: unknown): void
  reject(error: unknown): void
  onProgress?: CallOptions['onProgress']
}

/** The connection broke before the answer came. What was asked may or may not have been done. */
export class ConnectionLost extends Error {
  readonly code = 'connection-lost'
  constructor() {
    super('The connection to Cotejo was lost.')
    this.name = 'ConnectionLost'
  }
}

export interface Client {
  call<N extends CallName>(name: N, params: CallInput<N>, options?: CallOptions): Promise<CallResult<N>>
  listen(listener: (event: AppEvent) => void): () => void
  /** Feeds one reply frame from the transport. Frames that are not understood are ignored. */
  receive(frame: unknown): void
  /** Feeds one event from the transport. */
  receiveEvent(event: unknown): void
  /** Rejects every call that waits for an answer. */
  fail(error: unknown): void
}

/** @param send hands one frame to the transport, or throws if it cannot */
export function createClient(send: (frame: CallFrame) => void): Client {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(event: AppEvent) => void>()
  let lastId = 0

  function settle(id: number, act: (call: Pending) => void): void {
    const call = pending.get(id)
    if (!call) return
    pending.delete(id)
    act(call)
  }

  function call<N extends CallName>(
    name: N,
    params: CallInput<N>,
    options: CallOptions = {},
  ): Promise<CallResult<N>> {
    const { signal, onProgress } = options
    const id = ++lastId
    return new Promise<CallResult<N>>((resolve, reject) => {
      if (signal?.aborted) return reject(new UserError('cancelled', 'Cancelled.'))
      // The main side answers a cancelled call with `cancelled`, so the call stays pending until then.
      const abort = () => {
        if (!pending.has(id)) return
        try {
          send({ id: ++lastId, call: 'cancel', params: { id } })
        } catch {
          settle(id, (waiting) => waiting.reject(new ConnectionLost()))
        }
      }
      const done = () => signal?.removeEventListener('abort', abort)
      pending.set(id, {
        name,
        onProgress,
        resolve: (result) => (done(), resolve(result as CallResult<N>)),
        reject: (error) => (done(), reject(error)),
      })
      signal?.addEventListener('abort', abort, { once: true })
      try {
        send({ id, call: name, params })
      } catch (error) {
        settle(id, (waiting) => waiting.reject(error))
      }
    })
  }

  function receive(frame: unknown): void {
    if (typeof frame !== 'object' || frame === null || !('id' in frame) || typeof frame.id !== 'number')
      return
    if ('progress' in frame) {
      const now = progressShape.safeParse(frame.progress)
      if (now.success) pending.get(frame.id)?.onProgress?.(now.data)
    } else if ('error' in frame) {
      const shape = errorShape.safeParse(frame.error)
      const error = shape.success
        ? fromErrorShape(shape.data)
        : new UserError('fault', 'An answer could not be understood.')
      settle(frame.id, (waiting) => waiting.reject(error))
    } else {
      const result = 'result' in frame ? frame.result : undefined
      settle(frame.id, (waiting) => {
        const checked = calls[waiting.name].result.safeParse(result ?? {})
        if (checked.success) waiting.resolve(checked.data)
        else waiting.reject(new UserError('fault', `The answer to ${waiting.name} could not be understood.`))
      })
    }
  }

  function receiveEvent(event: unknown): void {
    const checked = appEvent.safeParse(event)
    if (checked.success) for (const listener of listeners) listener(checked.data)
  }

  return {
    call,
    receive,
    receiveEvent,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    fail(error) {
      for (const id of [...pending.keys()]) settle(id, (waiting) => waiting.reject(error))
    },
  }
}
