// The regularised incomplete beta function, which Student's distribution is made of.

/** Bernoulli numbers of Stirling's series, B₂ₖ / (2k (2k − 1)): formula 5.11.1 of the NIST Digital Library. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]
/** From here on the series gives double precision. */
const SERIES_FROM = 12

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`log gamma of ${x}`)
  let shift = 0
  let at = x
  // Γ(x + 1) = x Γ(x)
  for (; at < SERIES_FROM; at++) shift += Math.log(at)
  let series = 0
  for (let k = STIRLING.length - 1; k >= 0; k--) series = series / (at * at) + STIRLING[k]!
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series / at - shift
}

/**
 * I_x(a, b), by the continued fraction 8.17.22 of the NIST Digital Library, evaluated as Lentz does. It converges fast
 * for x below (a + 1) / (a + b + 2), and elsewhere I_x(a, b) = 1 − I_{1−x}(b, a) leads there.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incomplete beta of ${x}`)
  if (x === 0 || x === 1) return x
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return (front * fraction(x, a, b)) / a
}

const TINY = 1e-300

function fraction(x: number, a: number, b: number): number {
  let [c, d] = [1, notZero(1 - ((a + b) * x) / (a + 1))]
  d = 1 / d
  let value = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / notZero(1 + even * d)
    c = notZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / notZero(1 + odd * d)
    c = notZero(1 + odd / c)
    const step = d * c
    value *= step
    if (Math.abs(step - 1) < 1e-16) break
  }
  return value
}

const notZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value)
