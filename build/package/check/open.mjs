// Opens the packaged app with the stand-in for Electron that the tests have: what is in the archive, and beside it.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findChromium } from '../../setup/chromium.mjs'
import { inRoot } from '../../setup/paths.mjs'
import { runProgram } from '../../setup/process.mjs'
import { tail } from '../../setup/say.mjs'

const asar = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))('@electron/asar')

/**
 * @param {string} resources
 * @param {string} work an empty folder
 * @returns {Promise<{ said: string } | { problem: string }>}
 */
export async function openPackaged(resources, work) {
  // The stand-in looks into /proc.
  if (process.platform !== 'linux') return { said: 'left out: only on Linux' }
  const chromium = findChromium()
  if (chromium === null) return { said: 'left out: there is no Chromium here' }
  const app = join(work, 'app')
  asar.extractAll(join(resources, 'app.asar'), app)
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs')
  const { code, output } = await runProgram(process.execPath, [vitest, 'run', '--project', 'packaged'], {
    capture: true,
    limitMs: 5 * 60_000,
    env: { COTEJO_CHROMIUM: chromium, COTEJO_PACKED: resources, COTEJO_PACKED_APP: app, NO_COLOR: '1' },
  })
  if (code === 0) return { said: 'window, engine and updater' }
  return { problem: `the packaged app does not open:\n${tail(output, 40)}` }
}
