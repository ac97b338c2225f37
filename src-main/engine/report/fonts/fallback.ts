// Faces for other scripts, symbols and emoji: bundled ones, loaded when a text needs them, and, for Chinese, Japanese
// and Korean, whose fonts are too large to bundle, those of the system.
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { create, type Font, type FontCollection } from 'fontkit'
import type { Face } from './faces'

interface Bundled {
  name: string
  address: string
}

/** In the order in which they are asked. */
export async function otherScripts(): Promise<Bundled[]> {
  const { bundled } = await import('./bundled')
  return bundled
}

/** Where systems keep fonts that hold many scripts; names are tried in this order. */
const places: Readonly<Record<string, readonly string[]>> = {
  win32: ['C:\\Windows\\Fonts'],
  darwin: ['/System/Library/Fonts', '/System/Library/Fonts/Supplemental', '/Library/Fonts'],
  linux: ['/usr/share/fonts', '/usr/local/share/fonts'],
}
const wanted =
  /(notosanscjk|notosans(sc|tc|jp|kr)|sourcehansans|wqy|droidsansfallback|msyh|msjh|malgun|meiryo|yugoth|simsun|pingfang|hiragino|applesdgothic|arial unicode|stheiti|unifont|notosans|dejavusans)[^/\\]*\.(ttf|otf|ttc)$/i
const LARGEST = 40 * 1024 * 1024
const MOST = 60

/** Font files of the system that may hold what is asked for. */
async function candidates(): Promise<string[]> {
  const found: string[] = []
  for (const place of places[process.platform] ?? places.linux!) {
    const names = await readdir(place, { recursive: true }).catch(() => [])
    found.push(...names.filter((name) => wanted.test(name)).map((name) => join(place, name)))
  }
  return found.sort().slice(0, MOST)
}

async function readFont(path: string): Promise<{ bytes: Buffer; font: Font } | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > LARGEST) return null
    const bytes = await file.readFile()
    const made = create(bytes) as Font | FontCollection
    // Of a collection a PDF needs a font's own bytes, which it does not have.
    if ('fonts' in made) return null
    return { bytes, font: made }
  } finally {
    await file.close()
  }
}

/** Fonts of the system that have some of these characters. */
export async function systemFaces(codes: readonly number[]): Promise<Face[]> {
  const faces: Face[] = []
  let left = [...codes]
  for (const path of await candidates()) {
    if (left.length === 0) break
    const read = await readFont(path).catch(() => null)
    if (!read || !left.some((code) => read.font.hasGlyphForCodePoint(code))) continue
    left = left.filter((code) => !read.font.hasGlyphForCodePoint(code))
    faces.push({ name: `system-${faces.length + 1}`, ...read, bold: read })
  }
  return faces
}
