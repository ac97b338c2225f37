// Imports of real pictures: a messy folder, 150 photos, the tool-made CIFAR-10. Needs ../shared/data; skips without.
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ImportReport, type Dataset } from '../../src-main/contract'
import { ensureImages } from '../../src-main/engine/data/cache'
import { importDataset } from '../../src-main/engine/data/import'
import { openDataset } from '../../src-main/engine/data/open'
import { hashTree } from '../../src-main/engine/data/testing'
import { thumbnail } from '../../src-main/engine/data/thumbnail'
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

  it('has every file accounted for, with the reason where it was not taken', async () => {
    const { dataset, report } = result
    expect(Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))).toEqual({
      'gato ñandú/65536-uint32-limit.png': 'too-large',
      'gato ñandú/corrupt-header.jpg': 'corrupt',
      'gato ñandú/relax.jp2': 'unsupported',
      'gato ñandú/truncated.jpg': 'corrupt',
      'gato ñandú/truncated.png': 'corrupt',
      'perro/text.jpg': 'not-an-image',
      'perro/zero-bytes.jpg': 'empty',
    })
    const classFiles = Object.keys(before).filter(
      (file) => file.includes('/') && !file.startsWith('.') && !file.endsWith('desktop.ini'),
    )
    const { files } = await openDataset(join(folder, 'messy'))
    expect([...files, ...report.skipped.map(({ file }) => file)].sort()).toEqual(classFiles.sort())
    expect(report.files).toEqual({ total: 28, used: 21, skipped: 7 })
    expect(report.emptyClasses).toEqual(['clase vacía'])
    expect(dataset.classes.map(({ name }) => name)).toEqual(['gato ñandú', 'perro'])
    expect(report.warnings.join('\n')).toMatch(/suelta-en-la-raiz\.jpg[^]*duplicado\.jpg/)
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
