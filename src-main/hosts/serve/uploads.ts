// Files that a browser sends: POST /upload opens an upload, PUT /upload/<upload>/<path> adds a file.
// app checks the path and keeps the files; this end limits how many, how large and for how long.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { UserError } from '../../contract'
import type { Uploads } from '../../app/types'
import { Refusal, sendJson } from './reply'

export interface UploadLimits {
  /** Open at the same time. */
  uploads: number
  files: number
  fileBytes: number
  totalBytes: number
}

export const UPLOAD_LIMITS: UploadLimits = {
  uploads: 8,
  files: 250_000,
  fileBytes: 256 * 1024 ** 2,
  totalBytes: 64 * 1024 ** 3,
}

/** How much there is of an upload, or of one file. */
interface Open {
  files: number
  bytes: number
}

const tooLarge = (limit: number): UserError =>
  new UserError('invalid-argument', `A file may have at most ${Math.floor(limit / 1024 ** 2)} MB.`, {
    detail: { megabytes: Math.floor(limit / 1024 ** 2) },
    hint: 'Leave it out, or start Cotejo on the machine that has the pictures and choose the folder there.',
  })

export class UploadDesk {
  private readonly open = new Map<string, Open>()
  private beginning: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly uploads: Uploads,
    private readonly limits: UploadLimits = UPLOAD_LIMITS,
  ) {}

  /** Opens one; where too many are open, the oldest goes. One after the other: many at once would all find room. */
  async begin(response: ServerResponse): Promise<void> {
    const upload = this.beginning.then(() => this.beginOne())
    this.beginning = upload.catch(() => {})
    sendJson(response, 200, { upload: await upload })
  }

  private async beginOne(): Promise<string> {
    while (this.open.size >= this.limits.uploads) {
      const [oldest] = this.open.keys()
      await this.discard(oldest!)
    }
    const upload = await this.uploads.begin()
    this.open.set(upload, { files: 0, bytes: 0 })
    return upload
  }

  /**
   * Stores the request's body as one file.
   * @param path relative path, already unescaped; app checks it
   */
  async put(upload: string, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const open = this.open.get(upload)
    if (open === undefined) throw new Refusal(404, 'There is no such upload.')
    const announced = Number(request.headers['content-length'] ?? 0)
    if (announced > this.limits.fileBytes) throw new Refusal(413, tooLarge(this.limits.fileBytes).message)
    if (open.files >= this.limits.files || open.bytes + announced > this.limits.totalBytes) {
      throw new Refusal(413, 'This upload holds as much as an upload may.')
    }
    open.files += 1
    const file: Open = { files: 1, bytes: 0 }
    try {
      await this.uploads.write(upload, path, this.counted(request, open, file))
    } catch (thrown) {
      // What was not kept does not count.
      open.files -= 1
      open.bytes -= file.bytes
      throw thrown
    }
    sendJson(response, 200, {})
  }

  /** An upload that was imported is app's; the others go when the server ends. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.open.keys()].map((upload) => this.discard(upload)))
  }

  private async discard(upload: string): Promise<void> {
    this.open.delete(upload)
    await this.uploads.discard(upload)
  }

  /** The body, counted while it comes: a length that was announced is only a promise. */
  private async *counted(request: IncomingMessage, open: Open, file: Open): AsyncGenerator<Uint8Array> {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      file.bytes += chunk.byteLength
      open.bytes += chunk.byteLength
      if (file.bytes > this.limits.fileBytes) throw tooLarge(this.limits.fileBytes)
      if (open.bytes > this.limits.totalBytes) throw tooLarge(this.limits.totalBytes)
      yield chunk
    }
  }
}
