import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileCache } from './file-cache'
import { mapLimited, removeAll, writeAtomically, writeJson } from './files'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cotejo-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('writeAtomically', () => {
  it('replaces a file whole, and readers never see it empty', async () => {
    const file = join(folder, 'a.json')
    await writeJson(file, { at: -1 })
    const seen = new Set<string>()
    let writing = true
    const reading = (async () => {
      while (writing) seen.add((await readFile(file, 'utf8')).trim())
    })()
    for (let at = 0; at < 30; at++) await writeJson(file, { at })
    writing = false
    await reading
    for (const text of seen) expect(JSON.parse(text)).toHaveProperty('at')
    expect(await readdir(folder)).toEqual(['a.json'])
  })

  it('leaves nothing behind when it fails', async () => {
    await expect(writeAtomically(join(folder, 'none', 'a'), 'x')).rejects.toThrow('ENOENT')
    await symlink('a', join(folder, 'b'))
    // A folder is in the way: the rename fails after the content was written.
    const target = join(folder, 'target')
    await writeAtomically(join(folder, 'x'), 'x')
    const { mkdir } = await import('node:fs/promises')
    await mkdir(join(target, 'inside'), { recursive: true })
    await expect(writeAtomically(target, 'x')).rejects.toThrow()
    expect((await readdir(folder)).sort()).toEqual(['b', 'target', 'x'])
  })
})

describe('removeAll', () => {
  it('removes links without following them', async () => {
    await writeFile(join(folder, 'precious'), 'kept')
    const { mkdir } = await import('node:fs/promises')
    await mkdir(join(folder, 'trash'))
    await symlink(folder, join(folder, 'trash', 'link'))
    await removeAll(join(folder, 'trash'))
    expect(await readFile(join(folder, 'precious'), 'utf8')).toBe('kept')
  })
})

describe('FileCache', () => {
  it('reads again only what changed, and forgets what went away', async () => {
    let reads = 0
    const cache = new FileCache(async (file) => {
      reads++
      return readFile(file, 'utf8')
    })
    const file = join(folder, 'a')
    expect(await cache.get(file)).toBeNull()
    await writeAtomically(file, 'one')
    expect(await cache.get(file)).toBe('one')
    expect(await cache.get(file)).toBe('one')
    expect(reads).toBe(1)
    await writeAtomically(file, 'two')
    expect(await cache.get(file)).toBe('two')
    await rm(file)
    expect(await cache.get(file)).toBeNull()
    expect(reads).toBe(2)
  })

  it('keeps no more than its limit, the latest used', async () => {
    const read: string[] = []
    const cache = new FileCache(async (file) => {
      read.push(file.slice(-1))
      return file
    }, 2)
    for (const name of ['a', 'b', 'c']) await writeFile(join(folder, name), name)
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(join(folder, name))
    expect(read).toEqual(['a', 'b', 'c', 'b'])
  })
})

describe('mapLimited', () => {
  it('keeps the order and never has more in work than allowed', async () => {
    let now = 0
    let most = 0
    const doubled = await mapLimited([5, 1, 4, 2, 3], 2, async (value) => {
      most = Math.max(most, ++now)
      await new Promise((done) => setTimeout(done, value))
      now--
      return value * 2
    })
    expect(doubled).toEqual([10, 2, 8, 4, 6])
    expect(most).toBe(2)
  })
})
