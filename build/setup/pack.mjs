// The engine pack of native TensorFlow on the CPU: installed by the app's own command where that is possible, done
// without where it is not. Several times faster than what comes with the app, and it costs a download of 270 MB once.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addonPath } from '../native.mjs'
import { alone } from './lock.mjs'
import { cache } from './paths.mjs'
import { runProgram } from './process.mjs'
import { say } from './say.mjs'

const STAMP = join(cache, 'pack-tried.json')
/** After a day the network may be back. */
const RETRY_MS = 24 * 3600_000
/** A slow connection takes its time; a dead one is given up by the download itself. */
const LIMIT_MS = 30 * 60_000

function triedLately() {
  try {
    return Date.now() - JSON.parse(readFileSync(STAMP, 'utf8')).failed < RETRY_MS
  } catch {
    return false
  }
}

/** @returns {Promise<{ installed: boolean, possible: boolean, problem: string | null } | null>} */
async function cpuPack(cli) {
  const { code, output } = await runProgram(process.execPath, [cli, 'engine', 'list', '--json'], {
    capture: true,
    limitMs: 60_000,
  })
  if (code !== 0) return null
  try {
    const packs = JSON.parse(output.slice(output.search(/[[{]/)))
    return (Array.isArray(packs) ? packs : packs.packs).find(({ name }) => name === 'cpu') ?? null
  } catch {
    return null
  }
}

/**
 * Never fails: without the pack, runs use the wasm backend.
 * @param {string} built the folder of the built programs
 */
export async function ensurePack(built) {
  const skip = process.env.COTEJO_NO_PACK || process.env.COTEJO_TENSORFLOW_PACK
  if (skip || !existsSync(addonPath()) || triedLately()) return
  const cli = join(built, 'cli.js')
  await alone('pack', async () => {
    const pack = await cpuPack(cli)
    if (pack?.installed) return
    if (pack === null || !pack.possible) {
      say(`Runs use the wasm backend: ${pack?.problem ?? 'the engine packs could not be listed.'}`)
      return
    }
    say('Installing native TensorFlow for the CPU, once (270 MB; COTEJO_NO_PACK=1 does without) …')
    const { code } = await runProgram(process.execPath, [cli, 'engine', 'install', 'cpu'], {
      limitMs: LIMIT_MS,
    })
    if (code === 0) return
    mkdirSync(cache, { recursive: true })
    writeFileSync(STAMP, JSON.stringify({ failed: Date.now() }))
    say(
      'Native TensorFlow could not be installed; runs use the wasm backend. “cotejo engine install cpu” tries again.',
    )
  })
}
