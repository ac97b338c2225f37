// Numbers at half precision (IEEE 754 binary16), which JavaScript has no array for on the Node that we support.

const single = new Float32Array(1)
const bits = new Uint32Array(single.buffer)

/** The nearest half-precision number, ties to even, as its 16 bits. What is too large becomes the largest, 65,504. */
export function toHalfBits(value: number): number {
  single[0] = value
  const all = bits[0]!
  const sign = (all >>> 16) & 0x8000
  const magnitude = all & 0x7fffffff
  if (magnitude > 0x7f800000) return sign | 0x7e00
  if (magnitude >= 0x477fe000) return sign | 0x7bff
  if (magnitude < 0x38800000) {
    // Subnormal: a multiple of 2^-24, which adding 0.5 leaves in the last bits of a 32-bit number's fraction.
    single[0] = Math.abs(value) * 2 ** 24
    const whole = single[0]
    const floor = Math.floor(whole)
    const rest = whole - floor
    return sign | (floor + (rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? 1 : 0))
  }
  const shifted = magnitude - 0x38000000
  const even = (shifted >>> 13) & 1
  return sign | ((shifted + 0xfff + even) >>> 13)
}

/** Weights at half precision, as their bits. */
export const halves = (values: Float32Array): Uint16Array => Uint16Array.from(values, toHalfBits)
