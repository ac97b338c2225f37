// Explanations as images: the picture, the heat to lay over it, and both side by side for a file.
import { sharp } from '../data/sharp'
import { heatPixels } from './colours'

interface Encoded {
  mime: string
  base64: string
}

const encoded = (bytes: Buffer): Encoded => ({ mime: 'image/png', base64: bytes.toString('base64') })

/** A few pixels are shown as they are, many are made smooth. */
const kernelFor = (from: number, to: number) => (to >= 2 * from && from < 96 ? 'nearest' : 'lanczos3')

/** The picture as the model saw it, at `side`. @param pixels size·size·3 bytes */
export async function pictureImage(pixels: Uint8Array, size: number, side: number): Promise<Buffer> {
  return await sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .resize(side, side, { fit: 'fill', kernel: kernelFor(size, side) })
    .png()
    .toBuffer()
}

/** The heat with its transparency. @param heat side × side, 0…1 */
export async function heatImage(heat: Float32Array, side: number): Promise<Buffer> {
  return await sharp(heatPixels(heat), { raw: { width: side, height: side, channels: 4 } })
    .png()
    .toBuffer()
}

/** The picture, and beside it the same with the heat over it. */
export async function sideBySide(picture: Buffer, heat: Buffer, side: number): Promise<Buffer> {
  const gap = Math.max(2, Math.round(side / 32))
  return await sharp({
    create: { width: 2 * side + gap, height: side, channels: 3, background: '#ffffff' },
  })
    .composite([
      { input: picture, left: 0, top: 0 },
      { input: picture, left: side + gap, top: 0 },
      { input: heat, left: side + gap, top: 0 },
    ])
    .png()
    .toBuffer()
}

export { encoded }
