import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataset as datasetSchema, decisionsFile, importReport } from '../../contract'
import { quietTask } from '../task'
import { addPictures } from './add'
import { ensureImages } from './cache'
import { importDataset } from './import'
import { decide, openDataset, undo } from './open'
import { hashTree, pictures, png, scratch, writeTree } from './testing'

let folder: ReturnType<typeof scratch>
let source: string
let target: string
beforeEach(async () => {
  folder = scratch()
  source = join(folder.path, 'photos')
  target = join(folder.path, 'library', 'datasets', 'photos')
  await writeTree(source, { ...pictures('a', 10), ...pictures('b', 10, 50) })
})
afterEach(() => folder.remove())

const cache = () => join(folder.path, 'library', 'cache')
const run = (more: object = {}) =>
  importDataset(
    {
      id: 'photos',
      folder: target,
      source: { kind: 'folder', path: source, owned: false },
      options: {},
      seed: 1,
      cache: cache(),
      ...more,
    },
    quietTask(),
  )
const add = (paths: string[], more: object = {}) =>
  addPictures(
    { folder: target, paths: paths.map((path) => ({ path, owned: false })), cache: cache(), ...more },
    quietTask(),
  )
const pixelsOf = async (file: string) => {
  const open = await openDataset(target)
  const { size, resize } = open.dataset
  const images = await ensureImages(open, { size, resize }, quietTask())
  const pixels = new Uint8Array(images.bytesPerImage)
  images.read([open.files.indexOf(file)], pixels)
  images.close()
  return [...pixels.subarray(0, 3)]
}

describe('decisions', () => {
  it('leave pictures out and relabel them, and are undone; the files are not touched', async () => {
    const { dataset } = await run()
    const before = await hashTree(source)
    const open = await openDataset(target)
    const [out, other] = open.indices('train')
    const decided = await decide({
      folder: target,
      decisions: [
        { index: out, action: 'leave-out' },
        { index: other, action: 'relabel', label: 1 },
      ],
    })
    expect(datasetSchema.parse(decided)).toEqual(decided)
    expect(decided.images).toMatchObject({ total: 19, train: dataset.images.train - 1 })
    expect(decided.classes.map(({ train }) => train)).toEqual([
      dataset.classes[0].train - 2,
      dataset.classes[1].train + 1,
    ])
    expect(decided.decided).toEqual({ leftOut: 1, relabelled: 1 })
    expect(decided.hash).not.toBe(dataset.hash)
    const now = await openDataset(target)
    expect(now.dataset).toEqual(decided)
    expect(now.files).toEqual(open.files)
    expect([...now.indices('train')]).toEqual([...open.indices('train')].filter((index) => index !== out))
    expect(now.labels[other]).toBe(1)
    expect(now.imported.labels[other]).toBe(0)
    expect(await hashTree(source)).toEqual(before)

    await decide({ folder: target, decisions: [{ index: out, action: 'keep' }] })
    expect((await openDataset(target)).dataset.images.total).toBe(20)
    await undo({ folder: target })
    await undo({ folder: target })
    expect((await openDataset(target)).dataset).toEqual(dataset)
    await expect(undo({ folder: target })).rejects.toMatchObject({ code: 'invalid-argument' })
  })

  it('give the same hash for the same outcome, however it was reached', async () => {
    await run()
    const step = (index: number) => decide({ folder: target, decisions: [{ index, action: 'leave-out' }] })
    const [a, b] = (await openDataset(target)).indices('train')
    await step(a)
    const one = await step(b)
    await undo({ folder: target })
    await undo({ folder: target })
    await step(b)
    expect((await step(a)).hash).toBe(one.hash)
  })

  it('that would leave nothing to train on or to test with are refused, as are those about nothing', async () => {
    await run()
    const open = await openDataset(target)
    const all = (split: 'train' | 'test') =>
      [...open.indices(split)].map((index) => ({ index, action: 'leave-out' as const }))
    const refused = { code: 'class-too-small' }
    await expect(decide({ folder: target, decisions: all('train') })).rejects.toMatchObject(refused)
    await expect(decide({ folder: target, decisions: all('test') })).rejects.toMatchObject(refused)
    const wrong = { code: 'invalid-argument' }
    for (const decision of [
      { index: 99, action: 'leave-out' as const },
      { index: 0, action: 'relabel' as const },
      { index: 0, action: 'relabel' as const, label: 7 },
      { index: 0, action: 'keep' as const, label: 1 },
    ])
      await expect(decide({ folder: target, decisions: [decision] })).rejects.toMatchObject(wrong)
    expect(existsSync(join(target, 'decisions.json'))).toBe(false)
  })

  it('count also when the program ended before dataset.json was written', async () => {
    await run()
    const text = readFileSync(join(target, 'dataset.json'), 'utf8')
    const decided = await decide({ folder: target, decisions: [{ index: 0, action: 'leave-out' }] })
    writeFileSync(join(target, 'dataset.json'), text)
    expect((await openDataset(target)).dataset).toEqual(decided)
    writeFileSync(join(target, 'decisions.json'), '{')
    await expect(openDataset(target)).rejects.toMatchObject({ code: 'dataset-not-found' })
  })
})

describe('more pictures', () => {
  it('join at the end; what was there keeps its number, split and label', async () => {
    await run()
    const before = await openDataset(target)
    await decide({ folder: target, decisions: [{ index: 2, action: 'leave-out' }] })
    const more = join(folder.path, 'más fotos')
    await writeTree(more, {
      ...pictures('b', 6, 100),
      ...pictures('c', 8, 150),
      'a/copy.png': 0,
      'a/other.png': 51,
      'a/notes.txt': 'x',
    })
    const hashes = await hashTree(folder.path)
    const { dataset, report, added } = await add([more])
    expect(added).toBe(15)
    expect(dataset.classes.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect(dataset.images.total).toBe(34)
    expect(dataset.decided).toEqual({ leftOut: 1, relabelled: 0 })
    expect(datasetSchema.parse(dataset)).toEqual(dataset)
    expect(importReport.parse(report)).toEqual(report)
    expect(report.files).toEqual({ total: 37, used: 35, skipped: 2 })
    expect(report.skipped.map(({ file, reason }) => [file, reason])).toEqual([
      ['más fotos/a/copy.png', 'already-there'],
      ['más fotos/a/notes.txt', 'not-an-image'],
    ])
    const conflict = report.findings.find(({ kind }) => kind === 'label-conflict')!
    expect(conflict.files.map(({ file }) => file)).toEqual(['b/001.png', 'más fotos/a/other.png'])
    const open = await openDataset(target)
    expect(open.files.slice(0, 20)).toEqual(before.files)
    expect([...open.imported.splits.slice(0, 20)]).toEqual([...before.splits])
    const copy = open.files.indexOf('más fotos/a/other.png')
    expect(open.splits[copy]).toBe(open.splits[open.files.indexOf('b/001.png')])
    expect(dataset.classes[2].test).toBeGreaterThan(0)
    expect(
      decisionsFile.parse(JSON.parse(readFileSync(join(target, 'decisions.json'), 'utf8'))).steps,
    ).toHaveLength(1)
    expect(await pixelsOf('a/003.png')).toEqual([3, 252, 21])
    expect(await pixelsOf('más fotos/c/002.png')).toEqual([152, 103, (152 * 7) % 256])
    const images = await ensureImages(open, { size: 40, resize: 'fit' }, quietTask())
    expect(images.count).toBe(35)
    for (const [path, hash] of Object.entries(hashes))
      if (!path.startsWith('library')) expect((await hashTree(folder.path))[path]).toBe(hash)
  })

  it('of the same folder are only those that are new', async () => {
    await run()
    await writeTree(source, { 'a/new.png': 200, 'b/005.png': 201 })
    const { added, report } = await add([source])
    expect(added).toBe(1)
    expect((await openDataset(target)).files.at(-1)).toBe('a/new.png')
    expect(report.skipped.find(({ file }) => file === 'b/005.png')!.reason).toBe('changed')
    expect(report.skipped.filter(({ reason }) => reason === 'already-there')).toHaveLength(19)
    expect((await add([source])).added).toBe(0)
  })

  it('may be single files or a folder of them for a class that is named', async () => {
    await run()
    await writeTree(folder.path, { ...pictures('loose', 3, 100), 'one.png': 130 })
    const { added, dataset } = await add([join(folder.path, 'loose'), join(folder.path, 'one.png')], {
      label: 1,
    })
    expect(added).toBe(4)
    expect(dataset.classes.map(({ train, validation, test }) => train + validation + test)).toEqual([10, 14])
    expect(await pixelsOf('one.png')).toEqual([130, 125, (130 * 7) % 256])
    expect((await add([join(folder.path, 'loose')], { label: 1 })).added).toBe(0)
  })

  it('leave the dataset as it was when they cannot join', async () => {
    const { dataset } = await run()
    const before = await hashTree(target)
    await writeTree(folder.path, { ...pictures('more/c', 1, 100), 'more/c/x.txt': 'x' })
    await expect(add([join(folder.path, 'more')])).rejects.toMatchObject({ code: 'class-too-small' })
    await expect(add([join(folder.path, 'nothing')])).rejects.toMatchObject({ code: 'folder-not-found' })
    await expect(add([source], { label: 5 })).rejects.toMatchObject({ code: 'invalid-argument' })
    expect(await hashTree(target)).toEqual(before)
    expect((await openDataset(target)).dataset).toEqual(dataset)
  })

  it('join a dataset of before there were facts and views', async () => {
    await run()
    rmSync(join(target, 'facts.bin'))
    rmSync(join(target, 'views.u8'))
    await writeTree(folder.path, { 'more/a/copy.png': await png(3), 'more/a/new.png': 120 })
    expect((await add([join(folder.path, 'more')])).added).toBe(1)
    expect(existsSync(join(target, 'views.u8'))).toBe(true)
  })
})

describe('several folders at once', () => {
  const paths = (...names: string[]) => ({
    source: { kind: 'paths', paths: names.map((name) => ({ path: join(folder.path, name), owned: false })) },
  })

  it('are the classes, wherever they lie', async () => {
    await writeTree(folder.path, { ...pictures('x/gato', 4, 100), ...pictures('y/z/perro', 4, 140) })
    const { dataset, report } = await run(paths('x/gato', 'y/z/perro'))
    expect(dataset.classes.map(({ name }) => name)).toEqual(['gato', 'perro'])
    expect(dataset.source).toEqual({
      path: '',
      owned: false,
      mounts: [
        { name: 'gato', path: join(folder.path, 'x/gato'), owned: false },
        { name: 'perro', path: join(folder.path, 'y/z/perro'), owned: false },
      ],
    })
    expect(report.files.used).toBe(8)
    expect(await pixelsOf('perro/001.png')).toEqual([141, 114, (141 * 7) % 256])
    const images = await ensureImages(await openDataset(target), { size: 40, resize: 'cover' }, quietTask())
    expect(images.count).toBe(8)
  })

  it('are the splits, or are merged when each has classes; folders of one name are told apart', async () => {
    await writeTree(folder.path, {
      ...pictures('s/Train/a', 4, 100),
      ...pictures('s/Train/b', 4, 110),
      ...pictures('s/prueba/a', 2, 120),
      ...pictures('s/prueba/b', 2, 130),
    })
    const split = await run(paths('s/Train', 's/prueba'))
    expect(split.dataset.images).toMatchObject({ test: 4, total: 12 })
    target = join(folder.path, 'library', 'datasets', 'merged')
    await writeTree(folder.path, {
      ...pictures('other/photos/a', 3, 150),
      ...pictures('other/photos/c', 3, 160),
    })
    const merged = await run(paths('photos', 'other/photos'))
    expect(merged.dataset.classes.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
    expect((await openDataset(target)).files).toContain('photos (2)/a/001.png')
  })
})
