// Finds and loads the compiled addon. In the repository build/native.mjs puts it into native/build; a packaged app
// carries it beside the engine.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../../../contract'
import type { Addon } from './binding'

export type { CudaDriver } from './binding'

const FILE = 'cotejo_tensorflow.node'

/** COTEJO_TENSORFLOW_ADDON, else the addon beside this file, else the one of the nearest folder with a native/build. */
function findAddon(): string | null {
  const named = process.env['COTEJO_TENSORFLOW_ADDON']
  if (named) return named
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    for (const candidate of [join(folder, FILE), join(folder, 'native', 'build', FILE)]) {
      if (existsSync(candidate)) return candidate
    }
    const parent = dirname(folder)
    if (parent === folder) return null
    folder = parent
  }
}

let loaded: Addon | null = null

/** @throws UserError `backend-unavailable` when the addon was not built or does not fit this Node */
export function loadAddon(): Addon {
  if (loaded) return loaded
  const path = findAddon()
  if (path === null) {
    throw new UserError('backend-unavailable', 'Cotejo’s TensorFlow addon was not built.', {
      detail: { backend: 'tensorflow' },
      hint: 'Build it with “node build/native.mjs”; it needs a C++ compiler.',
    })
  }
  try {
    loaded = createRequire(import.meta.url)(path) as Addon
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UserError('backend-unavailable', `Cotejo’s TensorFlow addon could not be loaded: ${reason}`, {
      detail: { backend: 'tensorflow', reason },
      hint: 'Build it again with “node build/native.mjs --force”.',
      cause,
    })
  }
  return loaded
}
