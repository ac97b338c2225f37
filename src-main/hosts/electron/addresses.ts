// What the window may show and ask for: the rules of app://cotejo, without Electron, so that tests can try them.

export const SCHEME = 'app'
export const HOST = 'cotejo'
export const START_URL = `${SCHEME}://${HOST}/index.html`

function parse(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}

/** Is this a page of ours? `app:` has no origin in URL's sense, so scheme and host are compared. */
export function isOurs(url: string): boolean {
  const parsed = parse(url)
  return (
    parsed !== null &&
    parsed.protocol === `${SCHEME}:` &&
    parsed.host === HOST &&
    parsed.username === '' &&
    parsed.password === ''
  )
}

/** The window stays on its one page: routes are behind the `#`. */
export function isAllowedNavigation(url: string): boolean {
  const path = parse(url)?.pathname
  return isOurs(url) && (path === '/' || path === '/index.html')
}

/** Requests of the page that may leave it at all; the content security policy allows no others either. */
export function isAllowedRequest(url: string): boolean {
  const scheme = parse(url)?.protocol
  return isOurs(url) || scheme === 'data:' || scheme === 'blob:' || scheme === 'devtools:'
}

export type AppRequest =
  | { kind: 'file'; path: string }
  | { kind: 'thumbnail'; dataset: string; index: number; side: number | undefined }

/**
 * What a request to app:// asks for; null where it is none of ours.
 * `path` is still escaped and is checked by whoever opens the file.
 */
export function resolveAppUrl(url: string, method = 'GET'): AppRequest | null {
  if (!isOurs(url) || (method !== 'GET' && method !== 'HEAD')) return null
  const { pathname, searchParams } = new URL(url)
  if (!pathname.startsWith('/thumbnail/')) return { kind: 'file', path: pathname }
  const match = /^\/thumbnail\/([a-z0-9-]{1,80})\/(\d{1,9})$/.exec(pathname)
  const side = searchParams.get('side')
  if (match === null || (side !== null && !/^\d{1,4}$/.test(side))) return null
  return {
    kind: 'thumbnail',
    dataset: match[1]!,
    index: Number(match[2]),
    side: side === null ? undefined : Number(side),
  }
}

/** The parts of an IPC message's sender that say whether it is our page. */
export interface Sender {
  /** Null when the frame is already gone. */
  url: string | null
  isMainFrame: boolean
  isOurWindow: boolean
}

/** Only the main frame of our own window, showing our own page, may speak to the main side. */
export function isTrustedSender({ url, isMainFrame, isOurWindow }: Sender): boolean {
  return url !== null && isMainFrame && isOurWindow && isAllowedNavigation(url)
}
