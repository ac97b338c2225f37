// The HTTP server: checks each request, then hands it to the route that its path names.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIPv6, type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { UserError } from '../../contract'
import type { App, Logger } from '../../app/types'
import { givenToken, isFetchSiteAllowed, isHostAllowed, isOriginAllowed, isTokenRight } from './guard'
import { Rate } from './rate'
import { Refusal, sendError, sendRefusal } from './reply'
import { sendDownload, sendStatic, sendThumbnail } from './routes'
import { SOCKET_LIMITS, SocketDesk, type SocketLimits } from './socket'
import { UPLOAD_LIMITS, UploadDesk, type UploadLimits } from './uploads'

export interface ServeOptions {
  /** Loopback unless the user says otherwise. */
  host?: string
  /** 0 takes a free one. */
  port?: number
  /** Folder of the built renderer. */
  renderer: string
  log: Logger
  limits?: { socket?: Partial<SocketLimits>; upload?: Partial<UploadLimits>; connections?: number }
}

export interface Serving {
  /** The address to open, token included. */
  readonly address: string
  readonly origin: string
  readonly token: string
  readonly host: string
  readonly port: number
  /** Ends all connections and frees the port; the app stays open. */
  close(): Promise<void>
}

const MAX_CONNECTIONS = 256
/** Wrong tokens: a person mistypes a few times, a program guesses. */
const WRONG_TOKENS = { burst: 20, perSecond: 1 }

/**
 * Serves one app.
 * @throws UserError `address-in-use`, `no-permission` or `invalid-argument` where the address cannot be had
 */
export async function serve(app: App, options: ServeOptions): Promise<Serving> {
  const host = options.host ?? '127.0.0.1'
  const token = randomBytes(32).toString('base64url')
  const sockets = new SocketDesk(app, options.log, { ...SOCKET_LIMITS, ...options.limits?.socket })
  const uploads = new UploadDesk(app.uploads, { ...UPLOAD_LIMITS, ...options.limits?.upload })
  const wrong = new Rate(WRONG_TOKENS.burst, WRONG_TOKENS.perSecond)

  /** Refuses other sites' pages and other hosts' names. */
  const checkSource = (request: IncomingMessage, isPage: boolean): void => {
    if (!isHostAllowed(request.headers.host, host)) throw new Refusal(403, 'This host name is not served.')
    const site = request.headers['sec-fetch-site']
    // Following a link to the page is no more than opening it.
    const opensPage = isPage && request.headers['sec-fetch-mode'] === 'navigate'
    if (
      !isOriginAllowed(request.headers.origin, request.headers.host) ||
      !(opensPage || isFetchSiteAllowed(typeof site === 'string' ? site : undefined))
    ) {
      throw new Refusal(403, 'Requests from other pages are not served.')
    }
  }
  const checkToken = (request: IncomingMessage, query: URLSearchParams): void => {
    if (isTokenRight(givenToken(request, query), token)) return
    if (!wrong.take()) throw new Refusal(429, 'Too many wrong tokens.')
    throw new Refusal(401, 'Open the address that Cotejo printed, with its token.')
  }

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { path, query } = splitUrl(request.url)
    const [first, second, third, ...rest] = path.split('/').slice(1)
    const isProtected = first === 'thumbnail' || first === 'upload' || first === 'download' || first === 'api'
    checkSource(request, !isProtected)
    if (!isProtected) {
      allow(request, ['GET', 'HEAD'])
      return await sendStatic(options.renderer, path, request, response)
    }
    checkToken(request, query)
    if (first === 'thumbnail' && second && third && rest.length === 0) {
      allow(request, ['GET'])
      return await sendThumbnail(app, [second, third], query, response)
    }
    const download = first === 'download' ? /^([\w-]{1,128})\.([a-z]{2,5})$/.exec(second ?? '') : null
    if (download && third === undefined) {
      allow(request, ['GET'])
      return await sendDownload(app, download[1]!, download[2]!, response)
    }
    if (first === 'upload' && second === undefined) {
      allow(request, ['POST'])
      return await uploads.begin(response)
    }
    if (first === 'upload' && second && third) {
      allow(request, ['PUT'])
      return await uploads.put(second, unescape(third, ...rest), request, response)
    }
    throw new Refusal(404, 'Not found.')
  }

  const server = createServer((request, response) => {
    route(request, response).catch((thrown: unknown) => {
      if (response.headersSent) response.destroy()
      else if (thrown instanceof Refusal) sendRefusal(response, thrown)
      else if (!response.destroyed) {
        const shape = sendError(response, thrown)
        if (shape.code === 'fault') options.log.error(`serve: ${request.method} failed: ${stackOf(thrown)}`)
      }
    })
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    try {
      const { path, query } = splitUrl(request.url)
      checkSource(request, false)
      checkToken(request, query)
      if (path !== '/api') throw new Refusal(404, 'Not found.')
      sockets.accept(request, socket, head)
    } catch (thrown) {
      const status = thrown instanceof Refusal ? thrown.status : 400
      socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    }
  })
  server.maxConnections = options.limits?.connections ?? MAX_CONNECTIONS
  server.headersTimeout = 10_000
  // A large file over a slow line takes longer than Node's five minutes.
  server.requestTimeout = 30 * 60_000

  const port = await listen(server, host, options.port ?? 0)
  const origin = `http://${urlHost(host)}:${port}`
  return {
    address: `${origin}/?token=${token}`,
    origin,
    token,
    host,
    port,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      await sockets.close()
      server.closeAllConnections()
      await closed
      await uploads.close()
    },
  }
}

function allow(request: IncomingMessage, methods: readonly string[]): void {
  if (!methods.includes(request.method ?? '')) throw new Refusal(405, 'Not allowed.')
}

function splitUrl(url = '/'): { path: string; query: URLSearchParams } {
  // Not `new URL`: it would resolve `..` and a second host away before anyone has looked at them.
  const at = url.indexOf('?')
  return at < 0
    ? { path: url, query: new URLSearchParams() }
    : { path: url.slice(0, at), query: new URLSearchParams(url.slice(at + 1)) }
}

function unescape(...parts: (string | undefined)[]): string {
  try {
    return parts.map((part) => decodeURIComponent(part ?? '')).join('/')
  } catch {
    throw new Refusal(400, 'That path is not well formed.')
  }
}

const stackOf = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)

/** How a host is written in a URL: a wildcard address is no place to go to. */
function urlHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return isIPv6(host) ? `[${host}]` : host
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenError(error, host, port)))
    server.listen({ host, port, exclusive: true }, done)
  })
  return (server.address() as AddressInfo).port
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const detail = { host, port }
  if (error.code === 'EADDRINUSE') {
    return new UserError('address-in-use', `Port ${port} on ${host} is already in use.`, {
      detail,
      hint: 'Choose another with --port, or leave it out to take a free one.',
    })
  }
  if (error.code === 'EACCES') {
    return new UserError('no-permission', `Port ${port} may not be used without special rights.`, {
      detail: { ...detail, path: `port ${port}` },
      hint: 'Choose a port above 1023.',
    })
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new UserError('invalid-argument', `${host} is not an address of this machine.`, {
      detail,
      hint: 'Leave --host out to serve this machine only, or give 0.0.0.0 for all its addresses.',
    })
  }
  return error
}
