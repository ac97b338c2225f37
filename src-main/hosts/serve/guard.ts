// Who may talk to the server. Three independent checks on every request:
// Host against DNS rebinding, Origin and Sec-Fetch-Site against other web pages, the token against other users.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

/** The name in a Host header, without the port; null where the header is not a plain host. */
export function hostName(header: string): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(header)
  return match ? match[1]!.toLowerCase() : null
}

/**
 * A page of another site can point its own name at this machine (DNS rebinding), but never an IP literal or
 * `localhost`. The port is not looked at, so that an SSH tunnel to another port works.
 * @param bound the host that the server was told to listen on
 */
export function isHostAllowed(header: string | undefined, bound: string): boolean {
  const name = header === undefined ? null : hostName(header)
  if (name === null) return false
  if (LOOPBACK_NAMES.has(name) || name === bound.toLowerCase()) return true
  if (isLoopback(bound)) return false
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0
}

/** A browser names the page that asks in Origin; only our own page may. Programs send none. */
export function isOriginAllowed(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

/** Browsers say where a request comes from; `same-site` is another port of this machine and just as foreign. */
export function isFetchSiteAllowed(site: string | undefined): boolean {
  return site === undefined || site === 'same-origin' || site === 'none'
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in constant time, whatever the lengths. */
export function isTokenRight(given: string | null | undefined, token: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(token))
}

/** The token of a request: `Authorization: Bearer …`, or `?token=` where a page cannot set headers. */
export function givenToken(request: IncomingMessage, query: URLSearchParams): string | null {
  const header = request.headers.authorization
  const bearer = header === undefined ? null : /^Bearer ([\w-]{1,200})$/i.exec(header)
  return bearer ? bearer[1]! : query.get('token')
}
