// `session` and `protocol`: what pages get, what they may, and where their requests go.
import { EventEmitter } from 'node:events'
import { app, needReady, preventable } from './app'
import { answer, tell } from './parent'

interface Asked {
  permission: string
  requestingUrl: string
  isMainFrame: boolean
  mediaTypes?: string[]
}
type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: Asked,
) => void
type CheckHandler = (contents: null, permission: string, origin: string, details: object) => boolean
type BeforeRequest = (details: { url: string }, answer: (decision: { cancel?: boolean }) => void) => void

class Session extends EventEmitter {
  // Without a handler Electron grants whatever is asked.
  request: RequestHandler = (_contents, _permission, say) => say(true)
  check: CheckHandler = () => true
  before: BeforeRequest = (_details, say) => say({})

  readonly webRequest = {
    onBeforeRequest: (handler: BeforeRequest): void => void (this.before = handler),
  }
  setPermissionRequestHandler = (handler: RequestHandler): void => void (this.request = handler)
  setPermissionCheckHandler = (handler: CheckHandler): void => void (this.check = handler)
  setDevicePermissionHandler = (): void => {}
}

export const defaultSession = new Session()
export const session = {
  get defaultSession(): Session {
    needReady('session')
    return defaultSession
  },
}

type Handler = (request: Request) => Response | Promise<Response>
const handlers = new Map<string, Handler>()
const standard = new Set<string>()

export const protocol = {
  registerSchemesAsPrivileged(
    schemes: { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }[],
  ) {
    if (app.ready)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard && privileges.secure) standard.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler) {
    needReady('protocol')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
}

interface AskedFor {
  url: string
  method: string
  headers: [string, string][]
}
answer('request', async ({ url, method, headers }: AskedFor) => {
  const decision = await new Promise<{ cancel?: boolean }>((done) => defaultSession.before({ url }, done))
  if (decision.cancel) return { cancelled: true }
  const scheme = new URL(url).protocol.slice(0, -1)
  const handler = handlers.get(scheme)
  // A page of a scheme that is not standard and secure has no origin, no storage and no camera.
  if (handler === undefined || !standard.has(scheme)) return { unknown: true }
  const response = await handler(new Request(url, { method, headers }))
  return {
    status: response.status,
    headers: [...response.headers],
    body: new Uint8Array(await response.arrayBuffer()),
  }
})

answer('permission', async (asked: Asked & { text?: string }) => {
  const { permission, requestingUrl, isMainFrame, mediaTypes = [] } = asked
  const origin = `${new URL(requestingUrl).protocol}//${new URL(requestingUrl).host}/`
  const check = mediaTypes.length > 0 ? mediaTypes : [undefined]
  const passes = check.every((mediaType) =>
    defaultSession.check(null, permission, origin, { requestingUrl, isMainFrame, mediaType }),
  )
  const granted =
    passes && (await new Promise<boolean>((done) => defaultSession.request(null, permission, done, asked)))
  if (granted && asked.text !== undefined) clipboardText = asked.text
  return granted
})

let clipboardText = ''
export const clipboard = {
  readText: (): string => clipboardText,
  writeText: (text: string): void => void (clipboardText = text),
}

answer('download', ({ url, filename }: { url: string; filename: string }) => {
  const event = preventable()
  const item = { getURL: () => url, getFilename: () => filename, on: () => item, once: () => item }
  defaultSession.emit('will-download', event, item, null)
  return event.defaultPrevented
})
export { tell }
