// Compares the Node that goes into the packages with the one that nodejs.org publishes, for all targets or for those
// named: the archives on the npm registry are made by others (docs/decisions/0026-packages.md).
//
//   node build/package/compare-node.mjs [linux-x64 …]
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract } from 'tar'
import { NODE_VERSION, nodeFileName, placeNode } from './node-runtime.mjs'
import { targetName, targets } from './targets.mjs'

const OFFICIAL = `https://nodejs.org/dist/v${NODE_VERSION}`

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

async function get(url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return Buffer.from(await response.arrayBuffer())
}

/** The name on nodejs.org of what holds a target's program: an archive, or on Windows the program itself. */
export const officialName = ({ platform, arch }) =>
  platform === 'win32' ? `win-${arch}/node.exe` : `node-v${NODE_VERSION}-${platform}-${arch}.tar.gz`

async function officialProgram(target, base, folder) {
  const name = officialName(target)
  const sums = (await get(`${base}/SHASUMS256.txt`)).toString()
  const line = sums.split('\n').find((one) => one.endsWith(`  ${name}`))
  const bytes = await get(`${base}/${name}`)
  if (line?.split(' ')[0] !== sha256(bytes)) throw new Error(`${name} is not the file of SHASUMS256.txt`)
  if (target.platform === 'win32') return bytes
  const archive = join(folder, 'official.tar.gz')
  await writeFile(archive, bytes)
  await extract({ file: archive, cwd: folder, strip: 2, filter: (path) => /^[^/]+\/bin\/node$/.test(path) })
  return await readFile(join(folder, 'node'))
}

/**
 * @param {import('./targets.mjs').Target} target
 * @param {{ base?: string, place?: typeof placeNode }} options `base`: where the official files are
 * @returns {Promise<boolean>} whether the package's program is the official one, byte for byte
 */
export async function isOfficial(target, { base = OFFICIAL, place = placeNode } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cotejo-node-'))
  try {
    const ours = await readFile(await place(target, join(folder, 'ours')))
    return (await officialProgram(target, base, folder)).equals(ours)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2)
  for (const target of targets.filter((one) => names.length === 0 || names.includes(targetName(one)))) {
    const same = await isOfficial(target)
    console.log(
      `${targetName(target)} ${nodeFileName(target)} ${NODE_VERSION}: ${same ? 'official' : 'ANOTHER ONE'}`,
    )
    if (!same) process.exitCode = 1
  }
}
