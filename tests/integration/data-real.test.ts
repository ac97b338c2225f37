// Imports of real pictures: a messy folder, 150 photos, the tool-made CIFAR-10. Needs ../shared/data; skips without.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImportReport, type Dataset } from '../../src-main/contract'
import { ensureImages } from '../../src-main/engine/data/cache'
import { importDataset } from '../../src-main/engine/data/import'
import { openDataset } from '../../src-main/engine/data/open'
import { sharp } from '../../src-main/engine/data/sharp'
import { hashTree } from '../../src-main/engine/data/testing'
import { thumbnail } from '../../src-main/engine/data/thumbnail'
import { rng } from '../../src-main/engine/rng'
import { quietTask } from '../../src-main/engine/task'

const DATA = resolve(import.meta.dirname, '../../../shared/data')
const present = existsSync(DATA)
if (!present) console.log('skipped: the real pictures are not here (../shared/data)')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cotejo-real-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (name: string, path: string) =>
  importDataset(
    {
      id: name,
      folder: join(folder, name),
      source: { kind: 'folder', path, owned: false },
      options: {},
      seed: 1,
    },
    quietTask(),
  )

describe.skipIf(!present)('a messy folder', () => {
  let source: string
  let before: Record<string, string>
  let result: { dataset: Dataset; report: ImportReport }

  beforeAll(async () => {
    source = join(folder, 'mis fotos')
    cpSync(join(DATA, 'messy'), source, { recursive: true })
    mkdirSync(join(source, 'clase vacía'))
    before = await hashTree(source)
    result = await run('messy', source)
  })

  it('is not touched', async () => {
    expect(await hashTree(source)).toEqual(before)
    expect(readdirSync(source)).toContain('clase vacía')
  })

  it('has every file accounted for, in the right category', async () => {
    const { dataset, report } = result
    const { files } = await openDataset(join(folder, 'messy'))
    const categories = new Map<string, string[]>(files.map((file) => [file, ['used']]))
    for (const { kind, files: found, groups } of report.findings)
      for (const { file } of groups ? [] : found)
        categories.set(file, [...(categories.get(file) ?? []), kind])
    expect(Object.fromEntries([...categories].sort())).toEqual({
      '.hidden/.DS_Store': ['hidden'],
      'gato ñandú/1007.jpeg': ['used'],
      'gato ñandú/1037.jpeg': ['used'],
      'gato ñandú/1076.jpeg': ['used'],
      'gato ñandú/1091.jpeg': ['used'],
      'gato ñandú/1138.jpeg': ['used'],
      'gato ñandú/118.jpeg': ['used'],
      'gato ñandú/16-bit-grey-alpha.png': ['used', 'bright', 'converted'],
      'gato ñandú/4.webp': ['used'],
      'gato ñandú/65536-uint32-limit.png': ['too-large'],
      'gato ñandú/8bit_depth.tiff': ['used', 'tiny', 'converted'],
      'gato ñandú/Channel_digital_image_CMYK_color.jpg': ['used', 'converted'],
      'gato ñandú/G31D.TIF': ['used', 'converted'],
      'gato ñandú/animated-loop-3.gif': ['used', 'bright', 'converted', 'first-frame'],
      'gato ñandú/check.svg': ['used', 'converted'],
      'gato ñandú/copia de gato.JPG': ['used'],
      'gato ñandú/corrupt-header.jpg': ['corrupt'],
      'gato ñandú/pitm.avif': ['used', 'aspect-outlier', 'first-frame'],
      'gato ñandú/relax.jp2': ['unsupported'],
      'gato ñandú/truncated.jpg': ['corrupt'],
      'gato ñandú/truncated.png': ['corrupt'],
      'perro/Landscape_2.jpg': ['used', 'exif-rotated'],
      'perro/Landscape_3.jpg': ['used', 'exif-rotated'],
      'perro/Landscape_6.jpg': ['used', 'exif-rotated'],
      'perro/Landscape_8.jpg': ['used', 'exif-rotated'],
      'perro/desktop.ini': ['hidden'],
      'perro/duplicado.jpg': ['used'],
      'perro/really-a-jpeg.png': ['used', 'wrong-extension'],
      'perro/text.jpg': ['not-an-image'],
      'perro/zero-bytes.jpg': ['empty'],
      'suelta-en-la-raiz.jpg': ['outside-classes'],
    })
    expect(Object.keys(before).sort()).toEqual([...categories.keys()].sort())
    expect(report.files).toEqual({ total: 31, used: 21, skipped: 10 })
    expect(report.emptyClasses).toEqual(['clase vacía'])
    expect(dataset.classes.map(({ name }) => name)).toEqual(['gato ñandú', 'perro'])
    const groups = (kind: string) =>
      report.findings
        .find((one) => one.kind === kind)
        ?.groups!.map((group) => group.files.map(({ file }) => file))
    const copies = ['gato ñandú/1007.jpeg', 'gato ñandú/copia de gato.JPG', 'perro/duplicado.jpg']
    expect(groups('duplicate')).toEqual([copies])
    expect(groups('label-conflict')).toEqual([copies])
    expect(groups('near-duplicate')).toEqual([[2, 3, 6, 8].map((n) => `perro/Landscape_${n}.jpg`)])
  })

  it('shows the same scene in all of its EXIF orientations', async () => {
    const open = await openDataset(join(folder, 'messy'))
    const images = await ensureImages(open, { size: 64, resize: 'cover' }, quietTask())
    const scenes = [2, 3, 6, 8].map((orientation) => {
      const pixels = new Uint8Array(images.bytesPerImage)
      images.read([open.files.indexOf(`perro/Landscape_${orientation}.jpg`)], pixels)
      return pixels
    })
    for (const scene of scenes.slice(1)) {
      const apart = scene.reduce((sum, value, i) => sum + Math.abs(value - scenes[0][i]), 0) / scene.length
      expect(apart).toBeLessThan(8) // the orientation's number is written into each
    }
  })

  it('has a thumbnail for every picture', async () => {
    const { files } = await openDataset(join(folder, 'messy'))
    for (const index of files.keys()) {
      const { base64 } = await thumbnail(join(folder, 'messy'), index, 96)
      expect(base64.startsWith('/9j/'), files[index]).toBe(true)
    }
  })
})

describe.skipIf(!present)('150 photos of three animals', () => {
  it('become 102, 24 and 24 pictures, the same each time', async () => {
    const source = join(DATA, 'butterfly-cat-horse')
    const { dataset, report } = await run('photos', source)
    expect(dataset.classes).toEqual(
      ['butterfly', 'cat', 'horse'].map((name) => ({ name, train: 34, validation: 8, test: 8 })),
    )
    expect(report.skipped).toEqual([])
    expect(dataset.size).toBe(64)
    expect((await run('again', source)).dataset.hash).toBe(dataset.hash)
  })
})

describe.skipIf(!present)('copies planted among photos', () => {
  /** What people do to pictures: save them again, make them smaller, cut a little off. */
  async function copiesOf(photo: string, seed: number): Promise<Record<string, Buffer>> {
    const { width, height } = await sharp(photo).autoOrient().metadata()
    const random = rng(seed, 'copy')
    const cut = (most: number) => {
      const [left, right] = [0, 0].map(() => Math.round(random.range(0, most) * width))
      const [top, bottom] = [0, 0].map(() => Math.round(random.range(0, most) * height))
      return { left, top, width: width - left - right, height: height - top - bottom }
    }
    const open = () => sharp(photo)
    return {
      'saved.jpg': await open().jpeg({ quality: 35 }).toBuffer(),
      'saved.webp': await open().webp({ quality: 50 }).toBuffer(),
      'smaller.jpg': await open()
        .resize(Math.round(width * random.range(0.2, 0.7)))
        .jpeg()
        .toBuffer(),
      'cut.jpg': await open().extract(cut(0.05)).jpeg({ quality: 80 }).toBuffer(),
      'cut-more.png': await open().extract(cut(0.08)).resize(180).png().toBuffer(),
    }
  }

  it('are found: recall 0.95 or more, precision 0.99 or more', async () => {
    const source = join(folder, 'planted')
    cpSync(join(DATA, 'butterfly-cat-horse'), source, { recursive: true })
    const natural = (await run('natural', source)).report.findings.find(
      ({ kind }) => kind === 'near-duplicate',
    )
    const known = new Set(natural?.groups?.map((group) => group.files.map(({ file }) => file).join('\n')))
    const origin = new Map<string, string>()
    for (const name of ['butterfly', 'cat', 'horse'])
      for (const [i, file] of readdirSync(join(source, name)).entries()) {
        origin.set(`${name}/${file}`, `${name}/${file}`)
        if (i % 5 !== 0) continue
        for (const [kind, bytes] of Object.entries(await copiesOf(join(source, name, file), i))) {
          writeFileSync(join(source, name, `${i}-${kind}`), bytes)
          origin.set(`${name}/${i}-${kind}`, `${name}/${file}`)
        }
      }
    const { report } = await run('planted-data', source)
    const groups = report.findings.find(({ kind }) => kind === 'near-duplicate')!.groups!
    const groupOf = new Map(
      groups.flatMap(({ files }, group) => files.map(({ file }) => [file, group] as const)),
    )
    const planted = [...origin].filter(([copy, original]) => copy !== original)
    const found = planted.filter(([copy, original]) => {
      const group = groupOf.get(copy)
      return group !== undefined && group === groupOf.get(original)
    })
    expect(planted).toHaveLength(150)
    expect(found.length / planted.length).toBeGreaterThanOrEqual(0.95)
    // Of the pictures that are said to be copies of another, those that are.
    let right = 0
    let said = 0
    for (const { files } of groups) {
      const originals = new Set(files.map(({ file }) => origin.get(file)!))
      said += files.length - 1
      const alike = originals.size === 1 || known.has([...originals].sort().join('\n'))
      right += alike ? files.length - 1 : files.length - originals.size
    }
    expect(right / said).toBeGreaterThanOrEqual(0.99)
    // A drawn split cuts through none of the groups.
    const { files, splits } = await openDataset(join(folder, 'planted-data'))
    for (const [copy, original] of found)
      expect(splits[files.indexOf(copy)], copy).toBe(splits[files.indexOf(original)])
  })
})

describe.skipIf(!present)('CIFAR-10 in an archive made by the shared tool', () => {
  it('has the counts that the tool prints', async () => {
    const tool = join(DATA, 'tools', 'cifar10-binary.mjs')
    const { stdout } = await promisify(execFile)(process.execPath, [tool, join(folder, 'made'), '20'])
    const [, train, test] = /(\d+) train, (\d+) test/.exec(stdout)!.map(Number)
    const archive = join(folder, 'made', 'cifar-10-binary.tar.gz')
    const { dataset, report } = await importDataset(
      {
        id: 'cifar-10',
        folder: join(folder, 'cifar-10'),
        source: { kind: 'cifar10', archive, downloads: folder },
        options: {},
        seed: 1,
      },
      quietTask(),
    )
    expect(dataset.images).toMatchObject({ total: train + test, test })
    expect(dataset.images.train + dataset.images.validation).toBe(train)
    expect(dataset.classes.map((one) => [one.name, one.test])).toEqual(
      ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'].map(
        (name) => [name, test / 10],
      ),
    )
    expect(report.warnings.join('\n')).toMatch(
      /not the published one[^]*240 pictures; the whole of CIFAR-10 has 60000/,
    )
  })
})
