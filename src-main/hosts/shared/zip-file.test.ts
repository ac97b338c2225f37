import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mountSmallDisk, unmount } from '../../../tests/support/small-disk'
import { writeZipFile } from './zip-file'

let work: string
const never = new AbortController().signal
beforeEach(async () => (work = await mkdtemp(join(tmpdir(), 'cotejo-zip-'))))
afterEach(() => rm(work, { recursive: true }))

/** What people call their things; a file is called so, too. */
const NAME = 'Félin, "niño" 🦋 פרפר.txt'

async function make(folder: string): Promise<string> {
  await mkdir(join(folder, 'inner'), { recursive: true })
  await writeFile(join(folder, NAME), 'a')
  await writeFile(join(folder, 'inner', 'weights.bin'), Buffer.alloc(300_000, 7))
  return folder
}

describe('a .zip as a file', () => {
  test('holds everything, names as they are, and nothing else is left', async () => {
    const file = join(work, 'new', 'Modelo ñ.zip')
    const { bytes } = await writeZipFile(file, make, never)
    expect(await readdir(join(work, 'new'))).toEqual(['Modelo ñ.zip'])
    const content = new Uint8Array(await readFile(file))
    expect(content.length).toBe(bytes)
    const files = unzipSync(content)
    expect(Object.keys(files).sort()).toEqual([NAME, 'inner/weights.bin'].sort())
    expect(files['inner/weights.bin']).toEqual(new Uint8Array(300_000).fill(7))
    // General purpose bit 11: names are UTF-8 (APPNOTE.TXT 4.4.4).
    expect(content[7]! & 8).toBe(8)
  })

  test('never takes the place of another file', async () => {
    const file = join(work, 'model.zip')
    await writeFile(file, 'mine')
    await expect(writeZipFile(file, make, never)).rejects.toMatchObject({ code: 'export-exists' })
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('what fails or is cancelled leaves nothing', async () => {
    const failing = async (folder: string) => {
      await make(folder)
      throw new Error('no')
    }
    await expect(writeZipFile(join(work, 'a.zip'), failing, never)).rejects.toThrow('no')
    await expect(writeZipFile(join(work, 'a.zip'), make, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(await readdir(work)).toEqual([])
  })

  test('what a killed program left goes', async () => {
    // The pid is beyond those that systems give.
    await mkdir(join(work, '.a.zip.999999999.partial'))
    await writeZipFile(join(work, 'a.zip'), make, never)
    expect(await readdir(work)).toEqual(['a.zip'])
  })
})

const disk = mountSmallDisk(1)

test.skipIf(disk === null)('a full disk leaves no half .zip', async () => {
  try {
    const large = async (folder: string) => {
      await mkdir(folder)
      // The folder still fits, the .zip beside it does not.
      await writeFile(join(folder, 'weights.bin'), Buffer.alloc(700_000, 7))
    }
    await expect(writeZipFile(join(disk!, 'a.zip'), large, never)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(await readdir(disk!)).toEqual([])
  } finally {
    unmount(disk!)
  }
})
