import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  dataset as datasetSchema,
  importReport,
  toErrorShape,
  UserError,
  type ImportOptions,
  type Progress,
} from '../../contract'
import { quietTask } from '../task'
import { ensureImages } from './cache'
import { importDataset } from './import'
import { openDataset } from './open'
import { sharp } from './sharp'
import { hashTree, pictures, png, scratch, writeTree } from './testing'
import { thumbnail } from './thumbnail'

let folder: ReturnType<typeof scratch>
let source: string
let target: string
beforeEach(() => {
  folder = scratch()
  source = join(folder.path, 'photos')
  target = join(folder.path, 'dataset')
  mkdirSync(source)
})
afterEach(() => folder.remove())

const run = (options: ImportOptions = {}, task = quietTask()) =>
  importDataset(
    {
      id: 'photos',
      folder: target,
      source: { kind: 'folder', path: source, owned: false },
      options,
      seed: 1,
    },
    task,
  )
const errorOf = async (options: ImportOptions = {}) => {
  const error = await run(options).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(UserError)
  expect(existsSync(target) ? readdirSync(target) : []).toEqual([])
  return error as UserError
}

describe('a folder with a class per subfolder', () => {
  it('becomes a dataset whose files are all accounted for', async () => {
    await writeTree(source, {
      ...pictures('perro', 5),
      ...pictures('gato ñandú', 4, 50),
      'gato ñandú/más/hondo/otra foto.png': 70,
      'gato ñandú/notas.txt': 'meow',
      'perro/empty.jpg': '',
      'perro/desktop.ini': '[x]',
      'perro/Thumbs.db': 'x',
      '.hidden/a.png': 1,
      '__MACOSX/perro/a.png': 1,
      'suelta.png': 3,
    })
    mkdirSync(join(source, 'vacía'))
    const before = await hashTree(source)
    const { dataset, report } = await run()
    expect(await hashTree(source)).toEqual(before)
    expect(datasetSchema.parse(dataset)).toEqual(dataset)
    expect(importReport.parse(report)).toEqual(report)
    expect(dataset.classes.map(({ name }) => name)).toEqual(['gato ñandú', 'perro'])
    expect(dataset.images).toMatchObject({ total: 10, skipped: 3 })
    expect(dataset.source).toEqual({ path: source, owned: false })
    expect(report.files).toEqual({ total: 17, used: 10, skipped: 7 })
    expect(report.skipped.map(({ file, reason }) => [file, reason])).toEqual([
      ['gato ñandú/notas.txt', 'not-an-image'],
      ['perro/empty.jpg', 'empty'],
      ['suelta.png', 'outside-classes'],
    ])
    const hidden = report.findings.find(({ kind }) => kind === 'hidden')!
    expect(hidden.files.map(({ file }) => file).sort()).toEqual([
      '.hidden/a.png',
      '__MACOSX/perro/a.png',
      'perro/Thumbs.db',
      'perro/desktop.ini',
    ])
    expect(report.emptyClasses).toEqual(['vacía'])
    expect(report.warnings.join(' ')).toContain('suelta.png')
    expect(readdirSync(target).sort()).toEqual([
      'dataset.json',
      'facts.bin',
      `images-${dataset.size}-cover.u8`,
      'items.json',
      'report.json',
      'views.u8',
    ])
    expect(JSON.parse(readFileSync(join(target, 'dataset.json'), 'utf8'))).toEqual(dataset)

    const open = await openDataset(target)
    expect(open.files).toContain('gato ñandú/más/hondo/otra foto.png')
    expect(
      [...open.indices('train'), ...open.indices('validation'), ...open.indices('test')].sort(
        (a, b) => a - b,
      ),
    ).toEqual(open.files.map((_, i) => i))
    expect(open.files.every((file, i) => file.startsWith(`${dataset.classes[open.labels[i]].name}/`))).toBe(
      true,
    )
    const images = await ensureImages(open, { size: dataset.size, resize: 'cover' }, quietTask())
    const pixels = new Uint8Array(images.bytesPerImage)
    images.read([open.files.indexOf('perro/003.png')], pixels)
    expect([...pixels.subarray(0, 3)]).toEqual([3, 252, 21])
  })

  it('is the same dataset again, wherever it lies and in whatever order its files were made', async () => {
    await writeTree(source, { ...pictures('b', 6), ...pictures('a', 7, 40) })
    const one = await run()
    const files = { ...pictures('a', 7, 40), ...pictures('b', 6) }
    source = join(folder.path, 'elsewhere')
    await writeTree(source, Object.fromEntries(Object.entries(files).reverse()))
    target = join(folder.path, 'second')
    const two = await run()
    expect(two.dataset.hash).toBe(one.dataset.hash)
    target = join(folder.path, 'third')
    expect((await run({ seed: 2 })).dataset.hash).not.toBe(one.dataset.hash)
    target = join(folder.path, 'fourth')
    writeFileSync(join(source, 'a', '003.png'), await png(200))
    expect((await run()).dataset.hash).not.toBe(one.dataset.hash)
  })

  it('may lie one folder deeper, as in an unpacked archive', async () => {
    await writeTree(source, { ...pictures('animals/a', 3), ...pictures('animals/b', 3, 30) })
    const { dataset } = await run()
    expect(dataset.classes.map(({ name }) => name)).toEqual(['a', 'b'])
    expect((await openDataset(target)).files[0]).toBe('animals/a/000.png')
  })

  it('may have a class that is called like a split', async () => {
    await writeTree(source, {
      ...pictures('train', 4),
      ...pictures('bus', 4, 50),
      ...pictures('boat', 4, 90),
    })
    expect((await run()).dataset.classes.map(({ name }) => name)).toEqual(['boat', 'bus', 'train'])
  })

  it('gives each class one name, however its accents are written', async () => {
    await writeTree(source, {
      ...pictures('train/n\u0303andu\u0301', 4),
      ...pictures('train/gato', 4, 30),
      ...pictures('test/\u00f1and\u00fa', 2, 60),
      ...pictures('test/gato', 2, 90),
    })
    const { dataset } = await run()
    expect(dataset.classes.map(({ name, test }) => [name, test])).toEqual([
      ['gato', 2],
      ['\u00f1and\u00fa', 2],
    ])
  })

  it('warns of copies, in one class and across classes', async () => {
    await writeTree(source, {
      ...pictures('a', 4),
      ...pictures('b', 4, 50),
      'a/copy.png': 0,
      'b/copy.png': 1,
    })
    const { report } = await run()
    expect(report.warnings.join('\n')).toMatch(
      /One picture is in more than one class[^]*2 pictures are there more than once/,
    )
  })

  it('chooses 32 pixels for small pictures and 64 for others', async () => {
    await writeTree(source, { ...pictures('a', 3), ...pictures('b', 3, 9) })
    expect((await run()).dataset.size).toBe(32)
    await writeTree(source, {
      'a/000.png': await png(1, 300),
      'a/001.png': await png(2, 300),
      'b/000.png': await png(3, 300),
      'b/001.png': await png(4, 300),
    })
    target = join(folder.path, 'second')
    expect((await run()).dataset.size).toBe(64)
  })
})

describe('ready train and test folders', () => {
  it('are kept, in any letter case, and the classes are those of all of them', async () => {
    await writeTree(source, {
      ...pictures('TRAIN/a', 4),
      ...pictures('TRAIN/b', 4, 10),
      ...pictures('Valid/a', 1, 20),
      ...pictures('Valid/b', 2, 30),
      ...pictures('testing/a', 3, 40),
      ...pictures('testing/b', 2, 50),
    })
    const { dataset } = await run()
    expect(dataset.split.origin).toBe('ready')
    expect(dataset.classes).toEqual([
      { name: 'a', train: 4, validation: 1, test: 3 },
      { name: 'b', train: 4, validation: 2, test: 2 },
    ])
  })

  it('get validation pictures from train where there are none', async () => {
    await writeTree(source, {
      ...pictures('train/a', 10),
      ...pictures('train/b', 10, 20),
      ...pictures('test/a', 2, 40),
      ...pictures('test/b', 2, 50),
      'extra/x.png': 3,
    })
    const { dataset, report } = await run()
    expect(dataset.split.origin).toBe('ready-test')
    expect(dataset.classes[0]).toEqual({ name: 'a', train: 9, validation: 1, test: 2 })
    expect(report.warnings).toContain('The folder extra is neither train, validation nor test: left out.')
    expect(report.files).toEqual({ total: 25, used: 24, skipped: 1 })
  })

  it('are drawn from train when test has no labels', async () => {
    await writeTree(source, {
      ...pictures('train/a', 10),
      ...pictures('train/b', 10, 20),
      ...pictures('test', 5, 40),
    })
    const { dataset, report } = await run()
    expect(dataset.images).toMatchObject({ total: 20, validation: 4, test: 4 })
    expect(dataset.split.origin).toBe('drawn')
    expect(report.warnings.join(' ')).toContain('test has no class folders')
    expect(report.files).toEqual({ total: 25, used: 20, skipped: 5 })
  })

  it('warn when a test picture is among the training pictures', async () => {
    await writeTree(source, {
      ...pictures('train/a', 3),
      ...pictures('train/b', 3, 20),
      ...pictures('test/a', 1),
      ...pictures('test/b', 1, 50),
    })
    const { findings } = (await run()).report
    const leakage = findings.find(({ kind }) => kind === 'leakage')!
    expect(leakage.groups!.map(({ files }) => files.map(({ file, split }) => [file, split]))).toEqual([
      [
        ['test/a/000.png', 'test'],
        ['train/a/000.png', 'train'],
      ],
    ])
  })
})

describe('a folder that cannot become a dataset', () => {
  it('is not there, or is a file', async () => {
    source = join(folder.path, 'nothing')
    expect((await errorOf()).code).toBe('folder-not-found')
    writeFileSync(source, 'x')
    expect((await errorOf()).code).toBe('folder-not-found')
  })

  it('has no pictures', async () => {
    expect((await errorOf()).code).toBe('folder-without-images')
    await writeTree(source, { 'a.png': 1, 'b.png': 2 })
    const loose = await errorOf()
    expect(loose.code).toBe('folder-without-images')
    expect(loose.message).toContain('which class')
    await writeTree(source, { 'a/x.txt': 'no', 'b/y.jpg': 'neither' })
    const broken = await errorOf()
    expect(broken.code).toBe('folder-without-images')
    expect(broken.message).toContain('a/x.txt: this is not a picture')
  })

  it('has train and test folders without classes in them', async () => {
    await writeTree(source, { ...pictures('train', 5), ...pictures('test', 5, 50) })
    const error = await errorOf()
    expect(error.code).toBe('folder-without-images')
    expect(error.message).toContain('train has no subfolders')
  })

  it('has one class only, also when the other turns out to be empty', async () => {
    await writeTree(source, pictures('cats', 5))
    expect((await errorOf()).code).toBe('one-class-only')
    mkdirSync(join(source, 'dogs'))
    expect((await errorOf()).detail).toEqual({ class: 'cats' })
  })

  it('has a class with one picture', async () => {
    await writeTree(source, { ...pictures('cats', 5), ...pictures('dogs', 1, 50) })
    const error = await errorOf()
    expect(error.code).toBe('class-too-small')
    expect(error.message).toContain('dogs has 1 usable picture;')
    expect(error.hint).toContain('dogs')
  })

  it('is asked for an impossible split', async () => {
    await writeTree(source, { ...pictures('cats', 5), ...pictures('dogs', 5, 50) })
    expect((await errorOf({ validation: 0.6, test: 0.5 })).code).toBe('invalid-argument')
  })
})

describe('what is not quite a file', () => {
  it('is skipped: links out of the folder, broken links, loops', async () => {
    await writeTree(source, { ...pictures('a', 3), ...pictures('b', 3, 30) })
    await writeTree(folder.path, { ...pictures('outside', 2, 90) })
    symlinkSync(join(folder.path, 'outside', '000.png'), join(source, 'a', 'out.png'))
    symlinkSync(join(folder.path, 'outside'), join(source, 'a', 'out'))
    symlinkSync(join(source, 'nothing.png'), join(source, 'a', 'broken.png'))
    symlinkSync(source, join(source, 'a', 'loop'))
    symlinkSync(join(source, 'b', '000.png'), join(source, 'b', 'inside.png'))
    const { dataset, report } = await run()
    expect(report.skipped.map(({ file, message }) => [file, message])).toEqual([
      ['a/broken.png', 'a link to something that is not there.'],
      ['a/out', 'a link that leads out of the folder.'],
      ['a/out.png', 'a link that leads out of the folder.'],
    ])
    expect(dataset.classes[1]).toMatchObject({ name: 'b' })
    expect((await openDataset(target)).files).toContain('b/inside.png')
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is skipped when it may not be read',
    async () => {
      await writeTree(source, { ...pictures('a', 4), ...pictures('b', 3, 30) })
      chmodSync(join(source, 'a', '002.png'), 0)
      const { report } = await run()
      expect(report.skipped).toEqual([
        { file: 'a/002.png', reason: 'unreadable', message: 'no permission to read the file.' },
      ])
    },
  )

  it('is skipped when it vanishes during the import', async () => {
    await writeTree(source, { ...pictures('a', 40), ...pictures('b', 40, 100) })
    const task = {
      ...quietTask(),
      progress: ({ stage, done }: Progress) => {
        if (stage === 'decode' && done === 1) rmSync(join(source, 'b', '039.png'))
      },
    }
    const { report } = await run({}, task)
    expect(report.skipped).toEqual([
      { file: 'b/039.png', reason: 'vanished', message: 'the file is no longer there.' },
    ])
  })
})

describe('an import that does not end', () => {
  it.each(['scan', 'decode', 'write'])(
    'leaves nothing when it is cancelled in the stage %s',
    async (stage) => {
      await writeTree(source, { ...pictures('a', 20), ...pictures('b', 20, 30) })
      const controller = new AbortController()
      const task = {
        signal: controller.signal,
        progress: (now: Progress) => {
          if (now.stage === stage && (stage !== 'decode' || now.done > 5)) controller.abort()
        },
      }
      await expect(run({}, task)).rejects.toMatchObject({ code: 'cancelled' })
      expect(readdirSync(target)).toEqual([])
    },
  )

  it.skipIf(!existsSync('/dev/full'))('leaves nothing and says so when the disk is full', async () => {
    await writeTree(source, { ...pictures('a', 3), ...pictures('b', 3, 30) })
    mkdirSync(target)
    symlinkSync('/dev/full', join(target, 'images-32-cover.u8.tmp'))
    const error = await run().catch((thrown: unknown) => thrown)
    expect(toErrorShape(error).code).toBe('disk-full')
    expect(readdirSync(target)).toEqual([])
  })
})

describe('another size', () => {
  const setup = async () => {
    await writeTree(source, { ...pictures('a', 4), ...pictures('b', 4, 30) })
    await run({ size: 32 })
    return openDataset(target)
  }

  it('is made from the originals, once', async () => {
    const open = await setup()
    const images = await ensureImages(open, { size: 48, resize: 'fit' }, quietTask())
    expect([images.size, images.count, images.bytesPerImage]).toEqual([48, 8, 48 * 48 * 3])
    const pixels = new Uint8Array(images.bytesPerImage)
    images.read([5], pixels)
    expect([...pixels.subarray(-3)]).toEqual([31, 224, 217])
    expect(existsSync(join(target, 'images-48-fit.u8'))).toBe(true)
    rmSync(source, { recursive: true })
    await ensureImages(open, { size: 48, resize: 'fit' }, quietTask())
  })

  it('needs the originals as they were', async () => {
    const open = await setup()
    writeFileSync(join(source, 'b', '001.png'), await png(200))
    const changed = await ensureImages(open, { size: 48, resize: 'fit' }, quietTask()).catch(
      (e: unknown) => e,
    )
    expect(changed).toMatchObject({ code: 'dataset-source-missing', detail: { file: 'b/001.png' } })
    rmSync(source, { recursive: true })
    const gone = await ensureImages(open, { size: 48, resize: 'fit' }, quietTask()).catch((e: unknown) => e)
    expect(gone).toMatchObject({ code: 'dataset-source-missing' })
    expect(readdirSync(target).filter((name) => name.startsWith('images-48'))).toEqual([])
  })

  it('can be cancelled and leaves nothing then', async () => {
    const open = await setup()
    const controller = new AbortController()
    const task = {
      signal: controller.signal,
      progress: ({ done }: Progress) => void (done > 1 && controller.abort()),
    }
    await expect(ensureImages(open, { size: 40, resize: 'cover' }, task)).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(readdirSync(target).filter((name) => name.startsWith('images-40'))).toEqual([])
  })
})

describe('thumbnails', () => {
  it('come from the original in its proportions, and from the cache when it is gone', async () => {
    const wide = await sharp({ create: { width: 300, height: 100, channels: 3, background: '#3060c0' } })
      .png()
      .toBuffer()
    await writeTree(source, { ...pictures('a', 3), ...pictures('b', 3, 30), 'a/wide.png': wide })
    await run({ size: 64 })
    const index = (await openDataset(target)).files.indexOf('a/wide.png')
    const size = async () => {
      const { mime, base64 } = await thumbnail(target, index, 120)
      expect(mime).toBe('image/jpeg')
      const { width, height } = await sharp(Buffer.from(base64, 'base64')).metadata()
      return [width, height]
    }
    expect(await size()).toEqual([120, 40])
    rmSync(join(source, 'a', 'wide.png'))
    expect(await size()).toEqual([64, 64])
    await expect(thumbnail(target, 99, 120)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a dataset on disk', () => {
  it('is refused when its records are damaged, lead out of it, or are of a newer Cotejo', async () => {
    await writeTree(source, { ...pictures('a', 3), ...pictures('b', 3, 30) })
    await run()
    const spoil = async (file: string, change: (json: Record<string, unknown>) => void, code: string) => {
      const path = join(target, file)
      const text = readFileSync(path, 'utf8')
      const json = JSON.parse(text)
      change(json)
      writeFileSync(path, JSON.stringify(json))
      await expect(openDataset(target)).rejects.toMatchObject({ code })
      writeFileSync(path, text)
    }
    await spoil('dataset.json', (json) => (json.version = 2), 'library-newer')
    await spoil('dataset.json', (json) => delete json.hash, 'dataset-not-found')
    await spoil('items.json', (json) => (json.files as string[]).pop(), 'dataset-not-found')
    await spoil(
      'items.json',
      (json) => ((json.files as string[])[0] = '../../secret.png'),
      'dataset-not-found',
    )
    await spoil('items.json', (json) => ((json.labels as number[])[0] = 2), 'dataset-not-found')
    expect((await openDataset(target)).files).toHaveLength(6)
    await expect(openDataset(folder.path)).rejects.toMatchObject({ code: 'dataset-not-found' })
  })
})
