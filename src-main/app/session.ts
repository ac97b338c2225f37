// One connection of an interface (a WebSocket, a window): frames in, frames out. Nothing that comes in can make
// it throw; calls that are in progress end with the connection.
import {
  callFrame,
  calls,
  isCallName,
  toErrorShape,
  UserError,
  type AppEvent,
  type Progress,
  type ReplyFrame,
} from '../contract'
import type { App } from './types'

export type SessionFrame = ReplyFrame | AppEvent

export interface Session {
  /** Takes one frame: JSON text, or the object itself. */
  receive(raw: unknown): void
  /** The connection is gone: cancels its calls, stops its events. */
  close(): void
}

export interface SessionLimits {
  /** Characters of a frame that comes as text. */
  readonly frame: number
  /** Calls in progress at the same time. */
  readonly calls: number
  /** Least time between two progress frames of a call, in ms. */
  readonly progressMs: number
}

export const sessionLimits: SessionLimits = { frame: 256 * 1024 ** 2, calls: 256, progressMs: 100 }

/**
 * @param send takes one frame as JSON text, ready for a socket or a message port
 */
export function createSession(
  app: App,
  send: (text: string) => void,
  limits: SessionLimits = sessionLimits,
): Session {
  const running = new Map<number, AbortController>()
  let closed = false

  function close(): void {
    if (closed) return
    closed = true
    unlisten()
    for (const abort of running.values()) abort.abort()
    running.clear()
  }

  function say(frame: SessionFrame): void {
    if (closed) return
    try {
      send(JSON.stringify(frame))
    } catch {
      // The connection went away before it was said so.
      close()
    }
  }

  const fail = (id: number, thrown: unknown) => say({ id, error: toErrorShape(thrown) })

  async function call(id: number, name: string, params: unknown): Promise<void> {
    if (name === 'cancel') {
      const target = calls.cancel.params.safeParse(params)
      if (!target.success) return fail(id, new UserError('invalid-argument', 'cancel: which call?'))
      running.get(target.data.id)?.abort()
      return say({ id, result: {} })
    }
    if (!isCallName(name)) return fail(id, new UserError('invalid-argument', `There is no call “${name}”.`))
    if (running.size >= limits.calls) {
      return fail(
        id,
        new UserError('invalid-argument', 'Too many calls at once.', { hint: 'Try again later.' }),
      )
    }
    const abort = new AbortController()
    running.set(id, abort)
    const progress = thinned((now) => say({ id, progress: now }), limits.progressMs)
    try {
      const result = await app.call(name, params as never, { signal: abort.signal, progress: progress.say })
      progress.end()
      say({ id, result })
    } catch (thrown) {
      progress.end()
      fail(id, thrown)
    } finally {
      running.delete(id)
    }
  }

  const unlisten = app.listen(say)
  return {
    close,
    receive(raw) {
      if (closed) return
      const frame = callFrame.safeParse(parsed(raw, limits.frame))
      if (!frame.success) {
        const id = idOf(raw, limits.frame)
        if (id !== null) fail(id, new UserError('invalid-argument', 'This is not a call.'))
        return
      }
      // A second call with the id of one in progress could not be told from it.
      if (running.has(frame.data.id)) return
      void call(frame.data.id, frame.data.call, frame.data.params)
    },
  }
}

/** The object that a frame is; undefined for text that is too long or not JSON. */
function parsed(raw: unknown, limit: number): unknown {
  if (typeof raw !== 'string') return raw
  if (raw.length > limit) return undefined
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}

/** The id in a frame that is otherwise wrong; also from the beginning of one that is too long. */
function idOf(raw: unknown, limit: number): number | null {
  if (typeof raw === 'string' && raw.length > limit) {
    const found = /^\s*\{\s*"id"\s*:\s*(-?\d{1,15})\b/.exec(raw.slice(0, 100))
    return found ? Number(found[1]) : null
  }
  const id = (parsed(raw, limit) as { id?: unknown } | null | undefined)?.id
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null
}

/** Says progress at most every `ms`; the last of a stage is never lost to the first of the next. */
function thinned(say: (now: Progress) => void, ms: number) {
  let waiting: Progress | null = null
  let timer: NodeJS.Timeout | null = null
  let lastStage: string | null = null

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (waiting === null) return
    lastStage = waiting.stage
    say(waiting)
    waiting = null
  }

  return {
    say(now: Progress): void {
      if (waiting !== null && waiting.stage !== now.stage) flush()
      waiting = now
      if (timer === null || now.stage !== lastStage) {
        flush()
        timer = setTimeout(() => {
          timer = null
          flush()
        }, ms)
      }
    },
    end: flush,
  }
}
