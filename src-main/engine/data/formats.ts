// What a file is by its first bytes: to say why a picture could not be taken.

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** Brands of ISO media files (bytes 8–12) that hold HEVC pictures, as phones write them. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'])

/** A picture format, and whether this build of sharp decodes it. */
export interface PictureFormat {
  name: string
  supported: boolean
}

const supported = (name: string): PictureFormat => ({ name, supported: true })
const unsupported = (name: string): PictureFormat => ({ name, supported: false })

/** The format that a file's first bytes name, or null when they are no picture's. */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return supported('JPEG')
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47)) return supported('PNG')
  if (ascii(bytes, 0, 4) === 'GIF8') return supported('GIF')
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return supported('WebP')
  if (startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a))
    return supported('TIFF')
  if (startsWith(bytes, 0x49, 0x49, 0x2b, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2b))
    return supported('TIFF')
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const brand = ascii(bytes, 8, 12)
    if (brand === 'avif' || brand === 'avis') return supported('AVIF')
    if (HEIC_BRANDS.has(brand)) return unsupported('HEIC')
    if (brand === 'crx ') return unsupported('Canon raw')
    return null
  }
  if (startsWith(bytes, 0xff, 0x4f, 0xff, 0x51) || ascii(bytes, 4, 8) === 'jP  ')
    return unsupported('JPEG 2000')
  if (startsWith(bytes, 0xff, 0x0a) || ascii(bytes, 4, 8) === 'JXL ') return unsupported('JPEG XL')
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0)
    return supported('BMP')
  if (ascii(bytes, 0, 4) === '8BPS') return unsupported('Photoshop')
  if (ascii(bytes, 0, 8) === 'gimp xcf') return unsupported('GIMP')
  if (startsWith(bytes, 0x76, 0x2f, 0x31, 0x01)) return unsupported('OpenEXR')
  if (startsWith(bytes, 0, 0, 1, 0) && bytes.length > 22) return unsupported('icon')
  if (
    /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(ascii(bytes, 0, 1024))
  )
    return supported('SVG')
  return null
}
