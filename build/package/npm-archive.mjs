// Gets an archive from the npm registry through npm itself (its proxy, mirror and cache are the user's), and checks it
// against a hash that this repository holds.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { cache, inRoot } from '../setup/paths.mjs'
import { runNpm } from '../setup/process.mjs'
import { Explained, say, seconds, tail } from '../setup/say.mjs'

const LIMIT_MS = 15 * 60_000
const folder = join(cache, 'cotejo-archives')

/** @returns {Promise<string>} the hash of a file as package-lock.json writes it, `sha512-…` */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

async function isIntact(file, integrity) {
  return (await integrityOf(file).catch(() => null)) === integrity
}

/** Refuses an archive that is not the one meant. */
export async function requireIntegrity(file, integrity, what) {
  const found = await integrityOf(file)
  if (found === integrity) return
  throw new Explained(
    `${what} is not the file that was checked when its version was chosen: expected ${integrity}, got ${found}.`,
  )
}

/**
 * @param {string} name package on the npm registry
 * @param {string} version an exact one
 * @param {string} integrity `sha512-…`
 * @returns {Promise<string>} path of the verified .tgz, kept between builds
 */
export async function npmArchive(name, version, integrity) {
  const spec = `${name}@${version}`
  const file = join(folder, `${spec.replace(/[@/]/g, '_')}.tgz`)
  if (await isIntact(file, integrity)) return file
  await mkdir(folder, { recursive: true })
  const arriving = await mkdtemp(join(folder, '.arriving-'))
  try {
    say(`Getting ${spec} …`)
    const result = await runNpm(['pack', spec, '--pack-destination', arriving, '--loglevel=error'], {
      capture: true,
      limitMs: LIMIT_MS,
      cwd: inRoot(),
    })
    const [archive] = await readdir(arriving)
    if (result.code !== 0 || archive === undefined) {
      throw new Explained(`${tail(result.output)}\n${spec} could not be had from the npm registry.`)
    }
    await requireIntegrity(join(arriving, archive), integrity, spec)
    await rename(join(arriving, archive), file)
    say(`${spec} is here (${seconds(result.ms)}).`)
    return file
  } finally {
    await rm(arriving, { recursive: true, force: true })
  }
}
