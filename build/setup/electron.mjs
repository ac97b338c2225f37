// Electron's binary: it is not in the npm package, which downloads it when it is first needed.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './paths.mjs'
import { runProgram } from './process.mjs'
import { say } from './say.mjs'

const LIMIT_MS = 3 * 60_000

/** @returns the reason why no window can be opened here, or null */
export function windowProblem({ platform, env, isRoot }) {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display here'
  if (platform === 'linux' && isRoot) return 'Electron does not run as root'
  return null
}

/** Path of the binary, or null where it has not been downloaded yet. */
export function electronBinary() {
  const folder = inRoot('node_modules', 'electron')
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8')
    const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** @returns {Promise<{ binary: string } | { problem: string }>} */
export async function ensureElectron() {
  const there = electronBinary()
  if (there) return { binary: there }
  say('Downloading Electron, once (about 120 MB) …')
  const result = await runProgram(process.execPath, [inRoot('node_modules', 'electron', 'install.js')], {
    capture: true,
    limitMs: LIMIT_MS,
    onSlow: (ms) => say(`  still downloading, ${Math.round(ms / 1000)} s so far`),
  })
  const binary = electronBinary()
  if (result.code === 0 && binary) return { binary }
  if (result.timedOut) return { problem: 'downloading Electron took more than three minutes' }
  return { problem: 'Electron could not be downloaded' }
}
