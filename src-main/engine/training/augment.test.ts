// Augmentation: what it does to pixels, that pictures get changes of their own, and that the seed decides.
import { beforeAll, describe, expect, test } from 'vitest'
import { augmentation, type Augmentation } from '../../contract/plan'
import { openWasm } from '../backends/wasm'
import { tf, type Tensor4D } from '../tf'
import { augment } from './augment'

// Not on the cpu backend: its Transform kernel leaves all pictures but the first empty (TensorFlow.js 4.22).
beforeAll(() => openWasm())

const size = 5
const count = 40
/** The same picture 40 times, every pixel another value. */
const picture = Array.from({ length: size * size * 3 }, (_, i) => 20 + 2 * i)
const batch = () => tf.tensor4d(Array(count).fill(picture).flat(), [count, size, size, 3])
const run = (options: Partial<Augmentation>, step = 1, images: Tensor4D = batch()) => {
  const all = augment(images, augmentation.parse(options), tf.tensor1d([9, step], 'int32')).images.dataSync()
  return Array.from({ length: count }, (_, i) => Array.from(all.slice(i * picture.length, (i + 1) * picture.length))) // prettier-ignore
}
const at = (image: number[], y: number, x: number) => image.slice((y * size + x) * 3, (y * size + x) * 3 + 3)

test('nothing is asked for: nothing is changed', () => {
  expect(run({})).toEqual(Array(count).fill(picture))
})

test('flip mirrors about half of the pictures exactly and leaves the others', () => {
  const mirrored = picture.map((_, i) => at(picture, Math.floor(i / 3 / size), size - 1 - (Math.floor(i / 3) % size))[i % 3]!) // prettier-ignore
  const kinds = run({ flip: true }).map((image) => JSON.stringify(image))
  const flipped = kinds.filter((kind) => kind === JSON.stringify(mirrored)).length
  expect(kinds.filter((kind) => kind === JSON.stringify(picture)).length).toBe(count - flipped)
  expect(flipped).toBeGreaterThan(8)
  expect(flipped).toBeLessThan(32)
})

test('shift moves by whole pixels within its bounds and mirrors at the border', () => {
  const seen = new Set<string>()
  for (const image of run({ shift: 0.4 })) {
    const moves = [-2, -1, 0, 1, 2].flatMap((dy) => [-2, -1, 0, 1, 2].map((dx) => [dy, dx] as const))
    const reflect = (i: number) => (i < 0 ? -1 - i : i >= size ? 2 * size - 1 - i : i)
    const fits = moves.filter(([dy, dx]) => {
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          const from = at(picture, reflect(y + dy), reflect(x + dx))
          if (at(image, y, x).some((v, c) => v !== from[c])) return false
        }
      }
      return true
    })
    expect(fits.length).toBe(1)
    seen.add(String(fits[0]))
  }
  expect(seen.size).toBeGreaterThan(8)
})

test('rotation keeps the middle pixel and stays within its angle', () => {
  for (const image of run({ rotation: 90 })) {
    at(image, 2, 2).forEach((v, c) => expect(v).toBeCloseTo(at(picture, 2, 2)[c]!, 3))
  }
  const slope = (image: number[]) => {
    const [across, down] = [
      at(image, 2, 3)[0]! - at(image, 2, 1)[0]!,
      at(image, 3, 2)[0]! - at(image, 1, 2)[0]!,
    ]
    // In the source a step to the right is 6, one down 30: a turn by t mixes them.
    return (Math.atan2(across, down) - Math.atan2(6, 30)) * (180 / Math.PI)
  }
  const turns = run({ rotation: 20 }).map(slope)
  expect(Math.max(...turns.map(Math.abs))).toBeLessThan(20.01)
  expect(Math.min(...turns)).toBeLessThan(-10)
  expect(Math.max(...turns)).toBeGreaterThan(10)
})

test('zoom changes the scale about the middle, by at most its factor', () => {
  const scales = run({ zoom: 0.2 }).map((image) => (2 * 6) / (at(image, 2, 3)[0]! - at(image, 2, 1)[0]!))
  expect(Math.min(...scales)).toBeGreaterThan(0.799)
  expect(Math.max(...scales)).toBeLessThan(1.201)
  expect(Math.max(...scales) - Math.min(...scales)).toBeGreaterThan(0.2)
})

describe('colour', () => {
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length
  const grey = (rgb: number[]) => 0.299 * rgb[0]! + 0.587 * rgb[1]! + 0.114 * rgb[2]!

  test('brightness shifts all values of a picture alike', () => {
    const shifts = run({ brightness: 0.05 }).map((image) => image.map((v, i) => v - picture[i]!))
    shifts.forEach((shift) => shift.forEach((v) => expect(v).toBeCloseTo(shift[0]!, 3)))
    const amounts = shifts.map((shift) => shift[0]!)
    expect(Math.max(...amounts.map(Math.abs))).toBeLessThan(0.05 * 255)
    expect(new Set(amounts.map((v) => v.toFixed(2))).size).toBeGreaterThan(20)
  })

  test('contrast keeps the mean of a picture and scales about it', () => {
    for (const image of run({ contrast: 0.2 })) {
      expect(mean(image)).toBeCloseTo(mean(picture), 2)
      const factor = (image[0]! - mean(image)) / (picture[0]! - mean(picture))
      expect(Math.abs(factor - 1)).toBeLessThan(0.2)
    }
  })

  test('saturation keeps the grey value of every pixel', () => {
    for (const image of run({ saturation: 0.5 })) {
      expect(grey(at(image, 1, 1))).toBeCloseTo(grey(at(picture, 1, 1)), 2)
      const factor = (at(image, 1, 1)[2]! - at(image, 1, 1)[0]!) / 4
      expect(Math.abs(factor - 1)).toBeLessThan(0.5001)
    }
  })

  test('values stay within 0..255', () => {
    const all = run({ brightness: 1, contrast: 1, saturation: 1 }).flat()
    expect(Math.min(...all)).toBe(0)
    expect(Math.max(...all)).toBe(255)
  })
})

test('the same seed and step give the same pictures, another step others', () => {
  const options = { flip: true, shift: 0.2, rotation: 10, zoom: 0.1, brightness: 0.1 }
  expect(run(options)).toEqual(run(options))
  expect(run(options, 2)).not.toEqual(run(options))
})
