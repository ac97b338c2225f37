import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { libraryPaths, type LibraryPaths } from '../paths'
import { checkVersion, libraryVersion, migrate, migrations, type Migration } from './index'

let paths: LibraryPaths
beforeEach(async () => {
  paths = libraryPaths(await mkdtemp(join(tmpdir(), 'cotejo-migrate-')))
})
afterEach(() => rm(paths.root, { recursive: true, force: true }))

const step = (to: number, done: number[], fails = false): Migration => ({
  to,
  name: `step ${to}`,
  async run() {
    if (fails) throw new Error('no')
    done.push(to)
  },
})

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(migrations.map((one) => one.to)).toEqual(migrations.map((_, at) => at + 1))
  })

  it('make a new library, and do nothing to a current one', async () => {
    expect(await libraryVersion(paths)).toBe(0)
    await migrate(paths)
    const first = await readFile(paths.version, 'utf8')
    expect(JSON.parse(first)).toMatchObject({ version: 1, created: expect.any(String) })
    await migrate(paths)
    expect(await readFile(paths.version, 'utf8')).toBe(first)
  })

  it('run only the steps that are missing, in order, and keep the date', async () => {
    await migrate(paths)
    const { created } = JSON.parse(await readFile(paths.version, 'utf8'))
    const done: number[] = []
    await migrate(paths, [step(1, done), step(2, done), step(3, done)])
    expect(done).toEqual([2, 3])
    expect(JSON.parse(await readFile(paths.version, 'utf8'))).toEqual({ version: 3, created })
  })

  it('stop at a step that fails, and go on from there the next time', async () => {
    const done: number[] = []
    await expect(migrate(paths, [step(1, done), step(2, done, true), step(3, done)])).rejects.toThrow('no')
    expect(await libraryVersion(paths)).toBe(1)
    await migrate(paths, [step(1, done), step(2, done), step(3, done)])
    expect(done).toEqual([1, 2, 3])
  })

  it('take a folder of datasets without library.json for a library', async () => {
    await mkdir(join(paths.datasets, 'mine'), { recursive: true })
    await writeFile(join(paths.datasets, 'mine', 'dataset.json'), 'x')
    await migrate(paths)
    expect(await readFile(join(paths.datasets, 'mine', 'dataset.json'), 'utf8')).toBe('x')
  })

  it('refuse a newer library and a damaged library.json, and leave both as they are', async () => {
    await writeFile(paths.version, '{"version": 99, "more": true}')
    await expect(checkVersion(paths)).rejects.toMatchObject({
      code: 'library-newer',
      detail: { version: 99, known: migrations.length },
    })
    for (const text of ['', '{', '[]', '{"version":"1"}']) {
      await writeFile(paths.version, text)
      await expect(checkVersion(paths), text).rejects.toMatchObject({ code: 'file-unreadable' })
      expect(await readFile(paths.version, 'utf8')).toBe(text)
    }
  })
})
