import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { create } from 'tar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserError, type Progress } from '../../../contract'
import { quietTask } from '../../task'
import { ensureImages } from '../cache'
import { importDataset } from '../import'
import { openDataset } from '../open'
import { rng } from '../../rng'
import { scratch } from '../testing'
import { thumbnail } from '../thumbnail'
import { BATCHES, CLASSES, parseBatch, RECORD_BYTES } from './layout'

let folder: ReturnType<typeof scratch>
let target: string
beforeEach(() => {
  folder = scratch()
  target = join(folder.path, 'dataset')
})
afterEach(() => folder.remove())

/** Batch files of `records` random records each, with the labels in turn. */
function writeBatches(records = 40): string {
  const inside = join(folder.path, 'cifar-10-batches-bin')
  mkdirSync(inside, { recursive: true })
  const random = rng(5)
  for (const name of BATCHES) {
    const bytes = new Uint8Array(records * RECORD_BYTES).map(() => random.below(256))
    for (let i = 0; i < records; i++) bytes[i * RECORD_BYTES] = i % 10
    writeFileSync(join(inside, `${name}.bin`), bytes)
  }
  writeFileSync(join(inside, 'batches.meta.txt'), CLASSES.join('\n') + '\n\n')
  return inside
}

async function pack(name = 'cifar-10-binary.tar.gz', entries = ['cifar-10-batches-bin']): Promise<string> {
  const file = join(folder.path, name)
  await create({ file, cwd: folder.path, gzip: name.endsWith('gz') }, entries)
  return file
}

const run = (archive?: string, url?: string, task = quietTask()) =>
  importDataset(
    {
      id: 'cifar-10',
      folder: target,
      source: { kind: 'cifar10', archive, downloads: join(folder.path, 'dl'), url },
      options: {},
      seed: 1,
    },
    task,
  )
const wrong = async (archive: string) => {
  const error = await run(archive).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(readdirSync(target)).toEqual([])
  return error as UserError
}

describe('a record', () => {
  it('is a label and three planes, as the description of the format says', () => {
    const bytes = new Uint8Array(2 * RECORD_BYTES)
    bytes[0] = 7
    bytes[1] = 11 // red of the first pixel
    bytes[1 + 1024] = 22
    bytes[1 + 2048] = 33
    bytes[1 + 32 + 5] = 44 // red of row 1, column 5
    bytes[RECORD_BYTES] = 9
    bytes[RECORD_BYTES + 3072] = 55 // blue of the last pixel
    const { labels, pixels } = parseBatch('x', 'data_batch_1', bytes)
    expect([...labels]).toEqual([7, 9])
    expect([...pixels.subarray(0, 3)]).toEqual([11, 22, 33])
    expect(pixels[(32 + 5) * 3]).toBe(44)
    expect(pixels.at(-1)).toBe(55)
    expect(pixels.reduce((sum, value) => sum + value)).toBe(11 + 22 + 33 + 44 + 55)
  })
})

describe('an archive of the user', () => {
  it.each(['cifar-10-binary.tar.gz', 'anything.tar'])(
    'is imported (%s) with its test batch as test set',
    async (name) => {
      const inside = writeBatches()
      const { dataset, report } = await run(await pack(name))
      expect(dataset.classes.map((c) => c.name)).toEqual(CLASSES)
      expect(dataset.images).toEqual({ train: 180, validation: 20, test: 40, total: 240, skipped: 0 })
      expect(dataset.classes[3]).toEqual({ name: 'cat', train: 18, validation: 2, test: 4 })
      expect(dataset.split).toMatchObject({ origin: 'ready-test', validation: 0.1 })
      expect(report.warnings.join(' ')).toMatch(/not the published one[^]*240 pictures/)
      const open = await openDataset(target)
      expect([open.files[0], open.files[239]]).toEqual(['data_batch_1/00000', 'test_batch/00039'])
      expect([...open.indices('test')]).toEqual(Array.from({ length: 40 }, (_, i) => 200 + i))
      // The last picture of batch 2, against the bytes of its file.
      const images = await ensureImages(open, { size: 32, resize: 'fit' }, quietTask())
      const pixels = new Uint8Array(3072)
      images.read([79], pixels)
      const record = readFileSync(join(inside, 'data_batch_2.bin')).subarray(39 * RECORD_BYTES + 1)
      for (let p = 0; p < 1024; p++)
        for (let c = 0; c < 3; c++)
          if (pixels[p * 3 + c] !== record[c * 1024 + p]) throw new Error(`pixel ${p}`)
    },
  )

  it('may be unpacked, and the folder may be named at either level', async () => {
    const inside = writeBatches()
    const { dataset } = await run(inside)
    expect(dataset.images.total).toBe(240)
    target = join(folder.path, 'second')
    expect((await run(folder.path)).dataset.hash).toBe(dataset.hash)
  })

  it('gives other sizes and thumbnails from its cache', async () => {
    writeBatches()
    await run(await pack())
    const open = await openDataset(target)
    const images = await ensureImages(open, { size: 48, resize: 'cover' }, quietTask())
    expect(images.bytesPerImage).toBe(48 * 48 * 3)
    expect((await thumbnail(target, 0, 96)).base64.startsWith('/9j/')).toBe(true)
    rmSync(join(target, 'images-32-cover.u8'))
    const gone = await ensureImages(open, { size: 64, resize: 'cover' }, quietTask()).catch((e: unknown) => e)
    expect(gone).toMatchObject({ code: 'dataset-source-missing' })
  })

  it('can be cancelled and leaves nothing', async () => {
    writeBatches(400)
    const controller = new AbortController()
    const task = {
      signal: controller.signal,
      progress: ({ done }: Progress) => void (done > 0 && controller.abort()),
    }
    await expect(run(await pack(), undefined, task)).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(target)).toEqual([])
  })
})

describe('a wrong archive says what is wrong', () => {
  it('is not there', async () => {
    expect((await wrong(join(folder.path, 'no.tar.gz'))).code).toBe('not-found')
  })

  it.each<[string, (inside: string) => void, RegExp]>([
    [
      'a batch is missing',
      (inside) => rmSync(join(inside, 'data_batch_4.bin')),
      /data_batch_4\.bin is missing/,
    ],
    [
      'a batch is cut',
      (inside) => writeFileSync(join(inside, 'data_batch_2.bin'), new Uint8Array(5000)),
      /data_batch_2\.bin has 5000 bytes/,
    ],
    [
      'a batch is empty',
      (inside) => writeFileSync(join(inside, 'test_batch.bin'), ''),
      /test_batch\.bin has 0 bytes/,
    ],
    [
      'a batch is too long',
      (inside) => writeFileSync(join(inside, 'data_batch_5.bin'), new Uint8Array(10_001 * RECORD_BYTES)),
      /more than the 30730000/,
    ],
    [
      'a label is none',
      (inside) => writeFileSync(join(inside, 'data_batch_3.bin'), new Uint8Array(RECORD_BYTES * 3).fill(10)),
      /record 0 of data_batch_3\.bin has the label 10/,
    ],
    [
      'it is the Python version',
      (inside) => BATCHES.forEach((name) => renameSync(join(inside, `${name}.bin`), join(inside, name))),
      /Python version/,
    ],
    [
      'it is CIFAR-100',
      (inside) => {
        readdirSync(inside).forEach((f) => rmSync(join(inside, f)))
        writeFileSync(join(inside, 'train.bin'), 'x')
      },
      /CIFAR-100/,
    ],
  ])('%s', async (_, spoil, message) => {
    spoil(writeBatches(20))
    const error = await wrong(await pack())
    expect(error.code).toBe('archive-wrong')
    expect(error.message).toMatch(message)
    expect(error.hint).toContain('cifar-10-binary.tar.gz')
  })

  it('is cut off, damaged, or no archive at all', async () => {
    writeBatches()
    const file = await pack()
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, whole.length >> 1))
    expect((await wrong(file)).message).toMatch(/cut off/)
    writeFileSync(file, gunzipSync(whole).subarray(0, 300_000))
    expect((await wrong(file)).message).toMatch(/cut off|missing/)
    const damaged = Buffer.from(whole)
    damaged.fill(0, 50_000, 50_500)
    writeFileSync(file, damaged)
    expect((await wrong(file)).code).toBe('archive-wrong')
    for (const junk of [
      Buffer.from('hello'),
      Buffer.alloc(100_000, 7),
      Buffer.alloc(0),
      Buffer.from('PK\x03\x04 a zip file'),
    ]) {
      writeFileSync(file, junk)
      expect((await wrong(file)).code).toBe('archive-wrong')
    }
  })

  it('writes nothing outside, whatever its entries are called', async () => {
    writeBatches()
    const evil = join(folder.path, 'evil')
    mkdirSync(evil)
    writeFileSync(join(folder.path, 'escaped.txt'), 'x')
    await create({ file: join(folder.path, 'evil.tar'), cwd: evil, preservePaths: true }, [
      '../escaped.txt',
      '../cifar-10-batches-bin',
    ])
    rmSync(join(folder.path, 'escaped.txt'))
    rmSync(join(folder.path, 'cifar-10-batches-bin'), { recursive: true })
    const { dataset } = await run(join(folder.path, 'evil.tar'))
    expect(dataset.images.total).toBe(240)
    expect(existsSync(join(folder.path, 'escaped.txt'))).toBe(false)
  })
})

describe('a download', () => {
  it('that is not the published archive is refused, and nothing is kept of it', async () => {
    writeBatches()
    const bytes = readFileSync(await pack())
    const server = createServer((_, response) => response.end(bytes))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cifar-10-binary.tar.gz`
      await expect(run(undefined, url)).rejects.toMatchObject({ code: 'download-failed' })
      expect(readdirSync(target)).toEqual([])
      expect(readdirSync(join(folder.path, 'dl'))).toEqual([])
    } finally {
      server.close()
    }
  })

  it('is what the command line tool makes, too', async () => {
    // The archive as `tar czf` writes it, with entries for folders and in the order of the disk.
    writeBatches()
    execFileSync('tar', ['czf', 'made.tar.gz', 'cifar-10-batches-bin'], { cwd: folder.path })
    expect((await run(join(folder.path, 'made.tar.gz'))).dataset.images.total).toBe(240)
  })
})
