// Folders as nobody should have them: each ends in a finding or a clear error, and the folder is as it was.
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importReport, toErrorShape, type Progress } from '../../contract'
import { quietTask } from '../task'
import { importDataset } from './import'
import { openDataset } from './open'
import { readOriginal } from './originals'
import { hashTree, pictures, png, scratch, writeTree } from './testing'

let folder: ReturnType<typeof scratch>
let source: string
let target: string
beforeEach(() => {
  folder = scratch()
  source = join(folder.path, 'photos')
  target = join(folder.path, 'dataset')
})
afterEach(() => folder.remove())

const run = (task = quietTask()) =>
  importDataset(
    {
      id: 'photos',
      folder: target,
      source: { kind: 'folder', path: source, owned: false },
      options: {},
      seed: 1,
    },
    task,
  )
const good = () => ({ ...pictures('a', 4), ...pictures('b', 4, 50) })

/** A PNG of the given size with as little in it as can be: a bomb when it is large. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(1, 8)
  const rows = Math.min(height, 2000)
  const data = deflateSync(Buffer.alloc(rows * (1 + Math.ceil(width / 8))))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('pictures that are bombs', () => {
  it('are left out, with the reason, in little time and memory', async () => {
    const gif = Buffer.from(
      'GIF89a\xff\xff\xff\xff\x80\x00\x00\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02D\x01\0;',
      'latin1',
    )
    await writeTree(source, {
      ...good(),
      'a/bomb.png': hugePng(100_000, 100_000),
      'a/wide.png': hugePng(2_000_000_000, 1),
      'a/bomb.gif': gif,
      'a/bomb.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="1000000" height="1000000"><rect width="9" height="9"/></svg>',
      'a/laughs.svg':
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' +
        '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">' +
        '<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;">]>' +
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text>&g;</text></svg>',
      'a/file.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><image href="file:///etc/hostname" width="20" height="20"/></svg>',
    })
    const before = await hashTree(source)
    const began = performance.now()
    const { report } = await run()
    expect(performance.now() - began).toBeLessThan(20_000)
    const reasons = Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))
    expect(reasons['a/bomb.png']).toBe('too-large')
    for (const file of ['a/wide.png', 'a/bomb.gif', 'a/bomb.svg'])
      expect(['too-large', 'corrupt', 'unsupported'], file).toContain(reasons[file])
    expect(report.files.total).toBe(14)
    expect(await hashTree(source)).toEqual(before)
  }, 60_000)
})

describe('names', () => {
  it('of 255 bytes, from right to left, with emoji, quotes and newlines are taken as they are', async () => {
    const long = `${'x'.repeat(251)}.png`
    const names = [
      'صورة‏.png',
      '\u202egnp.exe',
      '😀👩‍👩‍👧.png',
      'quote"\'`$(rm).png',
      ' .png',
      '-rf.png',
      'line\nbreak.png',
      long,
    ]
    const usable = names.filter((name) => !name.startsWith('.'))
    await writeTree(source, {
      ...pictures('😀 ‮clase', 4),
      ...pictures('b', 4, 50),
      ...Object.fromEntries(usable.map((name, i) => [`b/${name}`, 100 + i])),
    })
    const before = await hashTree(source)
    const { dataset, report } = await run()
    expect(report.skipped).toEqual([])
    expect(dataset.images.total).toBe(8 + usable.length)
    expect((await openDataset(target)).files).toEqual(
      expect.arrayContaining(usable.map((name) => `b/${name}`)),
    )
    expect(importReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
    expect(await hashTree(source)).toEqual(before)
  })

  it('of classes that are too long, or only differ in how accents are written, make one class each', async () => {
    const long = 'c'.repeat(255)
    await writeTree(source, { ...pictures(long, 4), ...pictures('b', 4, 50) })
    expect((await run()).dataset.classes.map(({ name }) => name)).toEqual(['b', long])
  })
})

describe('links', () => {
  it.skipIf(process.platform === 'win32')(
    'that leave the folder or loop are findings; nothing behind them is read',
    async () => {
      await writeTree(source, good())
      await writeTree(folder.path, pictures('secret', 3, 90))
      symlinkSync(join(folder.path, 'secret'), join(source, 'c'))
      symlinkSync(join(folder.path, 'secret', '000.png'), join(source, 'a', 'out.png'))
      symlinkSync('loop.png', join(source, 'a', 'loop.png'))
      symlinkSync('..', join(source, 'a', 'up'))
      symlinkSync('.', join(source, 'a', 'here'))
      symlinkSync('/dev/zero', join(source, 'a', 'zero.png'))
      const { dataset, report } = await run()
      const reasons = Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))
      expect(reasons).toMatchObject({
        c: 'link-outside',
        'a/out.png': 'link-outside',
        'a/loop.png': 'link-broken',
        'a/zero.png': 'link-outside',
      })
      expect(dataset.classes.map(({ name }) => name)).toEqual(['a', 'b'])
      expect((await openDataset(target)).files.some((file) => file.includes('secret'))).toBe(false)
    },
  )

  it.skipIf(process.platform === 'win32')('and pipes, sockets or devices do not hang it', async () => {
    await writeTree(source, good())
    execFileSync('mkfifo', [join(source, 'a', 'pipe.png')])
    const { report } = await run()
    expect(report.skipped).toMatchObject([{ file: 'a/pipe.png', reason: 'not-a-file' }])
    await expect(readOriginal(join(source, 'a', 'pipe.png'))).rejects.toMatchObject({ reason: 'not-a-file' })
  })
})

describe('files that do not keep still', () => {
  it('vanish, change or are replaced while they are imported', async () => {
    await writeTree(source, { ...pictures('a', 30), ...pictures('b', 30, 100) })
    let struck = false
    const task = {
      ...quietTask(),
      progress: ({ stage, done }: Progress) => {
        if (stage !== 'decode' || done < 2 || struck) return
        struck = true
        rmSync(join(source, 'b', '020.png'))
        writeFileSync(join(source, 'b', '021.png'), 'now a text')
        rmSync(join(source, 'b', '022.png'))
        mkdirSync(join(source, 'b', '022.png'))
        appendFileSync(join(source, 'b', '023.png'), 'more')
      },
    }
    const { report, dataset } = await run(task)
    const reasons = Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))
    expect(reasons).toEqual({
      'b/020.png': 'vanished',
      'b/021.png': 'not-an-image',
      'b/022.png': 'not-a-file',
    })
    expect(dataset.images.total).toBe(57)
  })

  it('vanish as a whole folder', async () => {
    await writeTree(source, { ...pictures('a', 20), ...pictures('b', 20, 100) })
    const task = {
      ...quietTask(),
      progress: ({ stage, done }: Progress) => {
        if (stage === 'decode' && done === 12) rmSync(join(source, 'b'), { recursive: true, force: true })
      },
    }
    const error = await run(task).then(
      () => null,
      (thrown: unknown) => thrown,
    )
    // What had been read by then may be enough for a dataset; else it is said.
    if (error) expect(toErrorShape(error).code).toMatch(/one-class-only|class-too-small/)
    if (error) expect(readdirSync(target)).toEqual([])
  })
})

describe('a disk or folder that refuses', () => {
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('without permission', async () => {
    await writeTree(source, { ...good(), ...pictures('c', 4, 90) })
    chmodSync(join(source, 'a', '002.png'), 0)
    chmodSync(join(source, 'c'), 0)
    const { report } = await run()
    chmodSync(join(source, 'c'), 0o755)
    expect(report.skipped).toMatchObject([
      { file: 'a/002.png', reason: 'unreadable' },
      { file: 'c', reason: 'unreadable' },
    ])
  })

  it
    .skipIf(!existsSync('/dev/full'))
    .each(['images-32-cover.u8.tmp', 'views.u8.tmp', 'items.json.tmp', 'dataset.json.tmp'])(
    'that is full at %s',
    async (name) => {
      await writeTree(source, good())
      mkdirSync(target)
      symlinkSync('/dev/full', join(target, name))
      const before = await hashTree(source)
      const error = await run().catch((thrown: unknown) => thrown)
      expect(toErrorShape(error).code).toBe('disk-full')
      expect(readdirSync(target).filter((one) => one !== name)).toEqual([])
      expect(await hashTree(source)).toEqual(before)
    },
  )

  it('an empty picture, a picture of one pixel, and one that lies about its format', async () => {
    await writeTree(source, {
      ...good(),
      'a/one.png': await png(3, 1),
      'a/short.jpg': Buffer.from([0xff, 0xd8, 0xff]),
      'a/none.png': '',
    })
    const { report } = await run()
    expect(Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))).toEqual({
      'a/none.png': 'empty',
      'a/short.jpg': 'corrupt',
    })
  })
})
