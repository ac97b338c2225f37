// Folders of pictures made for a test: shapes that a small network tells apart, and that no two are the same.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

const shapes: Record<string, (at: { x: number; y: number; r: number }) => string> = {
  circle: ({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r}"/>`,
  square: ({ x, y, r }) => `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}"/>`,
  cross: ({ x, y, r }) =>
    `<path d="M${x - r} ${y}H${x + r}M${x} ${y - r}V${y + r}" stroke="black" stroke-width="${r / 2}"/>`,
}

/** A folder with a subfolder a shape, `count` PNGs of 48 px each. @returns the folder */
export async function pictureFolder(folder: string, count: number): Promise<string> {
  for (const [name, draw] of Object.entries(shapes)) {
    await mkdir(join(folder, name), { recursive: true })
    for (let i = 0; i < count; i++) {
      // A walk that repeats itself only after 48 pictures, the same in every test run.
      const at = { x: 16 + ((i * 7) % 16), y: 16 + ((i * 11) % 16), r: 8 + (i % 5) }
      const background = `hsl(${(i * 47) % 360} 60% 80%)`
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48">
        <rect width="48" height="48" fill="${background}"/>${draw(at)}</svg>`
      await writeFile(join(folder, name, `${name} ${i}.png`), await sharp(Buffer.from(svg)).png().toBuffer())
    }
  }
  return folder
}
