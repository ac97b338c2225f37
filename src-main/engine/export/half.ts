// Numbers at half precision (IEEE 754 binary16), which JavaScript has no array for on the Node that we support.

const LARGEST = 0x7bff
const NOT_A_NUMBER = 0x7e00

/** @param magnitude bits of a number at single precision, without the sign */
function halfMagnitude(magnitude: number): number {
  if (magnitude > 0x7f800000) return NOT_A_NUMBER
  // From halfway between 65,504 and what would come next.
  if (magnitude >= 0x477ff000) return LARGEST
  if (magnitude >= 0x38800000) {
    // The exponent's bias goes from 127 to 15, and 13 bits of the fraction go: to the nearest, ties to even.
    const rebased = magnitude - 0x38000000
    return (rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13
  }
  // Subnormal: the fraction, with the bit that is not written, in steps of 2^-24.
  const shift = 126 - (magnitude >>> 23)
  if (shift > 24) return 0
  const fraction = (magnitude & 0x7fffff) | 0x800000
  const whole = fraction >>> shift
  const rest = fraction & ((1 << shift) - 1)
  const half = 1 << (shift - 1)
  return whole + (rest > half || (rest === half && (whole & 1) === 1) ? 1 : 0)
}

/** The nearest numbers at half precision, ties to even, as their bits. What is too large becomes the largest, 65,504. */
export function halves(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length)
  const result = new Uint16Array(values.length)
  for (let i = 0; i < bits.length; i++) {
    const one = bits[i]!
    result[i] = ((one >>> 16) & 0x8000) | halfMagnitude(one & 0x7fffffff)
  }
  return result
}
