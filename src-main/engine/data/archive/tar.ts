// Unpacks .tar and .tar.gz archives from a stream.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip, type Gunzip } from 'node:zlib'
import { Parser, type ReadEntry } from 'tar'
import { throwIfCancelled, type Task } from '../../task'
import { type ArchiveEntry, type Target } from './target'

const KINDS: Record<string, ArchiveEntry['kind']> = {
  File: 'file',
  OldFile: 'file',
  ContiguousFile: 'file',
  Directory: 'folder',
  GNUDumpDir: 'folder',
  SymbolicLink: 'link',
  Link: 'link',
}

/** @throws UserError `archive-damaged`, `cancelled` */
export async function unpackTar(archive: string, zipped: boolean, target: Target, task: Task): Promise<void> {
  const { size } = await stat(archive)
  let failure: unknown = null
  let writing: Promise<void> = Promise.resolve()
  // What goes wrong inside the parser's callbacks does not reach us as an exception: the first is kept.
  const fail = (error: unknown) => void (failure ??= error)

  const onReadEntry = (entry: ReadEntry) => {
    try {
      const described = { path: entry.path, kind: KINDS[entry.type] ?? 'other', bytes: entry.size }
      const place = failure ? null : target.place(described)
      if (place === null) return void entry.resume()
      const write = target.write(described, place, entry as unknown as AsyncIterable<Buffer>)
      // Whatever was not read of it must go by, or the parser waits for ever.
      writing = write.catch(fail).finally(() => entry.resume())
    } catch (error) {
      fail(error)
      entry.resume()
    }
  }
  const parser = new Parser({ strict: true, gzip: false, onReadEntry })
  let complete = false
  parser.on('eof', () => (complete = true))
  const ended = new Promise<void>((resolve) => {
    parser.on('end', () => resolve())
    parser.on('error', (error: Error) => {
      fail(target.damaged('is damaged or cut off', error))
      resolve()
    })
  })
  const file = createReadStream(archive, { highWaterMark: 1 << 18 })
  const stream = zipped ? createGunzip() : file
  if (zipped) {
    file.on('error', (error) => stream.destroy(error))
    file.pipe(stream as Gunzip)
  }
  try {
    let raw = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      throwIfCancelled(task)
      // What lies behind the end of the archive, zeros without end for one, is not looked at.
      if (failure || complete) break
      if (zipped) target.checkRatio((raw += chunk.length))
      if (!parser.write(chunk) && !failure && !complete)
        await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), ended])
      task.progress({ stage: 'extract', done: file.bytesRead, total: size, unit: 'bytes', item: target.name })
    }
    if (!failure) {
      parser.end()
      await ended
    }
    await writing
  } catch (error) {
    fail(isZip(error) ? target.damaged('is damaged or cut off', error) : error)
  } finally {
    file.destroy()
    stream.destroy()
  }
  if (failure) throw failure as Error
}

const isZip = (error: unknown): boolean => /^Z_|^ERR_/.test((error as NodeJS.ErrnoException).code ?? '')
