import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findingKinds, importReport, type Finding, type FindingKind } from '../../contract'
import { rng } from '../rng'
import { quietTask } from '../task'
import { importDataset } from './import'
import { openDataset } from './open'
import { sharp } from './sharp'
import { pictures, scratch, writeTree } from './testing'

let folder: ReturnType<typeof scratch>
let source: string
beforeEach(() => {
  folder = scratch()
  source = join(folder.path, 'photos')
})
afterEach(() => folder.remove())

const run = () =>
  importDataset(
    {
      id: 'photos',
      folder: join(folder.path, 'dataset'),
      source: { kind: 'folder', path: source, owned: false },
      options: { size: 64 },
      seed: 1,
    },
    quietTask(),
  )

/** A picture with something in it; another for each seed. */
function scene(seed: number, width = 320, height = 240) {
  const random = rng(seed, 'scene')
  const shapes = Array.from({ length: 12 }, () => {
    const colour = `hsl(${random.below(360)} 60% ${25 + random.below(50)}%)`
    return `<ellipse cx="${random.below(width)}" cy="${random.below(height)}" rx="${random.range(10, 80)}" ry="${random.range(10, 80)}" fill="${colour}"/>`
  })
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#7a8"/>${shapes.join('')}</svg>`,
    ),
  ).flatten()
}
const flat = (shade: number) =>
  sharp({
    create: { width: 320, height: 240, channels: 3, background: { r: shade, g: shade, b: shade } },
  }).jpeg()

async function scenes(prefix: string, count: number, from = 0): Promise<Record<string, Buffer>> {
  const entries = await Promise.all(
    Array.from({ length: count }, async (_, i) => [
      `${prefix}/${i}.jpg`,
      await scene(from + i)
        .jpeg()
        .toBuffer(),
    ]),
  )
  return Object.fromEntries(entries) as Record<string, Buffer>
}

const find = (findings: readonly Finding[], kind: FindingKind) => findings.find((one) => one.kind === kind)
const filesOf = (findings: readonly Finding[], kind: FindingKind) =>
  find(findings, kind)
    ?.files.map(({ file, note }) => (note ? `${file}: ${note}` : file))
    .sort()

describe('the report', () => {
  it('names what was repaired: turned, converted, first frame, wrong ending', async () => {
    const jpeg = await scene(1).jpeg().toBuffer()
    const frame = (background: string) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background } })
        .png()
        .toBuffer()
    await writeTree(source, {
      ...(await scenes('a', 4, 10)),
      ...(await scenes('b', 4, 20)),
      'a/sideways.jpg': await scene(2).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      'a/cmyk.jpg': await scene(3).toColourspace('cmyk').jpeg().toBuffer(),
      'a/grey.png': await scene(4).toColourspace('b-w').png().toBuffer(),
      'a/deep.png': await scene(5).toColourspace('rgb16').png().toBuffer(),
      'a/alpha.webp': await scene(6).ensureAlpha(0.5).webp().toBuffer(),
      'a/wide.png': await scene(7).withIccProfile('p3').png().toBuffer(),
      'b/really-a-jpeg.png': jpeg,
      'b/animated.gif': await sharp([await frame('#123'), await frame('#fed')], { join: { animated: true } })
        .gif()
        .toBuffer(),
    })
    const { report } = await run()
    const { findings } = report
    expect(importReport.parse(report)).toEqual(report)
    expect(filesOf(findings, 'exif-rotated')).toEqual(['a/sideways.jpg: EXIF orientation 6'])
    expect(filesOf(findings, 'wrong-extension')).toEqual([
      'b/really-a-jpeg.png: named .png, but this is JPEG',
    ])
    expect(filesOf(findings, 'first-frame')).toEqual(['b/animated.gif: the first of several pictures'])
    const converted = filesOf(findings, 'converted')!.join('\n')
    expect(converted).toMatch(/a\/alpha\.webp: transparency/)
    expect(converted).toMatch(/a\/cmyk\.jpg: CMYK/)
    expect(converted).toMatch(/a\/deep\.png: more than 8 bits/)
    expect(converted).toMatch(/a\/grey\.png: grey/)
    expect(converted).toMatch(/a\/wide\.png: colour profile/)
    expect(converted).not.toMatch(/a\/0\.jpg/)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const order = findings.map(({ kind }) => findingKinds.indexOf(kind))
    expect(order).toEqual([...order].sort((x, y) => x - y))
  })

  it('names pictures that stand out: tiny, long, dark, bright', async () => {
    await writeTree(source, {
      ...(await scenes('a', 8, 10)),
      ...(await scenes('b', 8, 30)),
      'a/tiny.jpg': await scene(1, 24, 20).jpeg().toBuffer(),
      'a/banner.jpg': await scene(2, 900, 120).jpeg().toBuffer(),
      'b/lens-cap.jpg': await flat(8).toBuffer(),
      'b/sun.jpg': await flat(252).toBuffer(),
    })
    const { findings } = (await run()).report
    expect(filesOf(findings, 'tiny')).toEqual(['a/tiny.jpg: 24 × 20 pixels'])
    expect(filesOf(findings, 'aspect-outlier')).toEqual(['a/banner.jpg: 900 × 120 pixels'])
    expect(filesOf(findings, 'dark')).toEqual(['b/lens-cap.jpg: mean brightness 8 of 255'])
    expect(filesOf(findings, 'bright')).toEqual(['b/sun.jpg: mean brightness 252 of 255'])
  })

  it('names uneven classes and classes with few pictures', async () => {
    await writeTree(source, { ...pictures('many', 60), ...pictures('few', 6, 100) })
    const { findings, warnings } = (await run()).report
    expect(find(findings, 'imbalance')).toMatchObject({
      classes: ['many', 'few'],
      detail: { largest: 'many', largestCount: 60, smallest: 'few', smallestCount: 6, ratio: 10 },
    })
    expect(find(findings, 'few-images')!.classes).toEqual(['few'])
    expect(warnings.join('\n')).toContain('balanced accuracy')
  })

  it('finds near copies inside a class, across classes and across ready splits', async () => {
    const original = await scene(50).jpeg().toBuffer()
    const smaller = await sharp(original).resize(160).jpeg({ quality: 60 }).toBuffer()
    const cut = await sharp(original).extract({ left: 10, top: 8, width: 300, height: 225 }).webp().toBuffer()
    await writeTree(source, {
      ...(await scenes('train/a', 6, 100)),
      ...(await scenes('train/b', 6, 200)),
      ...(await scenes('test/a', 3, 300)),
      ...(await scenes('test/b', 3, 400)),
      'train/a/original.jpg': original,
      'train/a/smaller.jpg': smaller,
      'train/b/cut.webp': cut,
      'test/a/again.jpg': original,
    })
    const { findings } = (await run()).report
    const group = ['test/a/again.jpg', 'train/a/original.jpg', 'train/a/smaller.jpg', 'train/b/cut.webp']
    for (const kind of ['near-duplicate', 'label-conflict', 'leakage'] as const)
      expect(filesOf(findings, kind), kind).toEqual(group)
    expect(filesOf(findings, 'duplicate')).toEqual(['test/a/again.jpg', 'train/a/original.jpg'])
    expect(find(findings, 'near-duplicate')!.groups![0]).toMatchObject({ exact: false })
    expect(find(findings, 'duplicate')!.groups![0]).toMatchObject({ exact: true, similarity: 1 })
  })

  it('keeps near copies on one side of a drawn split, so that nothing leaks', async () => {
    const tree: Record<string, Buffer> = {}
    for (let i = 0; i < 12; i++) {
      const original = await scene(i).jpeg().toBuffer()
      tree[`${i % 2 ? 'a' : 'b'}/${i}.jpg`] = original
      tree[`${i % 2 ? 'a' : 'b'}/${i}-copy.jpg`] = await sharp(original)
        .resize(200)
        .jpeg({ quality: 50 })
        .toBuffer()
    }
    await writeTree(source, tree)
    const { report, dataset } = await run()
    expect(find(report.findings, 'near-duplicate')!.groups).toHaveLength(12)
    expect(find(report.findings, 'leakage')).toBeUndefined()
    const { files, splits, groups } = await openDataset(join(folder.path, 'dataset'))
    for (let i = 0; i < 12; i++) {
      const [one, other] = files.flatMap((file, index) =>
        new RegExp(`/${i}(-copy)?\\.jpg`).test(file) ? [index] : [],
      )
      expect(groups[one]).toBe(groups[other])
      expect(splits[one]).toBe(splits[other])
    }
    expect(dataset.images.test).toBeGreaterThan(0)
  })
})
