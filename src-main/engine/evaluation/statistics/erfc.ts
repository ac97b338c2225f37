// The complementary error function, to about double precision also where it is tiny (p-values are).

/** Below, the series; from here on, the continued fraction. */
const SWITCH = 2

/**
 * erfc(x) = 2/√π ∫ from x to ∞ of exp(−t²) dt, for x ≥ 0. Relative error under 1e-13 down to underflow.
 * Formulas 7.6.2 (series) and 7.9.1 (continued fraction) of the NIST Digital Library of Mathematical Functions.
 */
export function erfc(x: number): number {
  if (!(x >= 0)) throw new RangeError(`erfc of ${x}`)
  if (x === Infinity) return 0
  return x < SWITCH ? 1 - erfSeries(x) : erfcFraction(x)
}

/** erf(x) = 2/√π · exp(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)): all terms positive, so nothing cancels. */
function erfSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum
}

/** erfc(x) = exp(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), from the innermost level outwards. */
function erfcFraction(x: number): number {
  let tail = x
  for (let k = 200; k >= 1; k--) tail = x + k / 2 / tail
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail)
}
