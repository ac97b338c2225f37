// One HTTP(S) GET as a stream: redirects followed, a silent connection given up. Node's own client rather than
// fetch, because fetch may unpack what is downloaded and gives no say over a stalled connection.
import { get as httpGetPlain, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { cotejoVersion } from '../contract/version'

const MAX_REDIRECTS = 5

/** A request that failed, in words for people. */
export class HttpError extends Error {
  /** Whether another try may help. */
  readonly again: boolean
  /** Whether what came so far is of no use. */
  readonly restart: boolean

  constructor(message: string, options: { again: boolean; restart?: boolean; cause?: unknown }) {
    super(message, { cause: options.cause })
    this.name = 'HttpError'
    this.again = options.again
    this.restart = options.restart ?? false
  }
}

export interface HttpGetOptions {
  headers?: Record<string, string>
  signal: AbortSignal
  stallMs: number
}

/**
 * @returns the answer, its body not yet read; any status but a redirect
 * @throws HttpError when there is no answer; the abort error when `signal` says so
 */
export async function httpGet(url: string, options: HttpGetOptions): Promise<IncomingMessage> {
  let at = new URL(url)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await request(at, options)
    const { location } = response.headers
    if (![301, 302, 303, 307, 308].includes(response.statusCode ?? 0) || !location) return response
    response.destroy()
    const next = new URL(location, at)
    if (at.protocol === 'https:' && next.protocol !== 'https:')
      throw new HttpError(`${at.host} sends the download on to an unsafe address.`, { again: false })
    at = next
  }
  throw new HttpError(`${at.host} sends the download round in circles.`, { again: false })
}

function request(url: URL, { headers, signal, stallMs }: HttpGetOptions): Promise<IncomingMessage> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new HttpError(`${url.protocol} addresses are not supported.`, { again: false })
  const get = url.protocol === 'https:' ? httpsGet : httpGetPlain
  return new Promise((resolve, reject) => {
    let response: IncomingMessage | undefined
    const request = get(
      url,
      { headers: { 'User-Agent': `Cotejo/${cotejoVersion}`, ...headers }, signal, agent: false },
      (answer) => resolve((response = answer)),
    )
    // Also while the body comes: its reader then gets this error.
    request.setTimeout(stallMs, () =>
      (response ?? request).destroy(
        new HttpError(`${url.host} has sent nothing for ${stallMs / 1000} s.`, { again: true }),
      ),
    )
    request.on('error', (error: NodeJS.ErrnoException) =>
      reject(error instanceof HttpError || error.name === 'AbortError' ? error : explain(url, error)),
    )
  })
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'refuses the connection',
  ENOTFOUND: 'cannot be found; this computer may be offline',
  EAI_AGAIN: 'cannot be found; this computer may be offline',
  ETIMEDOUT: 'does not answer',
  ECONNRESET: 'broke the connection',
  ENETUNREACH: 'cannot be reached; this computer may be offline',
  EHOSTUNREACH: 'cannot be reached; this computer may be offline',
}

/** Node's certificate errors; another try does not help against a proxy that opens TLS. */
const isCertificate = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)

function explain(url: URL, error: NodeJS.ErrnoException): HttpError {
  const code = error.code ?? ''
  if (isCertificate(code))
    return new HttpError(`${url.host} does not prove who it is (${code}).`, { again: false, cause: error })
  const reason = REASONS[code] ?? `cannot be reached (${code || error.message})`
  return new HttpError(`${url.host} ${reason}.`, {
    again: code !== 'ENOTFOUND' && code !== 'ECONNREFUSED',
    cause: error,
  })
}
