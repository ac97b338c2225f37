// A fingerprint of files: what was made from them is still good while it is the same.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'

const isTest = (name) => /\.test\.[cm]?ts$/.test(name)

function* filesOf(place) {
  const info = statSync(place, { throwIfNoEntry: false })
  if (info?.isFile()) yield place
  if (!info?.isDirectory()) return
  for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue
    const path = join(place, entry.name)
    if (entry.isDirectory()) yield* filesOf(path)
    else if (entry.isFile() && !isTest(entry.name)) yield path
  }
}

/**
 * @param {string[]} places files and folders, relative to the checkout; tests are left out
 * @param {string} salt what else the result depends on
 */
export function fingerprint(places, salt = '') {
  const hash = createHash('sha256').update(salt)
  for (const place of places) {
    for (const file of filesOf(inRoot(place))) hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
