// A WebSocket that comes back by itself, waiting a little longer after each failure.
import { type ConnectionState } from './types'

export interface Socket {
  /** Sends now or, while connecting, as soon as the socket is open. Throws when the connection is lost. */
  send(text: string): void
  watch(listener: (state: ConnectionState) => void): () => void
}

interface SocketOptions {
  onMessage(text: string): void
  onLost(): void
  /**
   * Whether the server would turn this page away. A handshake does not tell: refused or not there, it just closes.
   * Rejects where the server cannot be reached.
   */
  isRefused?(): Promise<boolean>
  /** For tests. */
  open?: (url: string) => WebSocket
  wait?: (attempt: number) => number
}

/** 0.25, 0.5, 1, 2, 4, 8, 8… seconds. */
export const backoff = (attempt: number): number => Math.min(8000, 250 * 2 ** attempt)

/** Closed by the server because the token is wrong: coming back would not help. */
const refusedCodes = new Set([1008, 4001, 4401, 4403])

export function createSocket(url: string, options: SocketOptions): Socket {
  const open = options.open ?? ((address) => new WebSocket(address))
  const wait = options.wait ?? backoff
  const watchers = new Set<(state: ConnectionState) => void>()
  let state: ConnectionState = 'connecting'
  let socket: WebSocket
  let failures = 0
  let everOpen = false
  let waiting: string[] = []

  function change(next: ConnectionState): void {
    if (state === next) return
    state = next
    for (const watcher of watchers) watcher(state)
  }

  function connect(): void {
    socket = open(url)
    socket.onopen = () => {
      failures = 0
      everOpen = true
      const queued = waiting
      waiting = []
      for (const text of queued) socket.send(text)
      change('open')
    }
    socket.onmessage = (message: MessageEvent<unknown>) => {
      if (typeof message.data === 'string') options.onMessage(message.data)
    }
    socket.onclose = (event: CloseEvent) => {
      waiting = []
      options.onLost()
      // A handshake that is turned down (wrong token) never opens; after a few of those, say so.
      const refused = refusedCodes.has(event.code) || (!everOpen && failures >= 2)
      change(refused ? 'refused' : 'lost')
      if (!refusedCodes.has(event.code)) setTimeout(() => void comeBack(), wait(failures++))
    }
  }

  /** A server that was started again has a new token: then trying again would never end. */
  async function comeBack(): Promise<void> {
    if (everOpen && (await options.isRefused?.().catch(() => false))) change('refused')
    else connect()
  }

  connect()
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
      else if (socket.readyState === WebSocket.CONNECTING && state === 'connecting') waiting.push(text)
      else throw new Error('not connected')
    },
    watch(listener) {
      watchers.add(listener)
      listener(state)
      return () => watchers.delete(listener)
    },
  }
}
