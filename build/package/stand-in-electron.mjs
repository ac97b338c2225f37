// A folder that looks to electron-builder like Electron for Linux, where the true one cannot be downloaded: with it the
// true configuration packs the app, archive, fuses and all. What comes of it does not start a window.
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Electron's fuses: a mark, the version, the count, then a byte each; @electron/fuses finds and sets them. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 8]),
  Buffer.from('10110100', 'latin1'),
])
const LANGUAGES = ['de', 'en-US', 'es', 'es-419', 'fr', 'pt-BR']

/** @returns {Promise<string>} the folder */
export async function makeStandIn(folder) {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'), { recursive: true })
  const program = Buffer.concat([Buffer.from('#!/bin/sh\necho This is no Electron.\nexit 1\n'), FUSES])
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    await writeFile(join(folder, name), program)
    await chmod(join(folder, name), 0o755)
  }
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) await writeFile(join(folder, name), '')
  for (const tag of LANGUAGES) await writeFile(join(folder, 'locales', `${tag}.pak`), '')
  return folder
}
