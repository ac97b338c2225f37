// How the server answers: JSON or nothing, always with the security headers, errors in the contract's shape.
import type { ServerResponse } from 'node:http'
import { toErrorShape, type ErrorCode, type ErrorShape } from '../../contract'
import { SECURITY_HEADERS } from '../shared/headers'

/** A refusal before any call is made; closes the connection, so that a body still on its way is not read. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  fault: 500,
  'not-found': 404,
  'dataset-not-found': 404,
  'run-not-found': 404,
  'disk-full': 507,
  'engine-stopped': 503,
  'no-permission': 403,
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  })
  response.end(body)
}

export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  response.setHeader('Connection', 'close')
  response.writeHead(refusal.status, {
    ...SECURITY_HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(`${refusal.message}\n`)
}

/** What was thrown by a call, as the page expects it. A fault keeps its words for the log. */
export function sendError(response: ServerResponse, thrown: unknown): ErrorShape {
  const shape = toErrorShape(thrown)
  sendJson(response, STATUS[shape.code] ?? 400, { error: shape })
  return shape
}
