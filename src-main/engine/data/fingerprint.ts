// What a picture looks like, in few numbers: a small grey view of it, its mean colour, a perceptual hash.

/** Side of the grey view that hashes and comparisons are made of. */
export const VIEW = 32
/** Lowest frequencies in each direction that the hash is made of. */
const FREQUENCIES = 8

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

/** cos(π · t · f) for each place along a side of the view that lies in a part, and each frequency; t runs over the part. */
interface Basis {
  from: number
  to: number
  /** FREQUENCIES numbers for each place from `from` on. */
  cosines: Float32Array
}

function basisOf(scale: number, offset: number): Basis {
  const begin = 0.5 + offset - scale / 2
  const from = Math.max(0, Math.floor(begin * VIEW))
  const to = Math.min(VIEW, Math.ceil((begin + scale) * VIEW - 1e-9))
  const cosines = new Float32Array((to - from) * FREQUENCIES)
  for (let place = from; place < to; place++) {
    // How much of this pixel lies in the part.
    const low = Math.max(place / VIEW, begin)
    const high = Math.min((place + 1) / VIEW, begin + scale)
    const t = ((low + high) / 2 - begin) / scale
    for (let f = 0; f < FREQUENCIES; f++)
      cosines[(place - from) * FREQUENCIES + f] = (high - low) * VIEW * Math.cos(Math.PI * t * f)
  }
  return { from, to, cosines }
}

/**
 * Perceptual hashes after C. Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010), of a
 * picture's parts: the signs of the lowest DCT coefficients. Copies differ in few bits, whatever their size and
 * quality; a cropped copy does so from the hash of the part that is left.
 */
export class PartHasher {
  /** Parts by what they have across, so that rows are transformed once for several parts. */
  private readonly columns: { across: Basis; parts: { place: number; down: Basis }[] }[]
  private readonly rows = new Float32Array(VIEW * FREQUENCIES)
  private readonly spectrum = new Float32Array(FREQUENCIES * FREQUENCIES)

  constructor(parts: readonly Part[]) {
    const byAcross = new Map<string, PartHasher['columns'][number]>()
    parts.forEach(({ scale, x, y }, place) => {
      const key = `${scale} ${x}`
      const column = byAcross.get(key) ?? { across: basisOf(scale, x), parts: [] }
      column.parts.push({ place, down: basisOf(scale, y) })
      byAcross.set(key, column)
    })
    this.columns = [...byAcross.values()]
  }

  /**
   * @param view VIEW × VIEW luminances
   * @param into receives the low and the high half of each part's hash, in the order of the parts
   */
  hash(view: Uint8Array, into: Int32Array): void {
    for (const { across, parts } of this.columns) {
      this.transformRows(view, across)
      for (const { place, down } of parts) {
        this.transformColumns(down)
        this.bits(into, place * 2)
      }
    }
  }

  // Eight frequencies at a time, written out: this is most of the work.
  private transformRows(view: Uint8Array, { from, to, cosines }: Basis): void {
    for (let row = 0; row < VIEW; row++) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (let at = row * VIEW + from, k = 0, end = row * VIEW + to; at < end; at++, k += FREQUENCIES) {
        const value = view[at]
        a += value * cosines[k]
        b += value * cosines[k + 1]
        c += value * cosines[k + 2]
        d += value * cosines[k + 3]
        e += value * cosines[k + 4]
        f += value * cosines[k + 5]
        g += value * cosines[k + 6]
        h += value * cosines[k + 7]
      }
      const into = row * FREQUENCIES
      this.rows[into] = a
      this.rows[into + 1] = b
      this.rows[into + 2] = c
      this.rows[into + 3] = d
      this.rows[into + 4] = e
      this.rows[into + 5] = f
      this.rows[into + 6] = g
      this.rows[into + 7] = h
    }
  }

  private transformColumns({ from, to, cosines }: Basis): void {
    const { rows, spectrum } = this
    for (let frequency = 0; frequency < FREQUENCIES; frequency++) {
      let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (let row = from, k = frequency; row < to; row++, k += FREQUENCIES) {
        const weight = cosines[k]
        const at = row * FREQUENCIES
        a += weight * rows[at]
        b += weight * rows[at + 1]
        c += weight * rows[at + 2]
        d += weight * rows[at + 3]
        e += weight * rows[at + 4]
        f += weight * rows[at + 5]
        g += weight * rows[at + 6]
        h += weight * rows[at + 7]
      }
      const into = frequency * FREQUENCIES
      spectrum[into] = a
      spectrum[into + 1] = b
      spectrum[into + 2] = c
      spectrum[into + 3] = d
      spectrum[into + 4] = e
      spectrum[into + 5] = f
      spectrum[into + 6] = g
      spectrum[into + 7] = h
    }
  }

  private bits(into: Int32Array, at: number): void {
    const { spectrum } = this
    spectrum[0] = 0 // the mean says nothing about what is in the picture
    let low = 0
    let high = 0
    for (let bit = 0; bit < 32; bit++) {
      if (spectrum[bit] > 0) low |= 1 << bit
      if (spectrum[bit + 32] > 0) high |= 1 << bit
    }
    into[at] = low
    into[at + 1] = high
  }
}

/** Bits in which two 32-bit numbers differ. */
export function differingBits(a: number, b: number): number {
  let v = a ^ b
  v -= (v >>> 1) & 0x55555555
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
