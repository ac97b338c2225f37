// Numbers with a Beta(α, α) distribution from uniform ones, by a table of its quantiles.

/** Intervals of the table. Between its points a quantile is interpolated. */
const INTERVALS = 1024

/**
 * Regularized incomplete beta function I_x(a, a), by its continued fraction (DLMF 8.17.22) with Lentz's method.
 * @param x in [0, 1/2]
 */
function lowerHalf(x: number, a: number): number {
  if (x <= 0) return 0
  const front = Math.exp(a * (Math.log(x) + Math.log1p(-x)) + logGamma(2 * a) - 2 * logGamma(a)) / a
  const tiny = 1e-300
  let [c, d] = [1, 1 - (2 * a * x) / (a + 1)]
  d = 1 / (Math.abs(d) < tiny ? tiny : d)
  let fraction = d
  for (let m = 1; m < 1000; m++) {
    const even = (m * (a - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (2 * a + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    let change = 1
    for (const term of [even, odd]) {
      d = 1 + term * d
      c = 1 + term / c
      d = 1 / (Math.abs(d) < tiny ? tiny : d)
      if (Math.abs(c) < tiny) c = tiny
      change = c * d
      fraction *= change
    }
    if (Math.abs(change - 1) < 1e-15) break
  }
  return front * fraction
}

/** Logarithm of the gamma function for x > 0: Stirling's series (DLMF 5.11.1) after raising x to 10 or more. */
function logGamma(x: number): number {
  let product = 1
  for (; x < 10; x++) product *= x
  const inverse = 1 / (x * x)
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
}

/** The value below which a fraction u of a Beta(α, α) distribution lies. */
export function betaQuantile(u: number, alpha: number): number {
  if (u > 0.5) return 1 - betaQuantile(1 - u, alpha)
  if (u <= 0) return 0
  // Bisection in the logarithm: with a small α most of the distribution is next to the ends.
  let [low, high] = [-700, Math.log(0.5)]
  for (let i = 0; i < 100 && high - low > 1e-15; i++) {
    const middle = (low + high) / 2
    if (lowerHalf(Math.exp(middle), alpha) < u) low = middle
    else high = middle
  }
  return Math.exp(high)
}

const tables = new Map<number, Float32Array>()

/** Quantiles at 0, 1/1024, …, 1. */
export function betaTable(alpha: number): Float32Array {
  let table = tables.get(alpha)
  if (!table) {
    table = Float32Array.from({ length: INTERVALS + 1 }, (_, i) => betaQuantile(i / INTERVALS, alpha))
    tables.set(alpha, table)
  }
  return table
}
