// Datasets in a library: imported from a folder and from a browser, listed, paged, shown, removed; exports.
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { UploadStore } from '../../src-main/app/uploads/store'
import { libraryPaths } from '../../src-main/app/library/paths'
import type { AppEvent } from '../../src-main/contract'
import { planOf, runEnded, Workbench } from '../support/app'

let bench: Workbench
let library: string
let app: App
let events: AppEvent[]

beforeEach(async () => {
  bench = new Workbench()
  library = await bench.folder()
  app = await bench.open({ library })
  events = []
  app.listen((event) => void events.push(event))
})
afterEach(() => bench.close())

const importFolder = (path: string, options = {}) =>
  app.call('data.import', { source: { kind: 'folder', path }, options })
const leftovers = async () =>
  (await readdir(join(library, '.tmp')).catch(() => [])).filter((name) => name !== 'uploads')

async function* bytes(text: string) {
  yield Buffer.from(text.slice(0, 3))
  yield Buffer.from(text.slice(3))
}

describe('a dataset', () => {
  it('is imported under a readable name, and again under another', async () => {
    const path = await bench.pictures(['cat', 'dog', 'zebra'], 8)
    const first = await importFolder(path)
    expect(first.dataset).toMatchObject({ id: 'gatos-y-perros', images: { total: 24, train: 12, test: 6 } })
    const [second, third] = await Promise.all([
      importFolder(path),
      importFolder(path, { name: 'Otra', seed: 9 }),
    ])
    expect([second!.dataset.id, third!.dataset.id]).toEqual(['gatos-y-perros-2', 'otra'])
    expect(third!.dataset.split.seed).toBe(9)
    expect((await app.call('data.list', {})).map((one) => one.id).sort()).toEqual([
      'gatos-y-perros',
      'gatos-y-perros-2',
      'otra',
    ])
    expect(await app.call('data.get', { dataset: 'otra' })).toEqual(third)
    expect(events.filter((one) => one.event === 'data.changed')).toHaveLength(3)
    expect(await leftovers()).toEqual([])
    expect((await readdir(join(path, 'cat'))).length).toBe(8)
  })

  it('that cannot be imported leaves the library as it was', async () => {
    const one = await bench.pictures(['cat'], 3)
    await expect(importFolder(one)).rejects.toMatchObject({ code: 'one-class-only' })
    await expect(importFolder('/nowhere')).rejects.toMatchObject({ code: 'folder-not-found' })
    await expect(
      app.call('data.import', { source: { kind: 'folder', path: '' }, options: {} }),
    ).rejects.toMatchObject({ code: 'invalid-argument' })
    const abort = new AbortController()
    const slow = await bench.pictures(['cat', 'dog', 'slow'], 10)
    await expect(
      app.call(
        'data.import',
        { source: { kind: 'folder', path: slow } },
        { signal: abort.signal, progress: () => abort.abort() },
      ),
    ).rejects.toMatchObject({ code: 'cancelled' })
    expect(await app.call('data.list', {})).toEqual([])
    expect(await leftovers()).toEqual([])
    expect((await importFolder(await bench.pictures())).dataset.id).toBe('gatos-y-perros')
  })

  it('shows its pictures by class and split, page by page, and as thumbnails that are kept', async () => {
    await importFolder(await bench.pictures(['cat', 'dog'], 8))
    const images = (query: object) => app.call('data.images', { dataset: 'gatos-y-perros', ...query })
    expect((await images({})).total).toBe(16)
    expect(await images({ label: 1, split: 'test' })).toEqual({
      total: 2,
      images: [
        { index: 11, file: 'dog/3.jpg', label: 1, split: 'test' },
        { index: 15, file: 'dog/7.jpg', label: 1, split: 'test' },
      ],
    })
    expect((await images({ offset: 14, limit: 10 })).images.map((one) => one.index)).toEqual([14, 15])
    expect(await images({ offset: 100 })).toEqual({ total: 16, images: [] })

    const thumbnail = (index: number) => app.call('data.thumbnail', { dataset: 'gatos-y-perros', index })
    expect(await thumbnail(3)).toEqual(await thumbnail(3))
    expect(await thumbnail(4)).not.toEqual(await thumbnail(3))
    await expect(thumbnail(16)).rejects.toMatchObject({ code: 'not-found' })
    await expect(app.call('data.thumbnail', { dataset: 'none', index: 0 })).rejects.toMatchObject({
      code: 'dataset-not-found',
    })
  })

  it('is removed with all that is its own, and nothing of the user', async () => {
    const path = await bench.pictures()
    await importFolder(path)
    const { item } = await app.call('data.remove', { dataset: 'gatos-y-perros' })
    expect(await readdir(join(library, 'datasets'))).toEqual([])
    expect(await app.call('trash.empty', { item })).toEqual({ deleted: 1 })
    expect(await readdir(join(library, '.trash'))).toEqual([])
    expect(await readdir(path)).toEqual(['cat', 'dog'])
    await expect(app.call('data.remove', { dataset: 'gatos-y-perros' })).rejects.toMatchObject({
      code: 'dataset-not-found',
    })
    await expect(
      app.call('runs.start', { dataset: 'gatos-y-perros', model: { name: 'cnn' }, plan: planOf(1) }),
    ).rejects.toMatchObject({ code: 'dataset-not-found' })
  })

  it('that is damaged is left out of the list, which still works', async () => {
    await importFolder(await bench.pictures())
    await mkdir(join(library, 'datasets', 'broken'))
    await writeFile(join(library, 'datasets', 'broken', 'dataset.json'), '{')
    expect((await app.call('data.list', {})).map((one) => one.id)).toEqual(['gatos-y-perros'])
    expect(bench.log.lines.some((line) => line.includes('dataset broken'))).toBe(true)
    await writeFile(join(library, 'datasets', 'gatos-y-perros', 'items.json'), '{"files": []}')
    await expect(app.call('data.images', { dataset: 'gatos-y-perros' })).rejects.toMatchObject({
      code: 'fault',
    })
    await app.call('data.remove', { dataset: 'broken' })
    expect(await readdir(join(library, 'datasets'))).toEqual(['gatos-y-perros'])
  })
})

describe('an upload', () => {
  async function upload(paths: string[]): Promise<string> {
    const token = await app.uploads.begin()
    for (const path of paths) await app.uploads.write(token, path, bytes(`bytes of ${path}`))
    return token
  }
  const pictures = (...classes: string[]) =>
    classes.flatMap((name) => [1, 2, 3, 4].map((at) => `${name}/${at}.jpg`))
  const importUpload = (token: string, options = {}) =>
    app.call('data.import', { source: { kind: 'upload', upload: token }, options })

  it('becomes a dataset that owns its pictures, called as the folder that was dropped', async () => {
    const token = await upload(pictures('Mis fotos/gato', 'Mis fotos/perro'))
    const { dataset } = await importUpload(token)
    expect(dataset).toMatchObject({ id: 'mis-fotos', name: 'Mis fotos', source: { owned: true } })
    const folder = join(library, 'datasets', 'mis-fotos')
    expect(await readFile(join(folder, 'originals', 'Mis fotos', 'gato', '1.jpg'), 'utf8')).toBe(
      'bytes of Mis fotos/gato/1.jpg',
    )
    const written = JSON.parse(await readFile(join(folder, 'dataset.json'), 'utf8'))
    expect(written).toEqual(dataset)
    // The import took place elsewhere, and a library can be moved: the path is relative.
    expect(written.source.path).toBe('originals')
    expect((await app.call('data.list', {}))[0]).toEqual(dataset)
    await expect(importUpload(token)).rejects.toMatchObject({ code: 'not-found' })
    expect(await leftovers()).toEqual([])
  })

  it('is still there after an import that failed', async () => {
    const token = await upload(pictures('gato'))
    await expect(importUpload(token)).rejects.toMatchObject({ code: 'one-class-only' })
    for (const path of pictures('perro')) await app.uploads.write(token, path, bytes(path))
    expect((await importUpload(token, { name: 'Los dos' })).dataset).toMatchObject({ id: 'los-dos' })
  })

  it('takes no path that leads elsewhere, and nothing that breaks off', async () => {
    const token = await app.uploads.begin()
    for (const path of ['../x', '/x', 'a/../../x', 'C:x', 'nul']) {
      await expect(app.uploads.write(token, path, bytes('x')), path).rejects.toMatchObject({
        code: 'invalid-argument',
      })
    }
    async function* broken() {
      yield Buffer.from('abc')
      throw new Error('connection reset')
    }
    await expect(app.uploads.write(token, 'a/b.jpg', broken())).rejects.toThrow('connection reset')
    await expect(app.uploads.write('0123456789abcdef', 'a.jpg', bytes('x'))).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await readdir(join(library, '.tmp', 'uploads', token, 'a'))).toEqual([])
    expect(await leftovers()).toEqual([])
    await app.uploads.discard(token)
    await app.uploads.discard(token)
    expect(await readdir(join(library, '.tmp', 'uploads'))).toEqual([])
  })

  it('is bounded in number and size, and what is too large is not kept', async () => {
    const limits = { uploads: 2, files: 2, fileBytes: 10, totalBytes: 15 }
    const store = new UploadStore(libraryPaths(library), async () => {}, limits)
    const token = await store.begin()
    await expect(store.write(token, 'large.jpg', bytes('x'.repeat(11)))).rejects.toMatchObject({
      code: 'invalid-argument',
    })
    const other = await store.begin()
    await expect(store.begin()).rejects.toMatchObject({ code: 'invalid-argument' })
    await store.write(other, '1.jpg', bytes('12345678'))
    await expect(store.write(other, '2.jpg', bytes('12345678'))).rejects.toThrow('too large')
    expect(await readdir(join(library, '.tmp', 'uploads', other))).toEqual(['1.jpg'])
    await store.close()
    expect(await readdir(join(library, '.tmp', 'uploads'))).toEqual([])
  })
})

describe('results', () => {
  it('of a run are exported to a folder or for a download, predicted with, and refused before there is a model', async () => {
    await importFolder(await bench.pictures())
    const request = { dataset: 'gatos-y-perros', model: { name: 'cnn' as const } }
    const failed = await app.call('runs.start', { ...request, name: 'fail-at-1', plan: planOf(2) })
    const { run } = await app.call('runs.start', { ...request, name: 'good', plan: planOf(1) })
    await runEnded(app, run)
    await expect(app.call('export', { run: failed.run, format: 'tfjs' })).rejects.toMatchObject({
      code: 'run-not-finished',
    })

    const out = join(await bench.folder(), 'mine')
    expect(await app.call('export', { run, format: 'tfjs', out })).toMatchObject({ folder: out })
    expect(await readdir(out)).toEqual(['model.json'])
    await expect(app.call('export', { run, format: 'tfjs', out })).rejects.toMatchObject({
      code: 'export-exists',
    })

    const exported = await app.call('export', { run, format: 'tfjs' })
    expect(app.downloadFolder(exported.download!)).toBe(exported.folder)
    expect(await readdir(exported.folder)).toEqual(['model.json'])
    expect(app.downloadFolder('unknown')).toBeNull()
    expect(app.downloadFolder('../../etc')).toBeNull()

    const { predictions } = await app.call('predict', { run, pictures: [{ path: '/a.jpg' }] })
    expect(predictions).toMatchObject([{ file: '/a.jpg', label: 'cat' }])
    // This engine's comparison is nonsense: a fault, not a result.
    await expect(app.call('compare', { runs: [run] })).rejects.toMatchObject({ code: 'fault' })
    await expect(app.call('compare', { runs: [run, 'none'] })).rejects.toMatchObject({
      code: 'run-not-found',
    })

    await app.close()
    expect(await stat(exported.folder).catch(() => null)).toBeNull()
    expect(await readdir(out)).toEqual(['model.json'])
    await expect(app.call('runs.list', {})).rejects.toMatchObject({ code: 'cancelled' })

    const reader = await bench.open({ library, readOnly: true })
    const again = await reader.call('export', { run, format: 'tfjs' })
    expect(again.folder.startsWith(library)).toBe(false)
    expect(await readdir(reader.downloadFolder(again.download!)!)).toEqual(['model.json'])
  })
})

describe('the doctor', () => {
  it('says what the machine has and what the engine found', async () => {
    const report = await app.call('app.doctor', {})
    expect(report).toMatchObject({ gpus: ['Fake GPU'], library, node: process.versions.node, warnings: [] })
    expect(report.cores).toBeGreaterThan(0)
    expect(report.memoryBytes).toBeGreaterThan(2 ** 28)
    expect(report.libraryFreeBytes).toBeGreaterThan(0)
    expect(report.backends.map((one) => one.name)).toEqual(['wasm'])
  })

  it('still says it where no engine starts', async () => {
    const broken = await bench.open({ library: await bench.folder() }, 'die-at-start')
    const report = await broken.call('app.doctor', {})
    expect(report.backends).toEqual([])
    expect(report.warnings[0]).toContain('libmissing.so.2')
  })
})

describe('opening a library', () => {
  it('refuses a file in its place, a newer library, and a folder that cannot be written', async () => {
    const folder = await bench.folder()
    await writeFile(join(folder, 'file'), '')
    await expect(bench.open({ library: join(folder, 'file') })).rejects.toMatchObject({
      code: 'folder-not-found',
    })
    const newer = join(folder, 'newer')
    await mkdir(newer)
    await writeFile(join(newer, 'library.json'), '{"version": 7}')
    await expect(bench.open({ library: newer })).rejects.toMatchObject({ code: 'library-newer' })
    await expect(bench.open({ library: newer, readOnly: true })).rejects.toMatchObject({
      code: 'library-newer',
    })
    expect(await readdir(newer)).toEqual(['library.json'])
    if (process.getuid?.() !== 0 && process.platform !== 'win32') {
      await chmod(folder, 0o500)
      await expect(bench.open({ library: join(folder, 'new') })).rejects.toMatchObject({
        code: 'no-permission',
      })
    }
  })

  it('for reading makes nothing, not even the folder', async () => {
    const folder = await bench.folder()
    const reader = await bench.open({ library: join(folder, 'none'), readOnly: true })
    expect(await reader.call('data.list', {})).toEqual([])
    expect(await reader.call('runs.list', {})).toEqual([])
    await reader.close()
    expect(await readdir(folder)).toEqual([])
  })
})
