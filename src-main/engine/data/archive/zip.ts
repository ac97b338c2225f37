// Unpacks .zip archives (PKWARE's APPNOTE), entry by entry.
import { PassThrough, pipeline, type Readable } from 'node:stream'
import * as yauzl from 'yauzl'
import { UserError } from '../../../contract'
import { throwIfCancelled, type Task } from '../../task'
import { Cifar10Found, type ArchiveEntry, type Target } from './target'

/** Unix file types in the upper half of the external attributes. */
const TYPE = 0o170000
const LINK = 0o120000
const FILE = 0o100000

/** @throws UserError `archive-damaged`, `cancelled` */
export async function unpackZip(archive: string, target: Target, task: Task): Promise<void> {
  let zip: yauzl.ZipFile
  try {
    // Names are judged one by one (Target.place): a bad one must not hide the good ones.
    zip = await yauzl.openPromise(archive, { lazyEntries: true, autoClose: false, decodeStrings: false })
  } catch (error) {
    throw target.damaged('is damaged or cut off', error)
  }
  try {
    const total = zip.entryCount
    let done = 0
    for await (const entry of zip.eachEntry()) {
      throwIfCancelled(task)
      await unpackEntry(zip, entry, target)
      task.progress({ stage: 'extract', done: ++done, total, unit: 'files', item: target.name })
    }
  } catch (error) {
    if (error instanceof UserError || error instanceof Cifar10Found || isSystem(error)) throw error
    throw target.damaged('is damaged or cut off', error)
  } finally {
    zip.close()
  }
}

async function unpackEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, target: Target): Promise<void> {
  const path = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  )
  const described: ArchiveEntry = { path, kind: kindOf(entry, path), bytes: entry.uncompressedSize }
  const place = target.place(described)
  if (place === null) return
  if ((entry.generalPurposeBitFlag & 1) !== 0) throw target.damaged('is protected by a password')
  const stream = await openEntry(zip, entry)
  try {
    await target.write(described, place, stream)
  } finally {
    stream.destroy()
  }
}

/**
 * The entry's content. A damaged entry can fail before anyone reads it, and an error that nobody listens to ends the
 * process: the stream that is handed out keeps it for its reader.
 */
function openEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error: Error | null, content: Readable) => {
      if (error) return reject(error)
      const kept = new PassThrough()
      kept.on('error', () => {})
      resolve(pipeline(content, kept, () => {}))
    }),
  )
}

function kindOf(entry: yauzl.Entry, path: string): ArchiveEntry['kind'] {
  const type = (entry.externalFileAttributes >>> 16) & TYPE
  if (type === LINK) return 'link'
  if (path.endsWith('/') || path.endsWith('\\')) return 'folder'
  return type === 0 || type === FILE ? 'file' : 'other'
}

const isSystem = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')
