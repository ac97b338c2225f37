// A dataset of 60,000 pictures: CIFAR-10 as JPEGs where it is at hand, else as many drawn squares of 32 px.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'

export const PICTURES = 60_000
const CLASSES = 10
const real = resolve(import.meta.dirname, '../../../shared/data/cifar10-jpg.tar')

/** @returns the path to import */
export async function manyPictures(folder: string): Promise<string> {
  if (existsSync(real)) return real
  const root = join(folder, 'squares')
  for (let label = 0; label < CLASSES; label++) {
    const own = join(root, `class-${label}`)
    await mkdir(own, { recursive: true })
    for (let number = 0; number < PICTURES / CLASSES; number++) {
      const background = { r: (label * 25 + number) % 256, g: number % 256, b: (number >> 8) * 10 }
      const square = sharp({ create: { width: 32, height: 32, channels: 3, background } })
      await writeFile(join(own, `${number}.jpg`), await square.jpeg().toBuffer())
    }
  }
  return root
}
