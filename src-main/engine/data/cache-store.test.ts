import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { quietTask } from '../task'
import { ensureImages } from './cache'
import { PackCache } from './cache-store'
import * as decoding from './decode'
import { importDataset } from './import'
import { openDataset } from './open'
import { pictures, png, scratch, writeTree } from './testing'

let folder: ReturnType<typeof scratch>
let source: string
beforeEach(async () => {
  folder = scratch()
  source = join(folder.path, 'photos')
  await writeTree(source, { ...pictures('a', 6), ...pictures('b', 6, 50), 'a/bad.png': 'no picture' })
  await wait(80) // older than the clock's step, or their times are not trusted
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
})

const library = () => join(folder.path, 'library')
const datasetFolder = (id: string) => join(library(), 'datasets', id)
const run = (id: string, options: object = {}) =>
  importDataset(
    {
      id,
      folder: datasetFolder(id),
      source: { kind: 'folder', path: source, owned: false },
      options,
      seed: 1,
      cache: join(library(), 'cache'),
    },
    quietTask(),
  )
/** How many pictures were decoded while something was done. */
async function decodedBy(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(decoding, 'decodePicture')
  await work()
  const { length } = spy.mock.calls
  spy.mockRestore()
  return length
}
const packOf = (id: string) => join(datasetFolder(id), 'images-32-cover.u8')

describe('a second import of the same files', () => {
  it('decodes nothing, takes no room, and gives the same dataset', async () => {
    const one = await run('one')
    let two: typeof one | undefined
    expect(await decodedBy(async () => (two = await run('two')))).toBe(0)
    expect(two!.dataset.hash).toBe(one.dataset.hash)
    expect({ ...two!.report, seconds: 0 }).toEqual({ ...one.report, seconds: 0 })
    expect(statSync(packOf('two')).ino).toBe(statSync(packOf('one')).ino)
    rmSync(datasetFolder('one'), { recursive: true })
    expect((await openDataset(datasetFolder('two'))).files).toHaveLength(12)
    expect(await decodedBy(() => run('three'))).toBe(0)
  })

  it('decodes only what is new or has changed, also when the folder has moved', async () => {
    await run('one')
    await writeTree(source, { 'b/new.png': 120, 'a/003.png': 121 })
    expect(await decodedBy(() => run('two'))).toBe(2)
    await rename(source, `${source}-moved`)
    source = `${source}-moved`
    expect(await decodedBy(() => run('three'))).toBeLessThanOrEqual(1) // the refused one is looked at again
  })

  it('sees a change that left size and time as they were', async () => {
    const one = await run('one')
    const file = join(source, 'a', '002.png')
    const { atime, mtime, size } = statSync(file)
    const changed = await png(3)
    writeFileSync(
      file,
      Buffer.concat([changed, Buffer.alloc(Math.max(0, size - changed.length))]).subarray(0, size),
    )
    utimesSync(file, atime, mtime)
    const two = await run('two')
    expect(two.dataset.hash).not.toBe(one.dataset.hash)
  })

  it('finds the sizes that a training made', async () => {
    await run('one')
    const images = await ensureImages(
      await openDataset(datasetFolder('one')),
      { size: 48, resize: 'fit' },
      quietTask(),
    )
    images.close()
    expect(await decodedBy(() => run('two', { size: 48, resize: 'fit' }))).toBe(0)
    expect(
      await decodedBy(async () =>
        (
          await ensureImages(
            await openDataset(datasetFolder('two')),
            { size: 32, resize: 'cover' },
            quietTask(),
          )
        ).close(),
      ),
    ).toBe(0)
  })

  it('does without a cache that is damaged', async () => {
    const one = await run('one')
    const cache = join(library(), 'cache')
    for (const name of readdirSync(join(cache, 'files')))
      writeFileSync(join(cache, 'files', name), '{"version":1')
    for (const key of readdirSync(join(cache, 'packs')))
      writeFileSync(join(cache, 'packs', key, 'pack.json'), '[]')
    expect((await run('two')).dataset.hash).toBe(one.dataset.hash)
    rmSync(cache, { recursive: true })
    writeFileSync(cache, 'a file where the folder should be')
    expect((await run('three')).dataset.hash).toBe(one.dataset.hash)
  })
})

describe('the cache', () => {
  it('lets packs go that no dataset shares, the oldest first, and keeps shared ones', async () => {
    await run('one')
    await run('two', { size: 40 })
    const cache = new PackCache(join(library(), 'cache'))
    const packs = () => readdirSync(join(library(), 'cache', 'packs')).length
    await cache.prune(0)
    expect(packs()).toBe(2)
    rmSync(datasetFolder('one'), { recursive: true })
    await cache.prune(10 * 1024 * 1024)
    expect(packs()).toBe(2)
    await cache.prune(0)
    expect(packs()).toBe(1)
    expect(existsSync(join(datasetFolder('two'), 'images-40-cover.u8'))).toBe(true)
  })
})
