// Where things are in the checkout.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const inRoot = (...parts) => join(root, ...parts)
/** Folder of the built programs. */
export const built = inRoot('out', 'main')
export const cache = inRoot('node_modules', '.cache')
