import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { create } from 'tar'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { importReport, UserError, type Progress } from '../../../contract'
import { quietTask } from '../../task'
import { importDataset } from '../import'
import { openDataset } from '../open'
import { hashTree, pictures, png, scratch, writeTree } from '../testing'
import { thumbnail } from '../thumbnail'
import { Target } from './target'
import { archiveKind, unpackArchive } from './unpack'

let folder: ReturnType<typeof scratch>
const at = (...parts: string[]) => join(folder.path, ...parts)
beforeEach(() => void (folder = scratch()))
afterEach(() => folder.remove())

interface ZipEntry {
  name: string
  bytes?: Uint8Array
  /** Upper half of the external attributes, as Unix writes them. */
  mode?: number
  /** The size that the directory claims. */
  claimed?: number
  encrypted?: boolean
}

/** A zip, byte by byte, as no well-meaning program would write it. */
function zip(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes = new Uint8Array(), mode = 0o100644, claimed, encrypted } of entries) {
    const raw = Buffer.from(name)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800 | Number(encrypted ?? false), 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(claimed ?? bytes.length, 18)
    common.writeUInt16LE(raw.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, raw, packed])
    const central = Buffer.alloc(46)
    central.write('PK\x01\x02', 0, 'latin1')
    central.writeUInt16LE(0x0314, 4)
    common.copy(central, 6)
    central.writeUInt32LE(mode * 0x10000, 38)
    central.writeUInt32LE(offset, 42)
    directory.push(Buffer.concat([central, raw]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

/** One entry of a tar, with whatever its header should say. */
function tarEntry(name: string, bytes: Buffer = Buffer.alloc(0), type = '0', link = ''): Buffer {
  const head = Buffer.alloc(512)
  head.write(name, 0, 100)
  head.write('0000644\0', 100)
  head.write('0000000\0', 108)
  head.write('0000000\0', 116)
  head.write(bytes.length.toString(8).padStart(11, '0') + ' ', 124)
  head.write('00000000000 ', 136)
  head.write('        ', 148)
  head.write(type, 156)
  head.write(link, 157, 100)
  head.write('ustar\x0000', 257)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(sum.toString(8).padStart(6, '0') + '\0 ', 148)
  return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)])
}
const tar = (...entries: Buffer[]) => Buffer.concat([...entries, Buffer.alloc(1024)])

async function pictureEntries(folders: string[], count: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  for (const [f, name] of folders.entries())
    for (let i = 0; i < count; i++) entries.push({ name: `${name}/${i}.png`, bytes: await png(f * 50 + i) })
  return entries
}

const run = (path: string, task = quietTask()) =>
  importDataset(
    {
      id: 'photos',
      folder: at('dataset'),
      source: { kind: 'folder', path, owned: false },
      options: {},
      seed: 1,
    },
    task,
  )
const failure = async (path: string) => {
  const error = await run(path).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(UserError)
  expect(existsSync(at('dataset')) ? readdirSync(at('dataset')) : []).toEqual([])
  return error as UserError
}

describe('an archive of pictures', () => {
  it.each(['zip', 'tar', 'tar.gz'] as const)('is imported: .%s, judged by its content', async (kind) => {
    await writeTree(at('photos'), { ...pictures('perros/año', 4), ...pictures('gatos', 4, 40) })
    const file = at('fotos del verano.bin')
    if (kind === 'zip')
      writeFileSync(file, zip(await pictureEntries(['animales/gatos', 'animales/perros'], 4)))
    else await create({ cwd: at('photos'), file, gzip: kind === 'tar.gz' }, ['perros', 'gatos'])
    expect(await archiveKind(file)).toBe(kind)
    const before = await hashTree(folder.path)
    const { dataset, report } = await run(file)
    expect(dataset).toMatchObject({ source: { path: 'originals', owned: true } })
    expect(dataset.name).toBe('fotos del verano.bin')
    expect(dataset.classes.map(({ name }) => name)).toEqual(['gatos', 'perros'])
    expect(report.files).toEqual({ total: 8, used: 8, skipped: 0 })
    const after = await hashTree(folder.path)
    for (const [path, hash] of Object.entries(before)) expect(after[path]).toBe(hash)
    expect((await thumbnail(at('dataset'), 0, 32)).mime).toBe('image/jpeg')
    expect((await openDataset(at('dataset'))).files).toHaveLength(8)
  })

  it('may have its splits and classes deeper, and files that belong to nothing', async () => {
    writeFileSync(
      at('a.zip'),
      zip([
        ...(await pictureEntries(['x/Animals/Training/cat', 'x/Animals/Training/dog'], 3)),
        ...(await pictureEntries(['x/Animals/Testing/dog', 'x/Animals/Testing/cat'], 2)),
        { name: 'x/README.md', bytes: Buffer.from('hello') },
        { name: '__MACOSX/x/._README.md', bytes: Buffer.from('hello') },
        { name: 'x/', mode: 0o040755 },
      ]),
    )
    const { dataset, report } = await run(at('a.zip'))
    expect(dataset.split.origin).toBe('ready-test')
    expect(dataset.images.test).toBe(4)
    expect(report.files).toEqual({ total: 12, used: 10, skipped: 2 })
    expect(report.findings.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['outside-classes', 'hidden']),
    )
    expect(importReport.parse(report)).toEqual(report)
  })

  it('may be sent by a browser, as the only file of an upload', async () => {
    mkdirSync(at('upload'))
    writeFileSync(at('upload', 'fotos.zip'), zip(await pictureEntries(['a', 'b'], 3)))
    const { dataset } = await importDataset(
      {
        id: 'photos',
        folder: at('dataset'),
        source: { kind: 'folder', path: at('upload'), owned: true },
        options: {},
        seed: 1,
      },
      quietTask(),
    )
    expect(dataset.images.total).toBe(6)
  })
})

describe('a hostile archive', () => {
  const bad = { name: '../../escaped.png' }
  const hostile = async (): Promise<ZipEntry[]> => [
    ...(await pictureEntries(['a', 'b'], 3)),
    { ...bad, bytes: await png(1) },
    { name: '/etc/absolute.png', bytes: await png(2) },
    { name: 'C:\\windows\\absolute.png', bytes: await png(3) },
    { name: 'a/..\\..\\..\\backslash.png', bytes: await png(4) },
    { name: 'a/link.png', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 },
    { name: 'a/device.png', mode: 0o020666 },
    { name: `a/${'ñ'.repeat(130)}.png`, bytes: await png(6) },
    { name: 'a/0.png', bytes: await png(7) },
    { name: 'a/0.png/inside.png', bytes: await png(8) },
    { name: 'a/nul\0.png', bytes: await png(9) },
    { name: 'a/\u202egnp.‮😀.png', bytes: await png(10) },
  ]

  it('writes nothing outside its folder and loses nothing that is right: .zip', async () => {
    writeFileSync(at('evil.zip'), zip(await hostile()))
    const around = readdirSync(join(folder.path, '..')).length
    const { dataset, report } = await run(at('evil.zip'))
    expect(dataset.images.total).toBe(7)
    const reasons = Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))
    expect(reasons).toMatchObject({
      '../../escaped.png': 'link-outside',
      '/etc/absolute.png': 'link-outside',
      'C:/windows/absolute.png': 'link-outside',
      'a/../../../backslash.png': 'link-outside',
      'a/link.png': 'link-outside',
      'a/device.png': 'not-a-file',
      'a/0.png': 'unreadable',
      'a/0.png/inside.png': 'unreadable',
      'a/nul�.png': 'link-outside',
    })
    expect(report.files).toEqual({ total: 17, used: 7, skipped: 10 })
    expect(readdirSync(folder.path).sort()).toEqual(['dataset', 'evil.zip'])
    expect(readdirSync(join(folder.path, '..')).length).toBe(around)
    expect(existsSync('/etc/absolute.png')).toBe(false)
  })

  it.each([false, true])('writes nothing outside its folder: .tar, gzipped %s', async (zipped) => {
    mkdirSync(at('outside'))
    const picture = await png(5)
    const good = await pictureEntries(['a', 'b'], 3)
    const bytes = tar(
      ...good.map(({ name, bytes }) => tarEntry(name, Buffer.from(bytes!))),
      tarEntry('../outside/1.png', picture),
      tarEntry('/tmp/cotejo-absolute.png', picture),
      tarEntry('a/out', Buffer.alloc(0), '2', at('outside')),
      tarEntry('a/out/2.png', picture),
      tarEntry('a/hard.png', Buffer.alloc(0), '1', '../../../etc/passwd'),
      tarEntry('a/fifo.png', Buffer.alloc(0), '6'),
      tarEntry('a/1.png', picture),
    )
    writeFileSync(at('evil.tar'), zipped ? gzipSync(bytes) : bytes)
    const { dataset, report } = await run(at('evil.tar'))
    expect(readdirSync(at('outside'))).toEqual([])
    expect(existsSync('/tmp/cotejo-absolute.png')).toBe(false)
    // a/out/2.png is a picture in a folder of that name: the link was not made.
    expect(dataset.images.total).toBe(7)
    expect(Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))).toEqual({
      '../outside/1.png': 'link-outside',
      '/tmp/cotejo-absolute.png': 'link-outside',
      'a/1.png': 'unreadable',
      'a/fifo.png': 'not-a-file',
      'a/hard.png': 'link-outside',
      'a/out': 'link-outside',
    })
  })

  it('that unpacks to far more than it is, is stopped', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024)
    const entries = Array.from({ length: 8 }, (_, i) => ({ name: `a/${i}.bmp`, bytes: zeros }))
    writeFileSync(at('bomb.zip'), zip(entries))
    const error = await failure(at('bomb.zip'))
    expect(error).toMatchObject({ code: 'archive-damaged' })
    expect(error.message).toContain('unpacks to more than')
    // The directory lies about the size.
    writeFileSync(at('liar.zip'), zip([{ name: 'a/1.bmp', bytes: zeros, claimed: 10 }]))
    expect((await failure(at('liar.zip'))).code).toBe('archive-damaged')
    // Zeros behind the end of a tar.
    writeFileSync(at('bomb.tgz'), gzipSync(Buffer.alloc(600 * 1024 * 1024), { level: 1 }))
    expect((await failure(at('bomb.tgz'))).code).toMatch(/archive-damaged|folder-without-images/)
  }, 60_000)

  it('with too many entries is stopped', async () => {
    const entries = Array.from({ length: 30 }, (_, i) => ({ name: `a/${i}.txt` }))
    writeFileSync(at('many.zip'), zip(entries))
    await expect(
      unpackArchive(at('many.zip'), at('out'), quietTask(), { entries: 20 }),
    ).rejects.toMatchObject({ code: 'archive-damaged' })
  })

  it('is not unpacked twice: an archive in an archive is no picture', async () => {
    const inner = zip(await pictureEntries(['c'], 3))
    writeFileSync(
      at('nest.zip'),
      zip([...(await pictureEntries(['a', 'b'], 3)), { name: 'a/in.zip', bytes: inner }]),
    )
    const { report } = await run(at('nest.zip'))
    expect(report.skipped).toMatchObject([{ file: 'a/in.zip', reason: 'not-an-image' }])
  })

  it('that is cut off, damaged, protected, empty or no archive says so', async () => {
    const whole = zip(await pictureEntries(['a', 'b'], 3))
    writeFileSync(at('cut.zip'), whole.subarray(0, whole.length - 40))
    expect((await failure(at('cut.zip'))).message).toContain('damaged or cut off')
    const damaged = Buffer.from(whole)
    damaged.fill(0xff, 60, 90)
    writeFileSync(at('damaged.zip'), damaged)
    expect((await failure(at('damaged.zip'))).code).toBe('archive-damaged')
    writeFileSync(at('locked.zip'), zip([{ name: 'a/1.png', bytes: await png(1), encrypted: true }]))
    expect((await failure(at('locked.zip'))).message).toContain('password')
    writeFileSync(at('empty.zip'), zip([]))
    expect((await failure(at('empty.zip'))).code).toBe('folder-without-images')
    const tarred = gzipSync(tar(tarEntry('a/1.png', await png(1)), tarEntry('b/1.png', await png(2))))
    writeFileSync(at('cut.tgz'), tarred.subarray(0, tarred.length - 200))
    expect((await failure(at('cut.tgz'))).code).toBe('archive-damaged')
    writeFileSync(at('photo.zip'), await png(1))
    expect((await failure(at('photo.zip'))).code).toBe('folder-not-found')
  })

  it('that fails before its reader comes is damaged all the same', async () => {
    const entry = { name: 'a/1.bmp', bytes: Buffer.alloc(4 * 1024 * 1024), claimed: 10 }
    writeFileSync(at('liar.zip'), zip([entry]))
    // The folder of the entry takes its time, as on a slow disk.
    const write = vi.spyOn(Target.prototype, 'write').mockImplementation(async function (_, __, bytes) {
      await new Promise((resolve) => setTimeout(resolve, 300))
      for await (const chunk of bytes) expect(chunk.length).toBeLessThanOrEqual(10)
    })
    await expect(unpackArchive(at('liar.zip'), at('out'), quietTask())).rejects.toMatchObject({
      code: 'archive-damaged',
    })
    write.mockRestore()
  })

  it('can be cancelled, and leaves nothing', async () => {
    writeFileSync(at('a.zip'), zip(await pictureEntries(['a', 'b'], 10)))
    const controller = new AbortController()
    const task = {
      signal: controller.signal,
      progress: ({ stage, done }: Progress) => void (stage === 'extract' && done > 3 && controller.abort()),
    }
    await expect(run(at('a.zip'), task)).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(at('dataset'))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('does not follow a link that stands for it', async () => {
    writeFileSync(at('a.zip'), zip(await pictureEntries(['a', 'b'], 3)))
    symlinkSync(at('a.zip'), at('link.zip'))
    const digest = createHash('sha256')
      .update(readFileSync(at('a.zip')))
      .digest('hex')
    expect((await run(at('link.zip'))).dataset.images.total).toBe(6)
    expect(
      createHash('sha256')
        .update(readFileSync(at('a.zip')))
        .digest('hex'),
    ).toBe(digest)
  })
})
