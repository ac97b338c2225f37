// 32 pictures of different sizes, formats and EXIF orientations, as files: a program that reads an export meets them as
// a user's camera makes them. Coloured shapes on gradients, under noise.
import { join } from 'node:path'
import sharp from 'sharp'
import { rng } from '../../src-main/engine/rng'

const SHAPES = ['circle', 'bars', 'triangle'] as const

function drawing(width: number, height: number, seed: number): string {
  const random = rng(seed, 'photos')
  const colour = () => `hsl(${random.range(0, 360)} ${random.range(30, 100)}% ${random.range(15, 85)}%)`
  const shapes = Array.from({ length: 6 }, () => {
    const [x, y, side] = [random.next() * width, random.next() * height, random.range(0.1, 0.4) * width]
    const shape = SHAPES[Math.floor(random.next() * 3)]!
    if (shape === 'circle') return `<circle cx="${x}" cy="${y}" r="${side / 2}" fill="${colour()}"/>`
    if (shape === 'triangle')
      return `<path d="M${x} ${y} l${side} ${side / 3} l${-side / 2} ${side} z" fill="${colour()}"/>`
    return `<g fill="${colour()}">${[0, 1, 2].map((i) => `<rect x="${x}" y="${y + (i * side) / 3}" width="${side}" height="${side / 6}"/>`).join('')}</g>`
  })
  const gradient = `<linearGradient id="g" gradientTransform="rotate(${random.range(0, 90)})"><stop stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${gradient}</defs><rect width="100%" height="100%" fill="url(#g)"/>${shapes.join('')}</svg>`
}

/**
 * Writes the pictures into `folder`: wide, high and tiny ones, JPEG, PNG and WebP, all eight EXIF orientations.
 * @returns their paths
 */
export async function writePhotos(folder: string, count = 32): Promise<string[]> {
  const random = rng(11, 'photo-sizes')
  const paths: string[] = []
  for (let i = 0; i < count; i++) {
    const [width, height] = [random.range(20, 500), random.range(20, 500)].map(Math.round) as [number, number]
    const noise = { type: 'gaussian', mean: 0, sigma: 12 } as const
    const grain = await sharp({ create: { width, height, channels: 3, background: '#000', noise } })
      .png()
      .toBuffer()
    const picture = sharp(Buffer.from(drawing(width, height, i)))
      .composite([{ input: grain, blend: 'add' }])
      .withMetadata({ orientation: (i % 8) + 1 })
    const format = (['jpeg', 'png', 'webp'] as const)[i % 3]!
    const path = join(folder, `${i}.${format}`)
    await picture.toFormat(format).toFile(path)
    paths.push(path)
  }
  return paths
}
