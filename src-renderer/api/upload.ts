// Sends the files of a dropped folder to the serve host, several at a time.
import { UserError, errorShape, fromErrorShape, type Progress } from '../../src-main/contract'
import { ConnectionLost } from './client'
import { type CallOptions, type UploadFile } from './types'

const inFlight = 4
/** Progress is reported at most this often, in milliseconds. */
const reportEvery = 100

/** Each part of the path is encoded on its own, so that the slashes between folders stay. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  const shape = errorShape.safeParse(
    await response
      .json()
      .then((body: { error?: unknown }) => body.error ?? body)
      .catch(() => null),
  )
  throw shape.success
    ? fromErrorShape(shape.data)
    : new UserError('fault', `Sending the files failed (status ${response.status}).`)
}

/** From this size on, in bytes, progress is told within a file too: an archive is one file. */
const largeFile = 8 * 1024 ** 2

/** `fetch` does not tell how much of a body was sent; only XMLHttpRequest does. */
function putLarge(
  url: string,
  body: File,
  headers: Record<string, string>,
  signal: AbortSignal | undefined,
  onSent: (bytes: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('PUT', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onload = () =>
      checked(new Response(request.response as string, { status: request.status })).then(
        () => resolve(),
        reject,
      )
    request.onerror = () => reject(new ConnectionLost())
    request.onabort = () => reject(new UserError('cancelled', 'Cancelled.'))
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    if (signal?.aborted) return reject(new UserError('cancelled', 'Cancelled.'))
    signal?.addEventListener('abort', abort, { once: true })
    request.send(body)
  })
}

/** @returns the name of the upload, for `data.import`'s source */
export async function sendFiles(
  files: readonly UploadFile[],
  token: string,
  { signal, onProgress }: CallOptions = {},
): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` }
  const request = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      return await checked(await fetch(url, { ...init, headers, signal }))
    } catch (error) {
      if (signal?.aborted) throw new UserError('cancelled', 'Cancelled.')
      throw error instanceof TypeError ? new ConnectionLost() : error
    }
  }
  const { upload } = (await (await request('/upload', { method: 'POST' })).json()) as { upload: string }

  const total = files.reduce((sum, { file }) => sum + file.size, 0)
  const started = performance.now()
  let sent = 0
  let reported = 0
  const report = (item: string): void => {
    const now = performance.now()
    if (now - reported < reportEvery && sent < total) return
    reported = now
    const rate = sent / Math.max(0.001, (now - started) / 1000)
    const state: Progress = { stage: 'write', done: sent, total, unit: 'bytes', item, rate }
    onProgress?.(rate > 0 ? { ...state, secondsLeft: (total - sent) / rate } : state)
  }

  let next = 0
  const sendInTurn = async (): Promise<void> => {
    while (next < files.length) {
      const { path, file } = files[next++]!
      const url = `/upload/${upload}/${encodePath(path)}`
      if (file.size < largeFile) {
        await request(url, { method: 'PUT', body: file })
        sent += file.size
      } else {
        const before = sent
        await putLarge(url, file, headers, signal, (bytes) => ((sent = before + bytes), report(path)))
        sent = before + file.size
      }
      report(path)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, sendInTurn))
  return upload
}
