// A .zip of a folder as a new file that appears whole or not at all.
import { open, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ifThere, move } from '../../app/library/files'
import { processStart } from '../../app/library/process'
import { cancelled, UserError } from '../../contract'
import { zipFolder } from './zip'

async function checkFree(file: string): Promise<void> {
  if ((await ifThere(stat(file))) === null) return
  throw new UserError('export-exists', `${file} is there already.`, {
    detail: { folder: file },
    hint: 'Choose another name for the export.',
  })
}

/** Removes what a program left that was killed while it wrote the same file. */
async function removeLeftovers(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(prefix) ? /^(\d+)\.partial$/.exec(name.slice(prefix.length))?.[1] : undefined
    if (pid && (await processStart(Number(pid))) === null)
      await rm(join(parent, name), { recursive: true, force: true })
  }
}

async function writeAll(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<number> {
  const handle = await open(file, 'wx')
  try {
    let bytes = 0
    for await (const chunk of chunks) {
      if (signal.aborted) throw cancelled()
      await handle.writeFile(chunk)
      bytes += chunk.byteLength
    }
    // Only what is on the disk may get its name.
    await handle.sync()
    return bytes
  } finally {
    await handle.close()
  }
}

/**
 * Lets `make` write a folder beside `file`, packs it, and gives the .zip its name; the folder is gone then. Whatever goes
 * wrong, and even if the program is killed, there is nothing under that name.
 *
 * @param make writes the folder, which does not exist yet
 * @returns what `make` returned, and the size of the file
 * @throws UserError `export-exists` where something is there; `cancelled`; what `make` throws
 */
export async function writeZipFile<T>(
  file: string,
  make: (folder: string) => Promise<T>,
  signal: AbortSignal,
): Promise<{ result: T; bytes: number }> {
  const target = resolve(file)
  await checkFree(target)
  const parent = dirname(target)
  await mkdir(parent, { recursive: true })
  const prefix = `.${basename(target)}.`
  await removeLeftovers(parent, prefix)
  const work = join(parent, `${prefix}${process.pid}.partial`)
  try {
    await mkdir(work)
    const folder = join(work, 'export')
    const result = await make(folder)
    const packed = join(work, 'export.zip')
    const bytes = await writeAll(packed, await zipFolder(folder), signal)
    await checkFree(target)
    await move(packed, target)
    return { result, bytes }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
