// What a picture's header says, without decoding it: size, orientation, kind of colour. JPEG and PNG, which most
// folders are full of, are read here; the rest is asked of sharp, which costs a call for each file.
import { closeSync, openSync, readSync } from 'node:fs'
import { pictureFormat } from './formats'
import { sharp } from './sharp'

export interface PictureHeader {
  /** JPEG, PNG, GIF, WebP, TIFF, AVIF, BMP, SVG. */
  format: string
  /** As stored, before the orientation is applied. */
  width: number
  height: number
  /** EXIF orientation, 1…8. */
  orientation: number
  cmyk: boolean
  grey: boolean
  /** More than 8 bits a channel. */
  deep: boolean
  alpha: boolean
  /** Has a colour profile that is not sRGB. */
  profile: boolean
  /** Pictures in the file: more than one in an animation or a TIFF of several pages. */
  frames: number
}

/** @returns null where the bytes are no picture, or too damaged to say */
export async function readHeader(bytes: Uint8Array): Promise<PictureHeader | null> {
  const format = pictureFormat(bytes)
  if (!format) return null
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const plain = { format: format.name, orientation: 1, cmyk: false, grey: false, deep: false, frames: 1 }
  if (format.name === 'JPEG') return readJpeg(buffer)
  if (format.name === 'PNG') return readPng(buffer)
  if (format.name === 'BMP') {
    if (buffer.length < 26) return null
    const width = Math.abs(buffer.readInt32LE(18))
    return { ...plain, width, height: Math.abs(buffer.readInt32LE(22)), alpha: false, profile: false }
  }
  try {
    const found = await sharp(bytes, { limitInputPixels: false }).metadata()
    return {
      ...plain,
      width: found.width,
      height: found.pageHeight ?? found.height,
      orientation: found.orientation ?? 1,
      cmyk: found.space === 'cmyk',
      grey: found.space === 'b-w' || found.space === 'grey16',
      deep: found.depth === 'ushort' || found.depth === 'float',
      alpha: found.hasAlpha,
      profile: found.icc !== undefined && !isSrgb(found.icc),
      frames: found.pages ?? 1,
    }
  } catch {
    return null
  }
}

/** Enough for the frame header of most JPEGs, behind a thumbnail and a profile. */
const HEAD = 64 * 1024

/** The shorter side of a picture file in pixels, without decoding it; null when that cannot be told. */
export async function pictureSide(path: string): Promise<number | null> {
  try {
    const head = headOf(path)
    const quick = ['JPEG', 'PNG'].includes(pictureFormat(head)?.name ?? '') ? await readHeader(head) : null
    const { width, height } = quick ?? (await sharp(path).metadata())
    return Math.min(width, height)
  } catch {
    return null
  }
}

function headOf(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.allocUnsafe(HEAD)
    return bytes.subarray(0, readSync(file, bytes, 0, HEAD, 0))
  } finally {
    closeSync(file)
  }
}

/** Profiles name themselves in ASCII or UTF-16. */
const isSrgb = (icc: Buffer): boolean =>
  icc.includes('sRGB') || icc.includes(Buffer.from('sRGB', 'utf16le')) || icc.includes('\0s\0R\0G\0B')

// JPEG (ITU-T T.81, annex B): markers with lengths, up to the frame header SOFn; EXIF is in APP1, profiles in APP2.
function readJpeg(bytes: Buffer): PictureHeader | null {
  let orientation = 1
  let profile = false
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    const start = at + 4
    const end = Math.min(bytes.length, at + 2 + length)
    if (marker === 0xe1 && bytes.toString('latin1', start, start + 6) === 'Exif\0\0')
      orientation = exifOrientation(bytes.subarray(start + 6, end)) ?? orientation
    if (marker === 0xe2 && bytes.toString('latin1', start, start + 11) === 'ICC_PROFILE')
      profile ||= !isSrgb(bytes.subarray(start, end))
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      if (end - start < 6) return null
      const components = bytes[start + 5]
      return {
        format: 'JPEG',
        width: bytes.readUInt16BE(start + 3),
        height: bytes.readUInt16BE(start + 1),
        orientation,
        cmyk: components === 4,
        grey: components === 1,
        deep: bytes[start] > 8,
        alpha: false,
        profile,
        frames: 1,
      }
    }
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + length
  }
  return null
}

// PNG (ISO/IEC 15948): IHDR comes first; what is asked here lies before the pixels (IDAT).
function readPng(bytes: Buffer): PictureHeader | null {
  if (bytes.length < 33) return null
  const type = bytes[25]
  const header: PictureHeader = {
    format: 'PNG',
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    orientation: 1,
    cmyk: false,
    grey: type === 0 || type === 4,
    deep: bytes[24] > 8,
    alpha: type === 4 || type === 6,
    profile: false,
    frames: 1,
  }
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'IDAT' || name === 'IEND') break
    if (name === 'tRNS') header.alpha = true
    // The profile's name; its content is compressed.
    if (name === 'iCCP') header.profile = !bytes.toString('latin1', at + 8, at + 90).includes('sRGB')
    if (name === 'eXIf')
      header.orientation = exifOrientation(bytes.subarray(at + 8, at + 8 + length)) ?? header.orientation
    if (name === 'acTL' && at + 12 <= bytes.length) header.frames = bytes.readUInt32BE(at + 8)
    at += 12 + length
  }
  return header
}

/** Tag 0x0112 of the first directory of a TIFF structure, which is what EXIF is. */
function exifOrientation(tiff: Buffer): number | null {
  if (tiff.length < 14) return null
  const little = tiff[0] === 0x49
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return null
  const entries = u16(directory)
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * 12
    if (at + 12 > tiff.length) return null
    if (u16(at) !== 0x0112) continue
    const value = u16(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
