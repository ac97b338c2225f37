// The native addon: compiled where a compiler is, and done without where none is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addonPath, buildNative } from '../native.mjs'
import { alone } from './lock.mjs'
import { cache } from './paths.mjs'
import { say } from './say.mjs'
import { fingerprint } from './sources.mjs'

const STAMP = join(cache, 'native-tried.json')
/** After a day a compiler may have come. */
const RETRY_MS = 24 * 3600_000

function lastTry() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'))
  } catch {
    return null
  }
}

function isSettled(print) {
  const last = lastTry()
  if (last?.print !== print) return false
  return last.built ? existsSync(addonPath()) : Date.now() - last.at < RETRY_MS
}

/** Never fails: native TensorFlow is one backend of several. */
export async function ensureNative() {
  const salt = `${process.arch} ${process.env.CXX ?? ''}`
  const print = fingerprint(['native/src', 'build/native.mjs'], salt)
  if (isSettled(print)) return
  await alone('native', async () => {
    if (isSettled(print)) return
    let built = true
    try {
      await buildNative()
    } catch (error) {
      built = false
      const [reason] = String(error.message).split('\n')
      say(`Native TensorFlow is left out: ${reason} Everything else works without it.`)
    }
    mkdirSync(cache, { recursive: true })
    writeFileSync(STAMP, JSON.stringify({ print, built, at: Date.now() }))
  })
}
