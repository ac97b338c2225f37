// The steps to a map: principal components and neighbours against plain definitions, and points that belong together.
import { expect, test } from 'vitest'
import { cpuCompute } from '../../../../tests/support/cpuCompute'
import { rng } from '../../rng'
import { quietTask } from '../../task'
import { tf } from '../../tf'
import { nearestNeighbours } from './neighbours'
import { principalComponents } from './principal'
import { tensorProducts } from './products'
import { umap } from './umap'

const pause = async () => {}
const random = rng(5, 'map test')
/** Roughly normal. */
const normal = () => Array.from({ length: 12 }, () => random.next()).reduce((a, b) => a + b) - 6

/** Points of `groups` clouds in d dimensions, and the cloud of each. */
function clouds(groups: number, each: number, d: number, apart = 8) {
  const centres = Array.from({ length: groups }, () =>
    Array.from({ length: d }, () => (apart * normal()) / Math.sqrt(d)),
  )
  const cloud = Array.from({ length: groups * each }, (_, i) => i % groups)
  const points = Float32Array.from(cloud.flatMap((g) => centres[g]!.map((c) => c + 0.3 * normal())))
  return { points, cloud }
}

test('components are uncorrelated, of falling variance, and hold all there is to hold', async () => {
  const [n, d] = [60, 7]
  // Correlated columns of very different size.
  const source = Float32Array.from({ length: n * d }, (_, i) => normal() * [9, 5, 2, 1, 0.5, 0.1, 0][i % d]!)
  const mixed = source.map((v, i) => v + (i % d > 0 ? 0.4 * source[i - 1]! : 0))
  const variance = (values: ArrayLike<number>, width: number, a: number, b: number) => {
    const mean = (c: number) =>
      Array.from({ length: n }, (_, i) => values[i * width + c]!).reduce((x, y) => x + y) / n
    const [ma, mb] = [mean(a), mean(b)]
    let sum = 0
    for (let i = 0; i < n; i++) sum += (values[i * width + a]! - ma) * (values[i * width + b]! - mb)
    return sum / n
  }
  const total = Array.from({ length: d }, (_, c) => variance(mixed, d, c, c)).reduce((x, y) => x + y)
  const { values, k } = await principalComponents(mixed.slice(), d, 50, 1, pause)
  expect(k).toBe(d)
  const variances = Array.from({ length: k }, (_, c) => variance(values, k, c, c))
  expect(variances).toEqual([...variances].sort((a, b) => b - a))
  expect(variances.reduce((a, b) => a + b)).toBeCloseTo(total, 3)
  for (let a = 0; a < k; a++)
    for (let b = 0; b < a; b++) expect(Math.abs(variance(values, k, a, b))).toBeLessThan(1e-4 * total)
  // Two of them are the same two.
  const two = await principalComponents(mixed.slice(), d, 2, 9, pause)
  for (let i = 0; i < n; i++)
    for (const c of [0, 1]) expect(two.values[i * 2 + c]).toBeCloseTo(values[i * k + c]!, 2)
})

test('the tensor library gives what plain loops give', async () => {
  await cpuCompute()
  const [n, d] = [80, 30]
  const { points } = clouds(4, n / 4, d)
  const plain = await principalComponents(points.slice(), d, 5, 3, pause)
  const before = tf.memory().numTensors
  const fast = await principalComponents(points.slice(), d, 5, 3, pause, tensorProducts)
  expect(tf.memory().numTensors).toBe(before)
  expect(fast.k).toBe(plain.k)
  plain.values.forEach((v, i) => expect(Math.abs(v - fast.values[i]!)).toBeLessThan(1e-3))
})

test('more dimensions than points, and points that are all the same', async () => {
  const wide = Float32Array.from({ length: 6 * 500 }, normal)
  expect((await principalComponents(wide, 500, 50, 1, pause)).k).toBe(6)
  const same = await principalComponents(new Float32Array(40 * 3).fill(2), 3, 50, 1, pause)
  expect(same.values.every((v) => Math.abs(v) === 0)).toBe(true)
})

test('neighbours are the nearest ones, itself first', async () => {
  const [n, d] = [40, 3]
  const points = Float32Array.from({ length: n * d }, normal)
  points.copyWithin(d, 0, d) // point 1 is point 0 again
  const { indices, distances } = await nearestNeighbours(points, d, 6, pause)
  const distance = (a: number, b: number) =>
    Math.hypot(...[0, 1, 2].map((c) => points[a * d + c]! - points[b * d + c]!))
  for (let i = 0; i < n; i++) {
    const others = [...Array(n).keys()]
      .filter((j) => j !== i)
      .sort((a, b) => distance(i, a) - distance(i, b) || a - b)
    expect(indices[i]).toEqual([i, ...others.slice(0, 5)])
    distances[i]!.forEach((v, at) => expect(v).toBeCloseTo(distance(i, indices[i]![at]!), 6))
  }
})

test('what belongs together lies together, and the same seed gives the same map', async () => {
  const { points, cloud } = clouds(4, 30, 20)
  const draw = async () => {
    const { values, k } = await principalComponents(points.slice(), 20, 10, 1, pause)
    return umap(values, k, 7, quietTask(), pause)
  }
  const first = await draw()
  expect(await draw()).toEqual(first)
  const flat = Float32Array.from(first.x.flatMap((x, i) => [x, first.y[i]!]))
  const { indices } = await nearestNeighbours(flat, 2, 2, pause)
  const together = indices.filter(([self, other]) => cloud[self!] === cloud[other!]).length
  expect(together).toBe(cloud.length)
})

test('five points, equal points', async () => {
  const few = await umap(Float32Array.from({ length: 10 }, normal), 2, 1, quietTask(), pause)
  expect([...few.x, ...few.y].every(Number.isFinite)).toBe(true)
  const equal = await umap(new Float32Array(60), 2, 1, quietTask(), pause)
  expect([...equal.x, ...equal.y].every(Number.isFinite)).toBe(true)
})
