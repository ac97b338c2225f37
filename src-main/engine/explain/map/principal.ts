// The principal components of many long rows: randomised subspace iteration, after Halko, Martinsson, Tropp, "Finding
// Structure with Randomness", SIAM Review 53 (2011), algorithms 4.4 and 5.1.
import { rng } from '../../rng'
import { plainProducts, type Pause, type Products } from './products'

/** Directions beyond those that are wanted, and passes over the data: both for exactness. */
const EXTRA = 10
const PASSES = 3

/**
 * @param rows n × d, row by row; centred in place
 * @param wanted how many components
 * @param products what multiplies with the rows, once they are centred
 * @returns the rows' coordinates along the `k` = min(wanted, n, d) directions of largest variance, n × k, row by row
 */
export async function principalComponents(
  rows: Float32Array,
  d: number,
  wanted: number,
  seed: number,
  pause: Pause,
  products: (rows: Float32Array, d: number) => Products = plainProducts,
): Promise<{ values: Float32Array; k: number }> {
  const n = rows.length / d
  const k = Math.min(wanted, n, d)
  const width = Math.min(k + EXTRA, n, d)
  centre(rows, d)

  const random = rng(seed, 'principal components')
  // Uniform numbers do as well as normal ones: all that matters is that no direction is favoured by the data.
  let basis: Float64Array = Float64Array.from({ length: d * width }, () => random.range(-1, 1))
  const { times, transposedTimes, dispose } = products(rows, d)
  let scores: Float64Array
  try {
    for (let pass = 0; pass < PASSES; pass++) {
      const image = orthonormal(await times(basis, width, pause), n, width)
      await pause()
      basis = orthonormal(await transposedTimes(image, width, pause), d, width)
      await pause()
    }
    scores = await times(basis, width, pause)
  } finally {
    dispose()
  }
  const turned = await byVariance(scores, n, width, pause)
  const values = new Float32Array(n * k)
  for (let i = 0; i < n; i++) for (let j = 0; j < k; j++) values[i * k + j] = turned[i * width + j]!
  return { values, k }
}

function centre(rows: Float32Array, d: number): void {
  const mean = new Float64Array(d)
  const n = rows.length / d
  for (let i = 0; i < rows.length; i++) mean[i % d]! += rows[i]!
  for (let j = 0; j < d; j++) mean[j]! /= n
  for (let i = 0; i < rows.length; i++) rows[i]! -= mean[i % d]!
}

/** Gram and Schmidt, twice for exactness; a column that depends on those before it becomes zero. */
function orthonormal(columns: Float64Array, n: number, w: number): Float64Array {
  for (let c = 0; c < w; c++) {
    const before = length(columns, n, w, c)
    for (let again = 0; again < 2; again++) {
      for (let other = 0; other < c; other++) {
        let dot = 0
        for (let i = 0; i < n; i++) dot += columns[i * w + c]! * columns[i * w + other]!
        for (let i = 0; i < n; i++) columns[i * w + c]! -= dot * columns[i * w + other]!
      }
    }
    const norm = length(columns, n, w, c)
    const scale = norm > 1e-12 * before ? 1 / norm : 0
    for (let i = 0; i < n; i++) columns[i * w + c]! *= scale
  }
  return columns
}

function length(columns: Float64Array, n: number, w: number, c: number): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += columns[i * w + c]! ** 2
  return Math.sqrt(sum)
}

/** Turns scores (n × w) so that their columns are uncorrelated, the one of largest variance first. */
async function byVariance(scores: Float64Array, n: number, w: number, pause: Pause): Promise<Float64Array> {
  const gram = new Float64Array(w * w)
  for (let i = 0; i < n; i++)
    for (let a = 0; a < w; a++)
      for (let b = 0; b < w; b++) gram[a * w + b]! += scores[i * w + a]! * scores[i * w + b]!
  await pause()
  const vectors = jacobi(gram, w)
  const order = [...Array(w).keys()].sort((a, b) => gram[b * w + b]! - gram[a * w + a]!)
  const result = new Float64Array(n * w)
  order.forEach((from, to) => {
    let largest = 0
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let a = 0; a < w; a++) sum += scores[i * w + a]! * vectors[a * w + from]!
      result[i * w + to] = sum
      if (Math.abs(sum) > Math.abs(largest)) largest = sum
    }
    // A direction and its opposite are equally good; the point farthest out is on the positive side, always.
    if (largest < 0) for (let i = 0; i < n; i++) result[i * w + to]! *= -1
  })
  return result
}

/** Jacobi's method for a symmetric matrix: it becomes diagonal in place. @returns its eigenvectors, as columns */
function jacobi(matrix: Float64Array, w: number): Float64Array {
  const vectors = new Float64Array(w * w)
  for (let i = 0; i < w; i++) vectors[i * w + i] = 1
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0
    let all = 0
    for (let i = 0; i < w * w; i++) {
      all += matrix[i]! ** 2
      if (i % (w + 1) !== 0) off += matrix[i]! ** 2
    }
    if (off <= 1e-24 * all) break
    for (let p = 0; p < w; p++) for (let q = p + 1; q < w; q++) rotate(matrix, vectors, w, p, q)
  }
  return vectors
}

function rotate(matrix: Float64Array, vectors: Float64Array, w: number, p: number, q: number): void {
  const apq = matrix[p * w + q]!
  if (apq === 0) return
  const theta = (matrix[q * w + q]! - matrix[p * w + p]!) / (2 * apq)
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  const turn = (values: Float64Array, i: number, j: number) => {
    const [x, y] = [values[i]!, values[j]!]
    values[i] = c * x - s * y
    values[j] = s * x + c * y
  }
  for (let i = 0; i < w; i++) turn(matrix, i * w + p, i * w + q)
  for (let i = 0; i < w; i++) turn(matrix, p * w + i, q * w + i)
  for (let i = 0; i < w; i++) turn(vectors, i * w + p, i * w + q)
}
