// Makes the icons of every system from the one drawing, src-renderer/design/mark.svg: `node build/package/icons.mjs`.
// They are made when a package is, into dist/icons/, so the drawing stays the only original.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { inRoot } from '../setup/paths.mjs'

const DRAWING = inRoot('src-renderer', 'design', 'mark.svg')
export const iconsFolder = inRoot('dist', 'icons')

/** On a plate, as the systems' own icons are: the share of the side that plate and drawing take. */
const PLATE = 0.82
const MARK = 0.56
const BACKGROUND = '#f6f7fb'

const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 20, 24, 32, 40, 48, 64, 256]
/** Apple's codes of the types that are PNG files, by the side in pixels; ic10 to ic14 are for double density. */
const APPLE = [
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
  ['ic10', 1024],
]

const drawn = (svg, side) => sharp(svg, { density: Math.min(2400, (72 * side) / 32 + 72) }).resize(side, side)

/** The drawing alone: small icons have no room for a plate. */
const bare = async (svg, side) => await drawn(svg, side).png().toBuffer()

/** The drawing on a rounded plate with the margin that macOS expects around it. */
async function plated(svg, side) {
  const plate = Math.round(side * PLATE)
  const at = Math.round((side - plate) / 2)
  const shape = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect x="${at}" y="${at}" width="${plate}" height="${plate}" rx="${plate * 0.225}" fill="${BACKGROUND}"/></svg>`
  const mark = await drawn(svg, Math.round(side * MARK))
    .png()
    .toBuffer()
  return await sharp(Buffer.from(shape))
    .composite([{ input: mark }])
    .png()
    .toBuffer()
}

/** Microsoft's .ico: a table of contents, then PNG files (Windows Vista and later read them at every size). */
export function icoOf(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { side, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    header.writeUInt8(side === 256 ? 0 : side, at)
    header.writeUInt8(side === 256 ? 0 : side, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

/** Apple's .icns: entries of a four-letter type, the length with its head of 8 bytes, and a PNG file. */
export function icnsOf(pictures) {
  const entry = (type, body) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(8 + body.length, 4)
    return Buffer.concat([head, body])
  }
  return entry('icns', Buffer.concat(pictures.map(({ type, png }) => entry(type, png))))
}

/** @returns {Promise<string>} the folder: icon.png (1024 px), icon.ico, icon.icns and linux/<side>x<side>.png */
export async function makeIcons(folder = iconsFolder) {
  const svg = await readFile(DRAWING)
  await mkdir(join(folder, 'linux'), { recursive: true })
  for (const side of LINUX) {
    await writeFile(join(folder, 'linux', `${side}x${side}.png`), await bare(svg, side))
  }
  const windows = await Promise.all(WINDOWS.map(async (side) => ({ side, png: await bare(svg, side) })))
  await writeFile(join(folder, 'icon.ico'), icoOf(windows))
  const apple = await Promise.all(APPLE.map(async ([type, side]) => ({ type, png: await plated(svg, side) })))
  await writeFile(join(folder, 'icon.icns'), icnsOf(apple))
  await writeFile(join(folder, 'icon.png'), await plated(svg, 1024))
  return folder
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await makeIcons())
