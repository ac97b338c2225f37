// A small folder as people have them: copies, contradictions, broken files, a name that lies. Made for a test.
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { pictureFolder } from './pictures'

/** A picture that is nowhere else, of soft blobs: nothing is a near copy of it by chance. */
async function scene(seed: number, width: number, height: number): Promise<Buffer> {
  const at = (n: number) => (Math.imul(seed * 97 + n, 2654435761) >>> 8) % 100
  const blobs = Array.from(
    { length: 14 },
    (_, n) =>
      `<circle cx="${at(n)}%" cy="${at(n + 20)}%" r="${6 + (at(n + 40) % 18)}%" fill="hsl(${at(n + 60) * 3.6} 70% ${30 + (at(n + 80) % 50)}%)"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${at(99) * 3.6} 40% 70%)"/>${blobs.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer()
}

/**
 * Three classes of `count` pictures, with: one file twice in a class, one file in two classes, one saved again at
 * another size, one cut off, one that is text, one PNG called .jpg, one that is nearly black, one very wide.
 * @returns the folder, and where each of them is
 */
export async function messyFolder(folder: string, count: number) {
  await pictureFolder(folder, count)
  await mkdir(folder, { recursive: true })
  const put = (file: string, bytes: Buffer | string) => writeFile(join(folder, file), bytes)
  const copied = await scene(1, 320, 240)
  await put('circle/copied.jpg', copied)
  await copyFile(join(folder, 'circle/copied.jpg'), join(folder, 'circle/copied again.jpg'))
  await put('circle/contested.jpg', await scene(2, 300, 300))
  await copyFile(join(folder, 'circle/contested.jpg'), join(folder, 'square/contested.jpg'))
  const original = await scene(3, 400, 300)
  await put('cross/photo.jpg', original)
  await put('cross/photo smaller.jpg', await sharp(original).resize(220).jpeg({ quality: 70 }).toBuffer())
  await put('cross/cut off.jpg', (await scene(4, 300, 300)).subarray(0, 900))
  await put('cross/notes.jpg', 'not a picture at all')
  await put(
    'square/really a png.jpg',
    await sharp(await scene(5, 200, 200))
      .png()
      .toBuffer(),
  )
  const black = { create: { width: 200, height: 200, channels: 3, background: '#050505' } } as const
  await put('square/night.png', await sharp(black).png().toBuffer())
  return folder
}
