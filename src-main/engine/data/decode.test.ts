import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decodePicture, PictureError, resizePixels } from './decode'
import { sharp } from './sharp'
import { scratch } from './testing'

const folder = scratch()
afterAll(folder.remove)

/** RGB pixels from a function of x and y. */
const raw = (width: number, height: number, at: (x: number, y: number) => [number, number, number]) => {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(at(x, y), (y * width + x) * 3)
  return sharp(data, { raw: { width, height, channels: 3 } })
}
const pixel = (pixels: Uint8Array, size: number, x: number, y: number) => [
  ...pixels.subarray((y * size + x) * 3, (y * size + x) * 3 + 3),
]
const near = (got: number[], wanted: number[], by = 6) =>
  wanted.forEach((value, i) =>
    expect(Math.abs(got[i] - value), `${got} is not ${wanted}`).toBeLessThanOrEqual(by),
  )

const reason = async (picture: string | Uint8Array) =>
  decodePicture(picture, { size: 16, resize: 'cover' }).then(
    () => 'decoded',
    (error: unknown) => (error instanceof PictureError ? error.reason : String(error)),
  )

const RED: [number, number, number] = [220, 30, 30]
const GREEN: [number, number, number] = [30, 200, 40]
const BLUE: [number, number, number] = [40, 40, 210]
const GREY: [number, number, number] = [128, 128, 128]
/** Red, green, blue, grey in the four corners: shows any turn and any mirroring. */
const corners = (x: number, y: number, w: number, h: number) =>
  y < h / 2 ? (x < w / 2 ? RED : GREEN) : x < w / 2 ? BLUE : GREY

describe('decodePicture', () => {
  it('gives the pixels of a lossless picture of the right size as they are', async () => {
    const at = (x: number, y: number): [number, number, number] => [x * 15, y * 15, (x * y) % 256]
    const picture = await raw(16, 16, at).png().toBuffer()
    const pixels = await decodePicture(picture, { size: 16, resize: 'cover' })
    expect(pixels).toHaveLength(16 * 16 * 3)
    for (let y = 0; y < 16; y++)
      for (let x = 0; x < 16; x++) expect(pixel(pixels, 16, x, y)).toEqual(at(x, y))
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'turns a photo upright that has EXIF orientation %i',
    async (orientation) => {
      // What a camera stores for an upright scene, by the table of the EXIF specification.
      const [w, h] = [64, 48]
      const stored = raw(w, h, (x, y) => corners(x, y, w, h))
      const upright = await stored.png().toBuffer()
      const turned = {
        1: () => sharp(upright),
        2: () => sharp(upright).flop(),
        3: () => sharp(upright).rotate(180),
        4: () => sharp(upright).flip(),
        5: () => sharp(upright).flop().rotate(270),
        6: () => sharp(upright).rotate(270),
        7: () => sharp(upright).flop().rotate(90),
        8: () => sharp(upright).rotate(90),
      }[orientation]!
      // In two steps: sharp applies flips and turns in an order of its own.
      const file = await sharp(await turned().png().toBuffer())
        .withMetadata({ orientation })
        .jpeg({ quality: 98, chromaSubsampling: '4:4:4' })
        .toBuffer()
      const pixels = await decodePicture(file, { size: 32, resize: 'stretch' })
      near(pixel(pixels, 32, 6, 6), RED)
      near(pixel(pixels, 32, 25, 6), GREEN)
      near(pixel(pixels, 32, 6, 25), BLUE)
      near(pixel(pixels, 32, 25, 25), GREY)
    },
  )

  it('covers, fits on white, or stretches a picture that is not square', async () => {
    // Three vertical bands, 60 × 20: red, green, blue.
    const wide = await raw(60, 20, (x) => (x < 20 ? RED : x < 40 ? GREEN : BLUE))
      .png()
      .toBuffer()
    const [cover, fit, stretch] = await Promise.all(
      (['cover', 'fit', 'stretch'] as const).map((resize) => decodePicture(wide, { size: 30, resize })),
    )
    for (const x of [2, 15, 27]) near(pixel(cover, 30, x, 15), GREEN)
    near(pixel(fit, 30, 4, 15), RED)
    near(pixel(fit, 30, 25, 15), BLUE)
    near(pixel(fit, 30, 15, 3), [255, 255, 255])
    near(pixel(fit, 30, 15, 27), [255, 255, 255])
    near(pixel(stretch, 30, 4, 2), RED)
    near(pixel(stretch, 30, 15, 28), GREEN)
    near(pixel(stretch, 30, 26, 15), BLUE)
  })

  it('puts transparent pixels on white', async () => {
    const data = Buffer.alloc(16 * 16 * 4)
    for (let i = 0; i < 256; i++) data.set(i % 16 < 8 ? [200, 0, 0, 255] : [0, 0, 0, 0], i * 4)
    const picture = await sharp(data, { raw: { width: 16, height: 16, channels: 4 } })
      .png()
      .toBuffer()
    const pixels = await decodePicture(picture, { size: 16, resize: 'cover' })
    expect(pixel(pixels, 16, 2, 8)).toEqual([200, 0, 0])
    expect(pixel(pixels, 16, 13, 8)).toEqual([255, 255, 255])
  })

  it('brings grey, 16-bit, CMYK and palette pictures to 8-bit RGB', async () => {
    const grey = await sharp(Buffer.alloc(256, 90), { raw: { width: 16, height: 16, channels: 1 } })
      .png()
      .toBuffer()
    near(pixel(await decodePicture(grey, { size: 16, resize: 'cover' }), 16, 5, 5), [90, 90, 90], 1)
    const deep = await raw(16, 16, () => RED)
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    expect((await sharp(deep).metadata()).depth).toBe('ushort')
    near(pixel(await decodePicture(deep, { size: 16, resize: 'cover' }), 16, 5, 5), RED, 1)
    const cmyk = await raw(16, 16, () => [200, 200, 200])
      .toColourspace('cmyk')
      .jpeg({ quality: 98 })
      .toBuffer()
    expect((await sharp(cmyk).metadata()).channels).toBe(4)
    near(pixel(await decodePicture(cmyk, { size: 16, resize: 'cover' }), 16, 5, 5), [200, 200, 200], 20)
    const palette = await raw(16, 16, () => BLUE)
      .png({ palette: true })
      .toBuffer()
    near(pixel(await decodePicture(palette, { size: 16, resize: 'cover' }), 16, 5, 5), BLUE, 2)
  })

  it('takes the first frame of an animation', async () => {
    const frames = await raw(16, 32, (_, y) => (y < 16 ? RED : BLUE))
      .png()
      .toBuffer()
    const gif = await sharp(frames, { raw: undefined }).toBuffer()
    const animated = await sharp(await sharp(gif).raw().toBuffer(), {
      raw: { width: 16, height: 32, channels: 3, pageHeight: 16 },
    })
      .gif()
      .toBuffer()
    expect((await sharp(animated).metadata()).pages).toBe(2)
    near(pixel(await decodePicture(animated, { size: 16, resize: 'cover' }), 16, 8, 8), RED)
  })

  it('judges by content, not by name', async () => {
    const path = join(folder.path, 'really-a-jpeg.png')
    writeFileSync(
      path,
      await raw(20, 20, () => GREEN)
        .jpeg()
        .toBuffer(),
    )
    near(pixel(await decodePicture(path, { size: 16, resize: 'cover' }), 16, 8, 8), GREEN)
  })

  it('says why a file is no picture', async () => {
    const jpeg = await raw(200, 200, (x, y) => [x, y, (x * y) % 256])
      .jpeg()
      .toBuffer()
    const image = await raw(200, 200, (x, y) => [x, y, (x * y) % 256])
      .png()
      .toBuffer()
    expect(await reason(jpeg.subarray(0, jpeg.length >> 1))).toBe('corrupt')
    expect(await reason(image.subarray(0, image.length >> 1))).toBe('corrupt')
    expect(await reason(jpeg.subarray(0, 30))).toBe('corrupt')
    expect(await reason(new Uint8Array())).toBe('empty')
    expect(await reason(Buffer.from('not an image'))).toBe('not-an-image')
    expect(await reason(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'))).toBe('unsupported')
    expect(await reason(Buffer.from('\0\0\0\x0cjP  \r\n\x87\n'))).toBe('unsupported')
    expect(await reason(join(folder.path, 'nothing-here.jpg'))).toBe('vanished')
    expect(await reason(folder.path)).toBe('not-a-file')
    const huge = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"><rect width="9" height="9"/></svg>',
    )
    expect(await reason(huge)).toBe('too-large')
  })

  it('shrinks a large JPEG to what averaging its pixels gives', async () => {
    // A smooth picture has one right answer at any scale: the mean of what a small pixel covers.
    const [w, h, size] = [640, 640, 32]
    const at = (x: number, y: number): [number, number, number] => [
      Math.round(127 + 100 * Math.sin(x / 90)),
      Math.round(127 + 100 * Math.cos(y / 70)),
      Math.round((x + y) / 6),
    ]
    const jpeg = await raw(w, h, at).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
    const pixels = await decodePicture(jpeg, { size, resize: 'cover' })
    const step = w / size
    for (const [px, py] of [
      [4, 4],
      [15, 9],
      [27, 20],
      [8, 28],
    ]) {
      const mean = [0, 0, 0]
      for (let y = 0; y < step; y++)
        for (let x = 0; x < step; x++)
          at(px * step + x, py * step + y).forEach((v, c) => (mean[c] += v / step ** 2))
      near(pixel(pixels, size, px, py), mean, 3)
    }
  })
})

describe('resizePixels', () => {
  it('keeps a flat colour and the size that is asked for', async () => {
    const flat = new Uint8Array(32 * 32 * 3).map((_, i) => [10, 120, 240][i % 3])
    const larger = await resizePixels(flat, 32, 48)
    expect(larger).toHaveLength(48 * 48 * 3)
    expect(pixel(larger, 48, 30, 30)).toEqual([10, 120, 240])
    expect(await resizePixels(flat, 32, 32)).toBe(flat)
  })
})
