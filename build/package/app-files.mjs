// What goes into Electron's archive: the main program with the chunks that it imports, the preload, the interface.
// Everything else that is built belongs to the engine, which lies beside the archive (stage.mjs).
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { inRoot } from '../setup/paths.mjs'

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.[^"']+)["']/g

/**
 * @param {string} entry a built program
 * @param {(path: string) => string} read
 * @returns {string[]} the program and all that it imports of ours, relative to the root
 */
export function withChunks(entry, read = (path) => readFileSync(inRoot(path), 'utf8')) {
  const found = new Set([entry])
  for (const path of found) {
    for (const [, request] of read(path).matchAll(IMPORT)) {
      if (request.endsWith('.js')) found.add(posix.join(posix.dirname(path), request))
    }
  }
  return [...found]
}

/** Patterns for electron-builder; node_modules stay out, because what the main program imports is bundled into it. */
export const appFiles = () => [
  ...withChunks('out/main/electron.js'),
  'out/preload/preload.cjs',
  'out/renderer/**/*',
  'package.json',
  '!**/*.map',
  '!**/node_modules/**',
]
