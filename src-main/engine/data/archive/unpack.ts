// Unpacks an archive of a user's into a folder of the library: within limits, nothing outside that folder, no links.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError, type SkippedFile } from '../../../contract'
import { type Task } from '../../task'
import { Target, type ArchiveLimits } from './target'
import { unpackTar } from './tar'
import { unpackZip } from './zip'

export type ArchiveKind = 'zip' | 'tar' | 'tar.gz'

/** What a file is by its first bytes; null when it is no archive that can be unpacked. */
export async function archiveKind(path: string): Promise<ArchiveKind | null> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    const head = buffer.subarray(0, bytesRead)
    // A zip's first entry, the end of an empty one, or the mark of one in several parts.
    if (head[0] === 0x50 && head[1] === 0x4b && [0x0304, 0x0506, 0x0708].includes(head.readUInt16BE(2)))
      return 'zip'
    if (head[0] === 0x1f && head[1] === 0x8b) return 'tar.gz'
    return isTarHeader(head) ? 'tar' : null
  } finally {
    await file.close()
  }
}

/** A tar header sums its own bytes (POSIX.1-1988, ustar), which nothing else does by chance. */
function isTarHeader(head: Buffer): boolean {
  if (head.length < 512) return false
  const stored = parseInt(
    head
      .toString('latin1', 148, 156)
      .replace(/[\0 ]+$/, '')
      .trim(),
    8,
  )
  let sum = 8 * 0x20
  for (let i = 0; i < 512; i++) if (i < 148 || i >= 156) sum += head[i]
  return stored === sum
}

/**
 * @param folder is made; it must not exist
 * @returns entries that were not unpacked, and why
 * @throws UserError `archive-damaged`, `cancelled`, `disk-full`
 */
export async function unpackArchive(
  archive: string,
  folder: string,
  task: Task,
  limits?: Partial<ArchiveLimits>,
): Promise<SkippedFile[]> {
  const name = basename(archive)
  const kind = await archiveKind(archive)
  if (!kind)
    throw new UserError(
      'archive-damaged',
      `${name} is neither a folder nor a .zip, .tar or .tar.gz archive.`,
      {
        detail: { file: name },
        hint: 'Choose a folder of pictures, or unpack the archive yourself and choose the folder.',
      },
    )
  const target = await Target.at(folder, archive, limits)
  if (kind === 'zip') await unpackZip(archive, target, task)
  else await unpackTar(archive, kind === 'tar.gz', target, task)
  return target.skipped
}
