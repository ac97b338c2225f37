import { describe, expect, it } from 'vitest'
import { quietTask } from '../task'
import { rng } from '../rng'
import { decodePicture } from './decode'
import { contentBox, differingBits, greyView, PartHasher, VIEW } from './fingerprint'
import { findNear, Groups } from './near'
import { sharp } from './sharp'

const SIZE = 64

/** Something like a photo: shapes and textures at several scales, different for each seed. */
function scene(seed: number, width = 320, height = 240): Promise<Buffer> {
  const random = rng(seed, 'scene')
  const shapes = Array.from({ length: 14 }, () => {
    const colour = `hsl(${random.below(360)} ${20 + random.below(70)}% ${15 + random.below(70)}%)`
    const [x, y] = [random.range(0, width), random.range(0, height)]
    return random.below(2) === 0
      ? `<ellipse cx="${x}" cy="${y}" rx="${random.range(8, 90)}" ry="${random.range(8, 70)}" fill="${colour}"/>`
      : `<rect x="${x}" y="${y}" width="${random.range(10, 120)}" height="${random.range(10, 90)}" fill="${colour}" transform="rotate(${random.below(90)} ${x} ${y})"/>`
  })
  const background = `hsl(${random.below(360)} 40% ${30 + random.below(50)}%)`
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
        `<rect width="100%" height="100%" fill="${background}"/>${shapes.join('')}</svg>`,
    ),
  )
    .jpeg({ quality: 92 })
    .toBuffer()
}

interface Shown {
  views: Uint8Array[]
  colours: number[]
}

async function show(pictures: readonly Buffer[]): Promise<Shown> {
  const shown: Shown = { views: [], colours: [] }
  for (const picture of pictures) {
    const pixels = await decodePicture(picture, { size: SIZE, resize: 'cover' })
    const view = new Uint8Array(VIEW * VIEW)
    shown.colours.push(...greyView(pixels, SIZE, contentBox(SIZE, 'cover', null), view))
    shown.views.push(view)
  }
  return shown
}

const pairsOf = ({ views, colours }: Shown, thorough = true) =>
  findNear(
    {
      members: Int32Array.from(views.keys()),
      thorough,
      colours: Uint8Array.from(colours),
      view: (index, into) => into.set(views[index]),
    },
    quietTask(),
  )

/** A copy as people make them: saved again, made smaller, a little cut off. */
async function copy(picture: Buffer, kind: number, seed: number): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const random = rng(seed, 'copy')
  const cut = (most: number) => {
    const [left, right] = [random.range(0, most), random.range(0, most)].map((part) =>
      Math.round(part * width),
    )
    const [top, bottom] = [random.range(0, most), random.range(0, most)].map((part) =>
      Math.round(part * height),
    )
    return { left, top, width: width - left - right, height: height - top - bottom }
  }
  switch (kind) {
    case 0:
      return await sharp(picture).jpeg({ quality: 30 }).toBuffer()
    case 1:
      return await sharp(picture)
        .resize(Math.round(width * 0.4))
        .webp({ quality: 60 })
        .toBuffer()
    case 2:
      return await sharp(picture).extract(cut(0.05)).jpeg({ quality: 75 }).toBuffer()
    default:
      return await sharp(picture).extract(cut(0.08)).resize(200).png().toBuffer()
  }
}

/** A digit, as someone else writes it each time. */
function digit(i: number): Promise<Buffer> {
  const random = rng(i, 'digit')
  const bend = `translate(${random.range(-2, 2)} ${random.range(-2, 2)}) rotate(${random.range(-15, 15)} 14 14)`
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28"><rect width="28" height="28"/>` +
        `<text x="14" y="21" font-size="${random.range(17, 23)}" text-anchor="middle" fill="#fff" ` +
        `transform="${bend} skewX(${random.range(-15, 15)})">${i % 10}</text></svg>`,
    ),
  )
    .png()
    .toBuffer()
}

/** A view made on the spot: 8 × 8 blocks of random grey, smooth enough for hashes to have something to say. */
function blocks(index: number, into: Uint8Array): void {
  let state = (index + 1) * 2654435761
  const greys = new Uint8Array(64)
  for (let i = 0; i < 64; i++) greys[i] = (state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + i) >>> 24
  for (let i = 0; i < into.length; i++) into[i] = greys[((i >> 7) << 3) | ((i & 31) >> 2)]
}

describe('near copies', () => {
  it('are found among other pictures: recall 0.95 or more, precision 0.99 or more', async () => {
    const originals = await Promise.all(Array.from({ length: 120 }, (_, i) => scene(i)))
    const copies = await Promise.all(Array.from({ length: 80 }, (_, i) => copy(originals[i], i % 4, i)))
    const pairs = await pairsOf(await show([...originals, ...copies]))
    const original = (index: number) => (index < 120 ? index : index - 120)
    const wrong = pairs.filter(({ a, b }) => original(a) !== original(b))
    const groups = new Groups(200)
    for (const { a, b } of pairs) groups.join(a, b)
    const found = copies.filter((_, i) => groups.of(120 + i) === groups.of(i)).length
    expect(found / copies.length).toBeGreaterThanOrEqual(0.95)
    expect(1 - wrong.length / Math.max(1, pairs.length)).toBeGreaterThanOrEqual(0.99)
  }, 60_000)

  it('are not pictures of one colour, nor the same shapes in other colours', async () => {
    const flat = (shade: number) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background: { r: shade, g: shade, b: 90 } } })
        .png()
        .toBuffer()
    const disc = (colour: string, background: string) =>
      sharp(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" fill="${background}"/>` +
            `<circle cx="30" cy="30" r="20" fill="${colour}"/></svg>`,
        ),
      )
        .png()
        .toBuffer()
    const pictures = [flat(10), flat(11), flat(12), disc('#f00', '#fff'), disc('#00f', '#ff0')]
    expect(await pairsOf(await show(await Promise.all(pictures)))).toEqual([])
  })

  it('join a series of copies to one group with few comparisons', async () => {
    const one = await scene(7)
    const series = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        sharp(one)
          .jpeg({ quality: 40 + i * 4 })
          .toBuffer(),
      ),
    )
    const pairs = await pairsOf(await show([...series, await scene(8)]), false)
    expect(pairs).toHaveLength(11)
    const groups = new Groups(13)
    for (const { a, b } of pairs) groups.join(a, b)
    expect(new Set(series.map((_, i) => groups.of(i))).size).toBe(1)
    expect(groups.of(12)).toBe(12)
  })

  it('are only whole copies in a set of pictures that are all alike, such as digits', async () => {
    const digits = await Promise.all(Array.from({ length: 200 }, (_, i) => digit(i)))
    const copies = await Promise.all(
      digits.slice(0, 5).map((one) => sharp(one).jpeg({ quality: 95 }).toBuffer()),
    )
    const pairs = await pairsOf(await show([...digits, ...copies]), false)
    const copied = pairs.filter(({ a, b }) => b - 200 === a).length
    expect(copied).toBe(5)
    expect(pairs.length - copied).toBeLessThan(10)
  })

  it('are found where the first pictures are all alike and the others are not', async () => {
    const digits = await show(await Promise.all(Array.from({ length: 400 }, (_, i) => digit(i % 10))))
    const others = 3000
    const noise = rng(1, 'noise')
    // Digits that are much alike, but not copies: each with its own noise.
    for (const view of digits.views)
      for (let i = 0; i < view.length; i++) view[i] = Math.min(255, view[i] * 0.5 + noise.below(60))
    const count = digits.views.length + others
    const pairs = await findNear(
      {
        members: Int32Array.from({ length: count + 1 }, (_, i) => i),
        thorough: false,
        colours: new Uint8Array((count + 1) * 3),
        // The last is the one before it once more.
        view: (index, into) =>
          index < digits.views.length
            ? into.set(digits.views[index])
            : blocks(Math.min(index, count - 1), into),
      },
      quietTask(),
    )
    expect(pairs.map(({ a, b }) => [a, b])).toContainEqual([count - 1, count])
  })

  it('can be looked for in 20,000 pictures in seconds', async () => {
    const count = 20_000
    const began = performance.now()
    const pairs = await findNear(
      {
        members: Int32Array.from({ length: count }, (_, i) => i),
        thorough: true,
        colours: new Uint8Array(count * 3),
        view: blocks,
      },
      quietTask(),
    )
    expect(pairs).toEqual([])
    expect(performance.now() - began).toBeLessThan(30_000)
  }, 60_000)

  it('can be stopped', async () => {
    const shown = await show([await scene(1), await scene(2)])
    await expect(
      findNear(
        {
          members: Int32Array.of(0, 1),
          thorough: true,
          colours: Uint8Array.from(shown.colours),
          view: (index, into) => into.set(shown.views[index]),
        },
        quietTask(AbortSignal.abort()),
      ),
    ).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('the hash of parts', () => {
  it('is the DCT of the part, with the signs of its lowest frequencies', () => {
    const random = rng(1, 'dct')
    const view = Uint8Array.from({ length: VIEW * VIEW }, () => random.below(256))
    const hashes = new Int32Array(2)
    new PartHasher([{ scale: 1, x: 0, y: 0 }]).hash(view, hashes)
    for (let bit = 1; bit < 64; bit++) {
      const [g, f] = [bit >> 3, bit & 7]
      let sum = 0
      for (let y = 0; y < VIEW; y++)
        for (let x = 0; x < VIEW; x++)
          sum +=
            view[y * VIEW + x] *
            Math.cos((Math.PI * (x + 0.5) * f) / VIEW) *
            Math.cos((Math.PI * (y + 0.5) * g) / VIEW)
      expect((hashes[bit >> 5] >>> (bit & 31)) & 1, `${g},${f}`).toBe(sum > 0 ? 1 : 0)
    }
  })

  it('of a part is near that of the picture cut to the part', async () => {
    const picture = await scene(4, 400, 400)
    const { views } = await show([
      picture,
      await sharp(picture).extract({ left: 24, top: 24, width: 352, height: 352 }).png().toBuffer(),
    ])
    const [whole, part, cut] = [new Int32Array(2), new Int32Array(2), new Int32Array(2)]
    new PartHasher([{ scale: 1, x: 0, y: 0 }]).hash(views[0], whole)
    new PartHasher([{ scale: 0.88, x: 0, y: 0 }]).hash(views[0], part)
    new PartHasher([{ scale: 1, x: 0, y: 0 }]).hash(views[1], cut)
    const apart = (a: Int32Array, b: Int32Array) => differingBits(a[0], b[0]) + differingBits(a[1], b[1])
    expect(apart(part, cut)).toBeLessThan(8)
    expect(apart(part, cut)).toBeLessThan(apart(whole, cut))
  })

  it('counts bits', () => {
    for (const [a, b] of [
      [0, 0],
      [-1, 0],
      [0x80000001 | 0, 0x7ffffffe],
      [12345, 54321],
    ])
      expect(differingBits(a, b)).toBe(((a ^ b) >>> 0).toString(2).replaceAll('0', '').length)
  })
})
