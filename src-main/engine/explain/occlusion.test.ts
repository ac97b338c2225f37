// Occlusion against plain loops, with a model that can be followed by hand.
import { expect, test } from 'vitest'
import { rng } from '../rng'
import { meanColour, occluded, occlusionHeat, occlusionOf } from './occlusion'

test.each([
  [8, 2, 7],
  [32, 4, 15],
  [96, 14, 13],
  [224, 32, 13],
])('of %i pixels: a patch of %i, %i places a side, the last one at the edge', (size, patch, places) => {
  const made = occlusionOf(size)
  expect([made.patch, made.starts.length]).toEqual([patch, places])
  expect([made.starts[0], made.starts.at(-1)]).toEqual([0, size - patch])
  made.starts.slice(1).forEach((start, i) => {
    expect(start - made.starts[i]!).toBeGreaterThan(0)
    expect(start - made.starts[i]!).toBeLessThanOrEqual(patch / 2)
  })
})

test('covers one patch at a time with the mean colour, and gives the fall of the class', () => {
  const size = 16
  const random = rng(2, 'occlusion')
  const pixels = Uint8Array.from({ length: size * size * 3 }, () => random.below(256))
  const weights = Float64Array.from({ length: pixels.length }, () => random.range(-1, 1) / pixels.length)
  // Two classes: how much of the weighted sum there is, and the rest.
  const model = (picture: Uint8Array) => {
    const p = picture.reduce((sum, v, i) => sum + (v / 255) * weights[i]!, 0.5)
    return [p, 1 - p]
  }
  const places = occlusionOf(size)
  const { patch, starts } = places
  const reader = occluded(pixels, size, places)
  const count = 1 + starts.length ** 2
  const all = new Uint8Array(count * pixels.length)
  reader.read(
    Array.from({ length: count }, (_, i) => i),
    all,
  )
  const probabilities = Float32Array.from(
    Array.from({ length: count }, (_, i) =>
      model(all.subarray(i * pixels.length, (i + 1) * pixels.length)),
    ).flat(),
  )
  const heat = occlusionHeat(probabilities, 2, 1)

  const colour = meanColour(pixels)
  const [whole] = [model(pixels)[1]!]
  starts.forEach((top, row) =>
    starts.forEach((left, column) => {
      const covered = pixels.slice()
      for (let i = 0; i < covered.length; i++) {
        const [y, x, c] = [Math.floor(i / 3 / size), Math.floor(i / 3) % size, i % 3]
        if (y >= top && y < top + patch && x >= left && x < left + patch) covered[i] = colour[c]!
      }
      const fall = Math.max(0, whole - model(covered)[1]!)
      expect(heat[row * starts.length + column]).toBeCloseTo(fall, 6)
    }),
  )
  expect(heat.some((v) => v > 0)).toBe(true)
})

test('any pictures of the row can be read, in any order', () => {
  const pixels = Uint8Array.from({ length: 8 * 8 * 3 }, (_, i) => i)
  const reader = occluded(pixels, 8, occlusionOf(8))
  const two = new Uint8Array(2 * pixels.length)
  reader.read([5, 0], two)
  const one = new Uint8Array(pixels.length)
  reader.read([5], one)
  expect(two.subarray(0, pixels.length)).toEqual(one)
  expect(two.subarray(pixels.length)).toEqual(pixels)
})
