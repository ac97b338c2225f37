// What a picture looks like, in few numbers: a small grey view of it, its mean colour, a perceptual hash.

/** Side of the grey view that hashes and comparisons are made of. */
export const VIEW = 32
/** Lowest frequencies in each direction that the hash is made of. */
const FREQUENCIES = 8

/** 64 bits, as two 32-bit halves. */
export interface Hash {
  low: number
  high: number
}

/** A square part of a picture: its side and the place of its centre off the picture's, in sides of the picture. */
export interface Part {
  scale: number
  x: number
  y: number
}

/** Part of a square picture that the content fills, in pixels; all of it unless it was fitted. */
export interface ContentBox {
  left: number
  top: number
  width: number
  height: number
}

/** Where a picture of these proportions lies in a square of `size`, for a way of resizing. */
export function contentBox(
  size: number,
  resize: 'cover' | 'fit' | 'stretch',
  shape: { width: number; height: number } | null,
): ContentBox {
  if (resize !== 'fit' || !shape) return { left: 0, top: 0, width: size, height: size }
  const scale = size / Math.max(shape.width, shape.height, 1)
  const width = Math.max(1, Math.round(shape.width * scale))
  const height = Math.max(1, Math.round(shape.height * scale))
  return { left: (size - width) >> 1, top: (size - height) >> 1, width, height }
}

/**
 * The content as VIEW × VIEW luminances (ITU-R BT.601 weights, 0…255), each the mean of the pixels that it covers.
 * @param pixels size·size·3 bytes, RGB
 * @param into receives the view
 * @returns mean red, green and blue
 */
export function greyView(
  pixels: Uint8Array,
  size: number,
  { left, top, width, height }: ContentBox,
  into: Uint8Array,
): [number, number, number] {
  let red = 0
  let green = 0
  let blue = 0
  for (let row = 0; row < VIEW; row++) {
    const y0 = top + Math.floor((row * height) / VIEW)
    const y1 = Math.max(y0 + 1, top + Math.floor(((row + 1) * height) / VIEW))
    for (let column = 0; column < VIEW; column++) {
      const x0 = left + Math.floor((column * width) / VIEW)
      const x1 = Math.max(x0 + 1, left + Math.floor(((column + 1) * width) / VIEW))
      let r = 0
      let g = 0
      let b = 0
      for (let y = y0; y < y1; y++) {
        const end = (y * size + x1) * 3
        for (let at = (y * size + x0) * 3; at < end; at += 3) {
          r += pixels[at]
          g += pixels[at + 1]
          b += pixels[at + 2]
        }
      }
      const count = (y1 - y0) * (x1 - x0)
      into[row * VIEW + column] = (77 * r + 150 * g + 29 * b) / (256 * count) + 0.5
      red += r / count
      green += g / count
      blue += b / count
    }
  }
  return [red / (VIEW * VIEW), green / (VIEW * VIEW), blue / (VIEW * VIEW)]
}

/** For each place along a side of the view and each frequency, cos(π · t · f) where t runs over the part; else 0. */
function basis(scale: number, offset: number): Float32Array {
  const from = 0.5 + offset - scale / 2
  return Float32Array.from({ length: FREQUENCIES * VIEW }, (_, i) => {
    const place = (i % VIEW) / VIEW
    // How much of this pixel lies in the part.
    const begin = Math.max(place, from)
    const end = Math.min(place + 1 / VIEW, from + scale)
    if (end <= begin) return 0
    const t = ((begin + end) / 2 - from) / scale
    return (end - begin) * VIEW * Math.cos(Math.PI * t * Math.floor(i / VIEW))
  })
}

const bases = new Map<string, Float32Array>()
function basisOf(scale: number, offset: number): Float32Array {
  const key = `${scale} ${offset}`
  const kept = bases.get(key)
  if (kept) return kept
  const made = basis(scale, offset)
  bases.set(key, made)
  return made
}

const rowTransform = new Float32Array(VIEW * FREQUENCIES)
const spectrum = new Float32Array(FREQUENCIES * FREQUENCIES)
const sorted = new Float32Array(FREQUENCIES * FREQUENCIES)

/**
 * A perceptual hash after C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010): the
 * signs of the lowest DCT coefficients against their median. Copies differ in few bits, whatever their size and quality.
 * @param view VIEW × VIEW luminances
 */
export const hashOf = (view: Uint8Array): Hash => partHash(view, { scale: 1, x: 0, y: 0 })

/** The hash that a copy would have of which only a part is left. */
export function partHash(view: Uint8Array, { scale, x, y }: Part): Hash {
  const across = basisOf(scale, x)
  const down = basisOf(scale, y)
  for (let row = 0; row < VIEW; row++)
    for (let f = 0; f < FREQUENCIES; f++) {
      let total = 0
      for (let column = 0; column < VIEW; column++)
        total += view[row * VIEW + column] * across[f * VIEW + column]
      rowTransform[row * FREQUENCIES + f] = total
    }
  for (let g = 0; g < FREQUENCIES; g++)
    for (let f = 0; f < FREQUENCIES; f++) {
      let total = 0
      for (let row = 0; row < VIEW; row++) total += rowTransform[row * FREQUENCIES + f] * down[g * VIEW + row]
      spectrum[g * FREQUENCIES + f] = total
    }
  spectrum[0] = 0 // the mean says nothing about what is in the picture
  sorted.set(spectrum)
  sorted.sort()
  const median = (sorted[31] + sorted[32]) / 2
  let low = 0
  let high = 0
  for (let bit = 0; bit < 32; bit++) {
    if (spectrum[bit] > median) low |= 1 << bit
    if (spectrum[bit + 32] > median) high |= 1 << bit
  }
  return { low, high }
}

/** Bits in which two 32-bit numbers differ. */
export function differingBits(a: number, b: number): number {
  let v = a ^ b
  v -= (v >>> 1) & 0x55555555
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return (((v + (v >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
