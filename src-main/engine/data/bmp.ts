// Decodes Windows bitmaps, which sharp does not: uncompressed, 1 to 32 bits a pixel, also with bit fields.
// After Microsoft's description of BITMAPFILEHEADER and BITMAPINFOHEADER (Windows GDI).

export interface Bitmap {
  width: number
  height: number
  /** RGB, rows from the top. */
  pixels: Uint8Array
}

/** A bitmap that is damaged, or (`unsupported`) of a kind that is not read. */
export class BitmapError extends Error {
  readonly reason: 'corrupt' | 'unsupported' | 'too-large'

  constructor(reason: BitmapError['reason'], why: string) {
    super(why)
    this.reason = reason
  }
}

const RGB = 0
const BITFIELDS = 3
const ALPHABITFIELDS = 6

/**
 * @param limit pixels at most
 * @throws BitmapError
 */
export function decodeBitmap(bytes: Uint8Array, limit: number): Bitmap {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cut = () => new BitmapError('corrupt', 'the BMP picture is cut off.')
  if (bytes.length < 54) throw cut()
  const headerSize = view.getUint32(14, true)
  if (headerSize < 40) throw new BitmapError('unsupported', 'OS/2 bitmaps cannot be read; save it as PNG.')
  const width = view.getInt32(18, true)
  const signedHeight = view.getInt32(22, true)
  const height = Math.abs(signedHeight)
  const bits = view.getUint16(28, true)
  const compression = view.getUint32(30, true)
  if (width <= 0 || height === 0) throw new BitmapError('corrupt', 'the BMP picture has no pixels.')
  if (width * height > limit)
    throw new BitmapError('too-large', `the picture has more than ${Math.floor(limit / 1e6)} million pixels.`)
  const fields = compression === BITFIELDS || compression === ALPHABITFIELDS
  if (compression !== RGB && !fields)
    throw new BitmapError('unsupported', 'compressed bitmaps cannot be read; save it as PNG.')
  if (![1, 4, 8, 16, 24, 32].includes(bits) || (fields && bits !== 16 && bits !== 32))
    throw new BitmapError('corrupt', `a BMP picture cannot have ${bits} bits a pixel.`)

  const from = view.getUint32(10, true)
  const stride = Math.ceil((width * bits) / 32) * 4
  if (from + stride * height > bytes.length) throw cut()
  const pixels = new Uint8Array(width * height * 3)
  const rowOf = (y: number) => from + (signedHeight < 0 ? y : height - 1 - y) * stride
  if (bits <= 8) {
    const colours = view.getUint32(46, true) || 1 << bits
    const palette = 14 + headerSize
    if (colours > 256 || palette + colours * 4 > bytes.length) throw cut()
    eachPixel(width, height, (x, y, at) => {
      const bit = x * bits
      const shift = 8 - bits - (bit & 7)
      const index = (bytes[rowOf(y) + (bit >> 3)] >> shift) & ((1 << bits) - 1)
      const entry = palette + Math.min(index, colours - 1) * 4
      pixels[at] = bytes[entry + 2]
      pixels[at + 1] = bytes[entry + 1]
      pixels[at + 2] = bytes[entry]
    })
  } else if (bits === 24 || (bits === 32 && !fields)) {
    eachPixel(width, height, (x, y, at) => {
      const pixel = rowOf(y) + x * (bits >> 3)
      pixels[at] = bytes[pixel + 2]
      pixels[at + 1] = bytes[pixel + 1]
      pixels[at + 2] = bytes[pixel]
    })
  } else {
    const masks = fields ? [54, 58, 62].map((at) => view.getUint32(at, true)) : [0x7c00, 0x3e0, 0x1f]
    if (masks.includes(0)) throw new BitmapError('corrupt', 'the BMP picture has no colours.')
    const channels = masks.map((mask) => ({ mask, low: mask & -mask, top: mask / (mask & -mask) }))
    eachPixel(width, height, (x, y, at) => {
      const pixel = rowOf(y) + x * (bits >> 3)
      const value = bits === 16 ? view.getUint16(pixel, true) : view.getUint32(pixel, true)
      channels.forEach(({ mask, low, top }, channel) => {
        pixels[at + channel] = Math.round((((value & mask) >>> 0) / (low >>> 0) / Math.abs(top)) * 255)
      })
    })
  }
  return { width, height, pixels }
}

function eachPixel(width: number, height: number, set: (x: number, y: number, at: number) => void): void {
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at += 3) set(x, y, at)
}
