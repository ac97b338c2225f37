// A Chromium for the browser tests: the one that is there, or Debian's where we may install it.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runProgram } from './process.mjs'
import { say } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge']
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((base) =>
    process.env[base]
      ? [
          join(process.env[base], 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(process.env[base], 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]
      : [],
  ),
}
const LIMIT_MS = 6 * 60_000

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns {string | null} the full path of a program on PATH */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return folders.map((folder) => join(folder, file)).find(isProgram) ?? null
}

export function findChromium() {
  const given = process.env.COTEJO_CHROMIUM
  if (given) return isProgram(given) ? given : null
  for (const name of NAMES) {
    const found = onPath(name)
    if (found) return found
  }
  return (PLACES[process.platform] ?? []).find(isProgram) ?? null
}

/** @returns {Promise<{ path: string } | { problem: string }>} */
export async function ensureChromium() {
  const there = findChromium()
  if (there) return { path: there }
  const apt = onPath('apt-get')
  if (!apt) return { problem: 'there is no Chromium (set COTEJO_CHROMIUM to one)' }
  if (process.getuid?.() !== 0)
    return { problem: 'there is no Chromium; install it with: sudo apt install chromium' }
  say('Installing Chromium for the browser tests (apt-get), once …')
  const options = { capture: true, limitMs: LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  const { code } = await runProgram(apt, install, options)
  if (code !== 0) {
    // A fresh machine has no package lists yet.
    await runProgram(apt, ['update'], options)
    await runProgram(apt, install, options)
  }
  const path = findChromium()
  return path ? { path } : { problem: 'Chromium could not be installed with apt-get' }
}
