// THE place that turns a picture file into square RGB pixels. Training, evaluation and prediction all come through
// here, so that a model is always shown pictures that were prepared the same way.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError, type ResizeMode, type SkippedFile } from '../../contract'
import { BitmapError, decodeBitmap } from './bmp'
import { pictureFormat } from './formats'
import { sharp, type Sharp } from './sharp'

/** Part of what a model's preprocessing says; change it and every model trained before sees other pixels. */
export const RESIZE_KERNEL = 'lanczos3'
/** What lies behind transparent pixels, and beside a picture that `fit` does not fill. */
export const BACKGROUND = '#ffffff'
/** A guard against files that unpack to more than memory holds: 268 megapixels. */
export const PIXEL_LIMIT = 16_383 * 16_383
/** Files above this are not read: no photo is as large. */
export const FILE_LIMIT = 512 * 1024 * 1024

/** A picture that takes longer was made to be slow. */
const SECONDS = 60

const FIT = { cover: 'cover', fit: 'contain', stretch: 'fill' } as const

export interface DecodeOptions {
  /** Side of the result in pixels. */
  size: number
  /** `cover` cuts what sticks out, centred; `fit` keeps all on white; `stretch` ignores the proportions. */
  resize: ResizeMode
}

export type SkipReason = SkippedFile['reason']

/** Reasons that say nothing about the picture itself. */
const UNREAD: ReadonlySet<SkipReason> = new Set(['unreadable', 'vanished', 'changed', 'not-a-file'])

/** A picture that cannot be used, and why: in an import it becomes a line of the report. */
export class PictureError extends UserError {
  readonly reason: SkipReason
  /** The bare reason, without the file's name. */
  readonly why: string

  constructor(name: string, reason: SkipReason, why: string, cause?: unknown) {
    const unread = UNREAD.has(reason)
    super(unread ? 'file-unreadable' : 'file-not-an-image', `${name}: ${why}`, {
      detail: { file: name, reason },
      hint: unread
        ? 'Check that the file is still there and that you may read it.'
        : 'Use a JPEG, PNG, WebP, GIF, TIFF, AVIF, BMP or SVG picture that other programs can open.',
      cause,
    })
    this.reason = reason
    this.why = why
  }
}

/**
 * Reads a picture file whole.
 * @throws PictureError when it is empty, too large, not there or not readable
 */
export async function readPicture(path: string): Promise<Buffer> {
  const name = basename(path)
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size === 0) throw new PictureError(name, 'empty', 'the file is empty.')
      if (size > FILE_LIMIT) throw new PictureError(name, 'too-large', 'the file is larger than 512 MB.')
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof PictureError) throw error
    throw unreadableError(name, error)
  }
}

/** Says why a file could not be read. */
export function unreadableError(name: string, error: unknown): PictureError {
  const code = (error as NodeJS.ErrnoException).code
  const [reason, why]: [SkipReason, string] =
    code === 'ENOENT'
      ? ['vanished', 'the file is no longer there.']
      : code === 'EACCES' || code === 'EPERM'
        ? ['unreadable', 'no permission to read the file.']
        : code === 'EISDIR'
          ? ['not-a-file', 'this is a folder.']
          : ['unreadable', `the file cannot be read (${code ?? String(error)}).`]
  return new PictureError(name, reason, why, error)
}

/**
 * Turns a picture into `size` × `size` RGB pixels: upright by its EXIF orientation, in sRGB by its colour profile,
 * 8 bits, transparent parts on white, the first frame of an animation, scaled with Lanczos-3 (JPEGs are first shrunk
 * by a power of two while they are decoded). A truncated picture is refused as corrupt: what is missing would be
 * grey, and a network would learn the grey.
 * @param picture path or bytes of a JPEG, PNG, WebP, GIF, TIFF, AVIF, BMP or SVG, whatever its name says
 * @returns size·size·3 bytes, row-major, interleaved RGB
 * @throws PictureError (`file-unreadable` or `file-not-an-image`)
 */
export async function decodePicture(
  picture: string | Uint8Array,
  { size, resize }: DecodeOptions,
): Promise<Uint8Array> {
  const name = typeof picture === 'string' ? basename(picture) : 'The picture'
  const bytes = typeof picture === 'string' ? await readPicture(picture) : picture
  if (bytes.length === 0) throw new PictureError(name, 'empty', 'the file is empty.')
  try {
    const picture = openPicture(bytes).timeout({ seconds: SECONDS }).autoOrient().toColourspace('srgb')
    // A JPEG has nothing transparent; looking for it would take a tenth of the time of a small one.
    if (!isJpeg(bytes)) picture.flatten({ background: BACKGROUND })
    const fill = resize === 'fit' ? { background: BACKGROUND } : {}
    return await picture
      .resize(size, size, { fit: FIT[resize], kernel: RESIZE_KERNEL, ...fill })
      .raw({ depth: 'uchar' })
      .toBuffer()
  } catch (error) {
    throw diagnose(name, bytes, error)
  }
}

const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8

/**
 * The beginning of every way from a file's bytes to pixels, within limits.
 * @param failOn whether a damaged picture is refused
 * @throws BitmapError
 */
export function openPicture(bytes: Uint8Array, failOn: 'error' | 'none' = 'error'): Sharp {
  if (bytes[0] !== 0x42 || bytes[1] !== 0x4d || pictureFormat(bytes)?.name !== 'BMP')
    return sharp(bytes, { failOn, limitInputPixels: PIXEL_LIMIT })
  const { width, height, pixels } = decodeBitmap(bytes, PIXEL_LIMIT)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** Brings square RGB pixels to another size, with the same kernel as `decodePicture`. */
export async function resizePixels(pixels: Uint8Array, from: number, to: number): Promise<Uint8Array> {
  if (from === to) return pixels
  return await sharp(pixels, { raw: { width: from, height: from, channels: 3 } })
    .resize(to, to, { fit: 'fill', kernel: RESIZE_KERNEL })
    .raw({ depth: 'uchar' })
    .toBuffer()
}

function diagnose(name: string, bytes: Uint8Array, error: unknown): PictureError {
  if (error instanceof BitmapError) return new PictureError(name, error.reason, error.message, error)
  const message = error instanceof Error ? error.message : String(error)
  if (message.includes('timeout'))
    return new PictureError(name, 'too-large', `it takes more than ${SECONDS} seconds to read.`, error)
  if (message.includes('exceeds pixel limit'))
    return new PictureError(name, 'too-large', 'the picture has more than 268 million pixels.', error)
  const format = pictureFormat(bytes)
  if (!format) return new PictureError(name, 'not-an-image', 'this is not a picture.', error)
  if (!format.supported)
    return new PictureError(
      name,
      'unsupported',
      `${format.name} pictures cannot be read; save it as JPEG or PNG.`,
      error,
    )
  return new PictureError(name, 'corrupt', `the ${format.name} picture is damaged or cut off.`, error)
}
