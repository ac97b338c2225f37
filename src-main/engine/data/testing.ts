// For the tests of data: folders of small pictures, drawn on the spot.
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sharp } from './sharp'

/** A temporary folder and the function that removes it. */
export function scratch(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'cotejo-data-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A PNG of one colour that depends on `shade` (0–255): different shades, different files. */
export const png = (shade: number, side = 16): Promise<Buffer> =>
  sharp({
    create: {
      width: side,
      height: side,
      channels: 3,
      background: { r: shade, g: 255 - shade, b: (shade * 7) % 256 },
    },
  })
    .png()
    .toBuffer()

/** Writes files by their relative paths; a number stands for a picture of that shade. */
export async function writeTree(
  root: string,
  files: Record<string, number | string | Uint8Array>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), typeof content === 'number' ? await png(content) : content)
  }
}

/** `count` different pictures in a folder: paths for `writeTree`. */
export const pictures = (folder: string, count: number, from = 0): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${folder}/${String(i).padStart(3, '0')}.png`, from + i]),
  )

/** SHA-256 of every file below a folder, by relative path. */
export async function hashTree(root: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    hashes[path.slice(root.length + 1)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return hashes
}
