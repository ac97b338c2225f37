// Half precision by its definition: the nearest of all halves.
import { expect, test } from 'vitest'
import { rng } from '../rng'
import { halves } from './half'

/** IEEE 754, 3.4: sign, 5 bits of exponent with a bias of 15, 10 of fraction. */
function valueOf(bits: number): number {
  const [exponent, fraction] = [(bits >>> 10) & 31, bits & 1023]
  const magnitude = exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15)
  return bits & 0x8000 ? -magnitude : magnitude
}

/** All that are finite and not negative, in order: their bits count up. */
const all = Array.from({ length: 0x7c00 }, (_, bits) => valueOf(bits))

function nearest(value: number): number {
  let [low, high] = [0, all.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]! < value) low = middle + 1
    else high = middle
  }
  if (low === 0) return 0
  const [below, above] = [value - all[low - 1]!, all[low]! - value]
  if (below === above) return low % 2 === 0 ? low : low - 1
  return below < above ? low - 1 : low
}

test('every half is itself', () => {
  expect(Array.from(halves(Float32Array.from(all)))).toEqual(all.map((_, bits) => bits))
})

test('other numbers become the nearest, ties the even one', () => {
  const random = rng(1, 'halves')
  const scattered = Array.from({ length: 20_000 }, () => Math.fround(2 ** random.range(-27, 15.9)))
  const ties = all.slice(1).map((one, i) => Math.fround((one + all[i]!) / 2))
  const values = [...scattered, ...ties]
  expect(Array.from(halves(Float32Array.from(values)))).toEqual(values.map(nearest))
  const negative = values.map((one) => -one)
  expect(Array.from(halves(Float32Array.from(negative)))).toEqual(values.map((one) => nearest(one) | 0x8000))
})

test('too large is the largest, and what is no number stays none', () => {
  const found = halves(Float32Array.of(65_504, 65_519, 65_520, 1e9, Infinity, -Infinity, NaN))
  expect(Array.from(found)).toEqual([0x7bff, 0x7bff, 0x7bff, 0x7bff, 0x7bff, 0xfbff, 0x7e00])
})
