// A loopback server of files as a public storage answers: ranges, If-Range, an ETag; and that breaks off where it is
// told to.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WeightsServer {
  readonly url: string
  /** What it was asked: path, and where from. */
  readonly asked: { path: string; from: number }[]
  /** By the last part of the path. */
  readonly files: Map<string, Buffer>
  /** Positions at which a connection is broken, one after the other; then none. */
  breakAt: number[]
  /** Stops sending at this position and keeps the connection; null for none. */
  holdAt: number | null
  close(): Promise<void>
}

/** Calls `act` when what was written has left this process. */
const after = (response: ServerResponse, bytes: Buffer, act: () => void) =>
  // The first pieces are on their way with the headers; an empty body ends at once.
  response.write(bytes, () => setImmediate(act))

export async function serveWeights(): Promise<WeightsServer> {
  const files = new Map<string, Buffer>()
  const asked: WeightsServer['asked'] = []
  const server: Server = createServer((request, response) => {
    const name = (request.url ?? '').split('/').at(-1)!
    const body = files.get(name)
    const etag = body ? `"${body.length}-${body.subarray(0, 64).toString('hex')}"` : ''
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')
    const from = range && request.headers['if-range'] === etag ? Number(range[1]) : 0
    asked.push({ path: request.url ?? '', from })
    if (!body) return void response.writeHead(404).end()
    const headers = { ETag: etag, 'Content-Length': body.length - from }
    if (from > 0) {
      response.writeHead(206, {
        ...headers,
        'Content-Range': `bytes ${from}-${body.length - 1}/${body.length}`,
      })
    } else response.writeHead(200, headers)
    const stop = self.breakAt.length > 0 ? self.breakAt.shift()! : self.holdAt
    if (stop === null || stop >= body.length) return void response.end(body.subarray(from))
    const held = self.holdAt !== null && stop === self.holdAt
    after(response, body.subarray(from, Math.max(from, stop)), () => {
      if (!held) response.destroy()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const self: WeightsServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    files,
    breakAt: [],
    holdAt: null,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  return self
}
