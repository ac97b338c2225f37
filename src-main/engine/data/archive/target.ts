// Where an archive is unpacked to: decides for each entry whether and where it is written, and stops bombs.
import { createWriteStream } from 'node:fs'
import { mkdir, stat, statfs } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UserError, type SkippedFile } from '../../../contract'
import { FILE_LIMIT } from '../decode'
import { isIgnored } from '../walk'

export interface ArchiveLimits {
  /** Entries at most. */
  entries: number
  /** Bytes unpacked at most: this many times the archive's … */
  ratio: number
  /** … or this many, if that is more. */
  least: number
  /** Bytes that are left free on the disk. */
  spare: number
}

const LIMITS: ArchiveLimits = {
  entries: 1_000_000,
  ratio: 100,
  least: 256 * 1024 ** 2,
  spare: 256 * 1024 ** 2,
}
/** Bytes of one name that file systems take. */
const NAME_BYTES = 255
const DEPTH = 32

export interface ArchiveEntry {
  path: string
  kind: 'file' | 'folder' | 'link' | 'other'
  /** As the archive says it. */
  bytes: number
}

/** The archive is CIFAR-10 itself, which has an importer of its own. */
export class Cifar10Found extends Error {}

export class Target {
  readonly skipped: SkippedFile[] = []
  readonly name: string
  private entries = 0
  private unpacked = 0
  private readonly folder: string
  private readonly limit: number
  private readonly limits: ArchiveLimits

  private constructor(folder: string, name: string, limit: number, limits: ArchiveLimits) {
    this.folder = folder
    this.name = name
    this.limit = limit
    this.limits = limits
  }

  static async at(folder: string, archive: string, given: Partial<ArchiveLimits> = {}): Promise<Target> {
    const limits = { ...LIMITS, ...given }
    const { size } = await stat(archive)
    await mkdir(folder, { recursive: true })
    const { bavail, bsize } = await statfs(folder)
    const free = Math.max(0, bavail * bsize - limits.spare)
    const allowed = Math.max(limits.least, size * limits.ratio)
    if (size > free)
      throw new UserError('disk-full', `${basename(archive)} does not fit on the library's disk unpacked.`, {
        detail: { needed: size, free },
        hint: 'Free some space, or choose a library on another disk.',
      })
    return new Target(folder, basename(archive), Math.min(allowed, free), limits)
  }

  /** Where to write an entry, or null when it is left out (which is noted). */
  place(entry: ArchiveEntry): string | null {
    if (++this.entries > this.limits.entries)
      throw this.damaged(`has more than ${this.limits.entries.toLocaleString('en')} entries`)
    const path = entry.path.replaceAll('\\', '/').replace(/\/+$/, '')
    const parts = path.split('/').filter((part) => part !== '' && part !== '.')
    const skip = (reason: SkippedFile['reason'], message: string): null => {
      if (entry.kind !== 'folder') this.skipped.push({ file: shown(path), reason, message })
      return null
    }
    if (path.startsWith('/') || /^[a-z]:/i.test(path) || parts.includes('..') || path.includes('\0'))
      return skip('link-outside', 'its path leads out of the archive.')
    if (entry.kind === 'link') return skip('link-outside', 'a link; links in archives are not followed.')
    if (entry.kind === 'other') return skip('not-a-file', 'neither a file nor a folder.')
    if (parts.length === 0 || entry.kind === 'folder') return null
    if (parts.some(isIgnored)) return skip('hidden', 'hidden, or a file of the system.')
    if (parts.length > DEPTH) return skip('too-deep', `more than ${DEPTH} folders deep.`)
    if (parts.some((part) => Buffer.byteLength(part) > NAME_BYTES))
      return skip('unreadable', 'its name is longer than file systems take.')
    if (entry.bytes > FILE_LIMIT) return skip('too-large', 'the file is larger than 512 MB.')
    if (parts.at(-1) === 'data_batch_1.bin') throw new Cifar10Found()
    return join(this.folder, ...(process.platform === 'win32' ? parts.map(allowedOnWindows) : parts))
  }

  /** Writes one entry; an entry that is there already, or whose folder is a file, is left out. */
  async write(entry: ArchiveEntry, path: string, bytes: AsyncIterable<Buffer>): Promise<void> {
    try {
      await mkdir(dirname(path), { recursive: true })
      await pipeline(this.counted(bytes), createWriteStream(path, { flags: 'wx' }))
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (!['EEXIST', 'ENOTDIR', 'EISDIR', 'EILSEQ', 'EINVAL', 'ENAMETOOLONG'].includes(code)) throw error
      const message =
        code === 'EEXIST' ? 'the archive has it twice.' : 'its name cannot be used on this computer.'
      this.skipped.push({ file: shown(entry.path), reason: 'unreadable', message })
    }
  }

  private async *counted(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of bytes) {
      this.count(chunk.length)
      yield chunk
    }
  }

  /** @throws UserError once more was unpacked than any archive of pictures would hold */
  count(bytes: number): void {
    this.unpacked += bytes
    if (this.unpacked > this.limit)
      throw this.damaged(`unpacks to more than ${Math.round(this.limit / 1e6).toLocaleString('en')} MB`)
  }

  /** For a stream that is unpacked as a whole, also what of it is not written. */
  checkRatio(bytes: number): void {
    if (bytes > this.limit * 2)
      throw this.damaged(`unpacks to more than ${Math.round(this.limit / 1e6).toLocaleString('en')} MB`)
  }

  damaged(why: string, cause?: unknown): UserError {
    return new UserError('archive-damaged', `${this.name} ${why}: nothing of it was imported.`, {
      detail: { file: this.name },
      hint: 'Unpack it yourself, look at what is in it, and import the folder.',
      cause,
    })
  }
}

/** A path as the report shows it. */
const shown = (path: string): string => path.replaceAll('\0', '�').slice(0, 1000)

const allowedOnWindows = (part: string): string =>
  // eslint-disable-next-line no-control-regex
  part.replace(/[<>:"|?*\u0000-\u001f]/g, '_').replace(/[. ]+$/, '_')
