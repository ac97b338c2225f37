// The page's resize against the decoder that training uses, on pictures that both read without loss.
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { pixelScalings, type PixelScaling, type ResizeMode } from '../../contract'
import { decodePicture } from '../data/decode'
import { preprocess } from '../models/preprocess'
import { tf } from '../tf'

interface PagePixels {
  toSquare(
    picture: { data: Uint8Array; width: number; height: number },
    preprocessing: { size: number; resize: ResizeMode },
    format: string,
  ): Uint8Array
  toInput(square: Uint8Array, p: PixelScaling): Float32Array
  formatOf(bytes: Uint8Array): string
}

const script = readFileSync(new URL('../../../resources/export-page/pixels.js', import.meta.url), 'utf8')
const context: { cotejoPixels?: PagePixels } = {}
runInNewContext(script, context)
const page = context.cotejoPixels!

/** Smooth colours, hard edges and noise: what a photo has. */
function drawing(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 3)
  let state = 7
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0
        const smooth = 128 + 90 * Math.sin(x / (9 + 4 * c)) * Math.cos(y / 13)
        const edge = (x >> 5) % 3 === c && (y >> 4) % 2 === 0 ? 70 : 0
        data[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, smooth + edge + ((state >>> 16) % 50) - 25))
      }
  return data
}

function difference(a: Uint8Array, b: Uint8Array): { mean: number; max: number } {
  let [sum, max] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    sum += Math.abs(a[i]! - b[i]!)
    max = Math.max(max, Math.abs(a[i]! - b[i]!))
  }
  return { mean: sum / a.length, max }
}

async function both(width: number, height: number, size: number, resize: ResizeMode, jpeg = false) {
  const raw = sharp(drawing(width, height), { raw: { width, height, channels: 3 } })
  const file = await (jpeg ? raw.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }) : raw.png()).toBuffer()
  const { data } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const ours = page.toSquare({ data, width, height }, { size, resize }, page.formatOf(file))
  return difference(await decodePicture(file, { size, resize }), ours)
}

const shapes = [
  [300, 200],
  [200, 301],
  [257, 257],
  [37, 90],
  [1001, 143],
] as const
const modes: ResizeMode[] = ['cover', 'fit', 'stretch']

describe('a picture prepared by the page', () => {
  test.for(modes)('%s: shrunk, is what the decoder makes of it', async (resize) => {
    for (const [width, height] of shapes)
      for (const size of [8, 16, 31, 36]) {
        const { mean, max } = await both(width, height, size, resize)
        expect(mean, `${width}×${height} to ${size}`).toBeLessThan(0.3)
        expect(max, `${width}×${height} to ${size}`).toBeLessThanOrEqual(2)
      }
  })

  test.for(modes)('%s: enlarged in one or both directions', async (resize) => {
    for (const [width, height] of shapes) {
      const { mean, max } = await both(width, height, 320, resize)
      expect(mean, `${width}×${height}`).toBeLessThan(0.4)
      // The outermost pixels: libvips fills what lies outside another way.
      expect(max, `${width}×${height}`).toBeLessThanOrEqual(32)
    }
  })

  test('a JPEG, which the decoder shrinks while it reads it', async () => {
    for (const size of [16, 24, 64, 100]) {
      const { mean } = await both(640, 480, size, 'cover', true)
      expect(mean, `to ${size}`).toBeLessThan(0.8)
    }
  })

  test('a picture of the right size is not touched', async () => {
    expect(await both(64, 64, 64, 'cover')).toEqual({ mean: 0, max: 0 })
  })

  test('becomes the model’s input by scale, offset and order of channels', () => {
    const square = Uint8Array.from([0, 100, 255])
    expect(Array.from(page.toInput(square, { scale: 1, offset: [1, 2, 3], channels: 'rgb' }))).toEqual([
      1, 102, 258,
    ])
    expect(Array.from(page.toInput(square, { scale: 2, offset: [1, 2, 3], channels: 'bgr' }))).toEqual([
      511, 202, 3,
    ])
    const { torch } = pixelScalings
    const ours = preprocess(tf.tensor4d(square, [1, 1, 1, 3]), {
      ...torch,
      size: 8,
      resize: 'fit',
    }).dataSync()
    Array.from(page.toInput(square, torch)).forEach((value, i) => expect(value).toBeCloseTo(ours[i]!, 5))
  })
})
