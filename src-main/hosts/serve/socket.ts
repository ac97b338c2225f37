// The API over WebSocket: one session of app a connection, text frames only, everything bounded.
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { App, Logger } from '../../app/types'
import { createSession } from '../../app/session'
import { Rate } from './rate'

export interface SocketLimits {
  connections: number
  /** One frame: a picture to classify comes as base64. */
  frameBytes: number
  burst: number
  framesPerSecond: number
  /** What may wait for a page that does not read. */
  bufferedBytes: number
  pingMs: number
}

export const SOCKET_LIMITS: SocketLimits = {
  connections: 32,
  frameBytes: 64 * 1024 ** 2,
  burst: 500,
  framesPerSecond: 100,
  bufferedBytes: 64 * 1024 ** 2,
  pingMs: 30_000,
}

/** Close codes of RFC 6455. */
const GOING_AWAY = 1001
const UNSUPPORTED_DATA = 1003
const TRY_AGAIN_LATER = 1013

export class SocketDesk {
  private readonly server: WebSocketServer
  private readonly alive = new WeakSet<WebSocket>()
  private readonly pinging: NodeJS.Timeout

  constructor(
    private readonly app: App,
    private readonly log: Logger,
    private readonly limits: SocketLimits = SOCKET_LIMITS,
  ) {
    this.server = new WebSocketServer({
      noServer: true,
      maxPayload: limits.frameBytes,
      perMessageDeflate: false,
      clientTracking: true,
    })
    this.pinging = setInterval(() => this.ping(), limits.pingMs)
    this.pinging.unref()
  }

  /** Takes over a request for `/api` that the guard has let through. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.server.handleUpgrade(request, socket, head, (client) => this.serve(client))
  }

  async close(): Promise<void> {
    clearInterval(this.pinging)
    for (const client of this.server.clients) client.close(GOING_AWAY, 'Cotejo has ended.')
    const timer = setTimeout(() => this.server.clients.forEach((client) => client.terminate()), 500)
    await new Promise<void>((done) => this.server.close(() => done()))
    clearTimeout(timer)
  }

  private serve(client: WebSocket): void {
    // Without a listener a broken frame would end the process.
    client.on('error', (error) => this.log.warn(`serve: connection: ${error.message}`))
    if (this.server.clients.size > this.limits.connections) {
      client.close(TRY_AGAIN_LATER, 'Too many pages are open.')
      return
    }
    const rate = new Rate(this.limits.burst, this.limits.framesPerSecond)
    const session = createSession(this.app, (frame) => {
      if (client.readyState !== client.OPEN) return
      if (client.bufferedAmount > this.limits.bufferedBytes) client.terminate()
      else client.send(frame)
    })
    this.alive.add(client)
    client.on('pong', () => this.alive.add(client))
    client.on('close', () => session.close())
    client.on('message', (data, isBinary) => {
      if (client.readyState !== client.OPEN) return
      if (isBinary) client.close(UNSUPPORTED_DATA, 'Text frames only.')
      else if (!rate.take()) client.close(TRY_AGAIN_LATER, 'Too many calls at once.')
      else session.receive(data.toString())
    })
  }

  /** A page that has gone without a word is noticed by a ping that it does not answer. */
  private ping(): void {
    for (const client of this.server.clients) {
      if (!this.alive.has(client)) client.terminate()
      else {
        this.alive.delete(client)
        client.ping()
      }
    }
  }
}
