// What each address of the server answers with. The guard has looked at the request before.
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { App } from '../../app/types'
import { calls, UserError } from '../../contract'
import { findStatic } from '../shared/static-files'
import { SECURITY_HEADERS } from '../shared/headers'
import { Refusal } from './reply'
import { zipFolder } from '../shared/zip'

/** The page, its scripts, styles, fonts and pictures. */
export async function sendStatic(
  root: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const found = await findStatic(root, path)
  if (found === null) throw new Refusal(404, 'Not found.')
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': found.type,
    'Content-Length': found.bytes,
    'Cache-Control': found.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(found.file), response)
}

/** A whole number from a URL, or a value that the contract's validator refuses. */
const whole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1)

/** GET /thumbnail/<dataset>/<index>?side=160 */
export async function sendThumbnail(
  app: App,
  [dataset, index]: readonly [string, string],
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  const side = query.get('side')
  const params = calls['data.thumbnail'].params.safeParse({
    dataset,
    index: whole(index),
    ...(side === null ? {} : { side: whole(side) }),
  })
  if (!params.success) {
    throw new UserError('invalid-argument', 'That is not a picture of a dataset.')
  }
  const signal = endOf(response)
  const { mime, base64 } = await app.call('data.thumbnail', params.data, { signal })
  const bytes = Buffer.from(base64, 'base64')
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': /^image\/(jpeg|png|webp)$/.test(mime) ? mime : 'application/octet-stream',
    'Content-Length': bytes.length,
    'Cache-Control': 'private, max-age=600',
  })
  response.end(bytes)
}

/** What a download of a single file may be, and what it is sent as; always to be saved, never to be shown. */
const singleFiles: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  ipynb: 'application/x-ipynb+json',
}

/** The only file of a download, as it is. */
async function sendSingle(folder: string, ending: string, response: ServerResponse): Promise<void> {
  const [only, ...others] = await readdir(folder)
  const type = singleFiles[ending]
  if (!type || !only || others.length > 0 || !only.endsWith(`.${ending}`)) {
    throw new Refusal(404, 'There is no such download; export again.')
  }
  const file = join(folder, only)
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': type,
    'Content-Length': (await stat(file)).size,
    'Content-Disposition': `attachment; filename="${only.replace(/[^\w.-]/g, '_')}"`,
    'Cache-Control': 'no-store',
  })
  await pipeline(createReadStream(file), response)
}

/** GET /download/<download>.zip, or .html, .pdf, .ipynb where that is all there is */
export async function sendDownload(
  app: App,
  download: string,
  ending: string,
  response: ServerResponse,
): Promise<void> {
  const folder = app.downloadFolder(download)
  if (folder === null) throw new Refusal(404, 'There is no such download; export again.')
  if (ending !== 'zip') return await sendSingle(folder, ending, response)
  const name = basename(folder).replace(/[^\w.-]/g, '_') || 'export'
  const bytes = await zipFolder(folder)
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${name}.zip"`,
    'Cache-Control': 'no-store',
  })
  await pipeline(Readable.from(bytes), response)
}

/** Aborted when the page does not wait any more. */
function endOf(response: ServerResponse): AbortSignal {
  const control = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) control.abort()
  })
  return control.signal
}
