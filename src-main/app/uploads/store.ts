// Files that a browser sends before it imports them: under `.tmp/uploads/<upload>/` until an import takes them.
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UserError } from '../../contract'
import { makeFolder, move, randomName, removeAll } from '../library/files'
import type { LibraryPaths } from '../library/paths'
import type { Uploads } from '../types'
import { relativeParts } from './relative-path'

export interface UploadLimits {
  /** Uploads that are open at the same time. */
  readonly uploads: number
  readonly files: number
  readonly fileBytes: number
  readonly totalBytes: number
}

export const uploadLimits: UploadLimits = {
  uploads: 32,
  files: 500_000,
  fileBytes: 512 * 1024 ** 2,
  totalBytes: 128 * 1024 ** 3,
}

interface Upload {
  readonly folder: string
  /** First parts of the paths, to find the one folder that all is in. */
  readonly tops: Set<string>
  /** Does every file lie in a folder? */
  nested: boolean
  files: number
  bytes: number
  /** Writes in progress: nothing may move the folder under them. */
  writing: number
  /** An import has it. */
  taken: boolean
}

const tooMuch = (what: string, limit: number) =>
  new UserError('invalid-argument', `${what}; the limit is ${limit}.`, {
    detail: { limit },
    hint: 'Start Cotejo on the machine that has the pictures, and choose their folder there.',
  })

export class UploadStore implements Uploads {
  readonly #paths: LibraryPaths
  readonly #limits: UploadLimits
  readonly #checkWritable: () => Promise<void>
  readonly #uploads = new Map<string, Upload>()

  constructor(
    paths: LibraryPaths,
    checkWritable: () => Promise<void> = async () => {},
    limits: UploadLimits = uploadLimits,
  ) {
    this.#paths = paths
    this.#checkWritable = checkWritable
    this.#limits = limits
  }

  async begin(): Promise<string> {
    await this.#checkWritable()
    if (this.#uploads.size >= this.#limits.uploads) {
      throw tooMuch('Too many uploads are open', this.#limits.uploads)
    }
    const token = randomName()
    const folder = join(this.#paths.temporary, 'uploads', token)
    this.#uploads.set(token, {
      folder,
      tops: new Set(),
      nested: true,
      files: 0,
      bytes: 0,
      writing: 0,
      taken: false,
    })
    await makeFolder(folder)
    return token
  }

  async write(token: string, relativePath: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const upload = this.#open(token)
    const parts = relativeParts(relativePath)
    if (upload.files >= this.#limits.files) throw tooMuch('The upload has too many files', this.#limits.files)
    upload.files++
    upload.writing++
    const target = join(upload.folder, ...parts)
    // Beside the uploads, so that nobody takes a broken-off file for a picture.
    const partial = join(this.#paths.temporary, `upload-${randomName()}`)
    try {
      await mkdir(dirname(target), { recursive: true })
      await pipeline(bytes, this.#counted(upload), createWriteStream(partial, { flags: 'wx' }))
      await move(partial, target)
      upload.tops.add(parts[0]!)
      if (parts.length === 1) upload.nested = false
    } catch (thrown) {
      upload.files--
      await rm(partial, { force: true }).catch(() => {})
      throw thrown
    } finally {
      upload.writing--
    }
  }

  async discard(token: string): Promise<void> {
    const upload = this.#uploads.get(token)
    if (upload === undefined || upload.taken) return
    this.#uploads.delete(token)
    await removeAll(upload.folder)
  }

  /** The one folder that everything in the upload lies in, which is what the user dropped; null if there is none. */
  commonFolder(token: string): string | null {
    const { tops, nested } = this.#open(token)
    const [only] = tops
    return nested && tops.size === 1 ? only!.slice(0, 200) : null
  }

  /** The folder of an upload, for an import to move away. Call `settle` afterwards. */
  take(token: string): string {
    const upload = this.#open(token)
    if (upload.writing > 0) {
      throw new UserError('invalid-argument', 'Files of this upload are still being written.', {
        hint: 'Wait until all files are sent.',
      })
    }
    upload.taken = true
    return upload.folder
  }

  /** After an import: forgets the upload, or takes the files back from where the import had them. */
  async settle(token: string, giveBack: string | null): Promise<void> {
    const upload = this.#uploads.get(token)
    if (upload === undefined) return
    if (giveBack === null) {
      this.#uploads.delete(token)
    } else if (upload.taken) {
      upload.taken = false
      await move(giveBack, upload.folder).catch(() => {})
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#uploads.keys()].map((token) => this.discard(token).catch(() => {})))
  }

  #open(token: string): Upload {
    const upload = this.#uploads.get(token)
    if (upload === undefined || upload.taken) {
      throw new UserError('not-found', 'There is no such upload.', { hint: 'Send the files again.' })
    }
    return upload
  }

  #counted(upload: Upload) {
    const limits = this.#limits
    return async function* (bytes: AsyncIterable<Uint8Array>) {
      let size = 0
      for await (const chunk of bytes) {
        size += chunk.byteLength
        upload.bytes += chunk.byteLength
        if (size > limits.fileBytes) throw tooMuch('A file is too large', limits.fileBytes)
        if (upload.bytes > limits.totalBytes) throw tooMuch('The upload is too large', limits.totalBytes)
        yield chunk
      }
    }
  }
}
