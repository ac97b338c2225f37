// Serves the built interface and the thumbnails at app://cotejo, with the same headers as the server.
import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { calls } from '../../contract'
import type { App, Logger } from '../../app/types'
import { SECURITY_HEADERS } from '../shared/headers'
import { findStatic } from '../shared/static-files'
import { resolveAppUrl, SCHEME } from './addresses'

/** Must be called before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const notFound = (): Response => new Response('Not found.', { status: 404, headers: SECURITY_HEADERS })

async function sendFile(root: string, path: string): Promise<Response> {
  const found = await findStatic(root, path)
  if (found === null) return notFound()
  return new Response(await readFile(found.file), {
    headers: { ...SECURITY_HEADERS, 'Content-Type': found.type },
  })
}

async function sendThumbnail(app: App, request: object, signal: AbortSignal): Promise<Response> {
  const params = calls['data.thumbnail'].params.safeParse(request)
  if (!params.success) return notFound()
  const { mime, base64 } = await app.call('data.thumbnail', params.data, { signal })
  const headers = { ...SECURITY_HEADERS, 'Content-Type': mime, 'Cache-Control': 'private, max-age=600' }
  return new Response(Buffer.from(base64, 'base64'), { headers })
}

/** @param root folder of the built renderer */
export function serveScheme(app: App, root: string, log: Logger): void {
  protocol.handle(SCHEME, async (request) => {
    const asked = resolveAppUrl(request.url, request.method)
    if (asked === null) return notFound()
    try {
      if (asked.kind === 'file') return await sendFile(root, asked.path)
      const { dataset, index, side } = asked
      const params = { dataset, index, ...(side === undefined ? {} : { side }) }
      return await sendThumbnail(app, params, request.signal)
    } catch (error) {
      log.warn(`app:// ${(error as Error).message}`)
      return notFound()
    }
  })
}
