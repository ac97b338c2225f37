// Builds the programs and the interface into out/ where they are missing or older than their sources.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { alone } from './lock.mjs'
import { built, inRoot } from './paths.mjs'
import { runProgram } from './process.mjs'
import { Explained, say, seconds, tail } from './say.mjs'
import { fingerprint } from './sources.mjs'

const SOURCES = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const RESULTS = ['main/cli.js', 'main/serve.js', 'main/engine.js', 'main/electron.js', 'renderer/index.html']
const STAMP = inRoot('out', 'sources.sha256')

function isBuilt(print) {
  if (!RESULTS.every((one) => existsSync(inRoot('out', one)))) return false
  try {
    return readFileSync(STAMP, 'utf8') === print
  } catch {
    return false
  }
}

export async function ensureBuilt() {
  if (isBuilt(fingerprint(SOURCES))) return built
  return await alone('build', async () => {
    const print = fingerprint(SOURCES)
    if (isBuilt(print)) return built
    say('Building …')
    const program = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
    const result = await runProgram(process.execPath, [program, 'build', '--logLevel', 'warn'], {
      capture: true,
      limitMs: 10 * 60_000,
      env: { NODE_ENV: 'production' },
    })
    if (result.code !== 0)
      throw new Explained(`${tail(result.output, 40)}\nBuilding failed; the reason is above.`)
    mkdirSync(inRoot('out'), { recursive: true })
    writeFileSync(STAMP, print)
    say(`Built (${seconds(result.ms)}).`)
    return built
  })
}
