// The checks of a packaged app, in order, with a table of what was found.
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { inRoot } from '../../setup/paths.mjs'
import config from '../config.mjs'
import { targetName, thisTarget } from '../targets.mjs'
import { packedFiles } from './files.mjs'
import { openPackaged } from './open.mjs'
import {
  foreignBinaries,
  missingAndForbidden,
  missingModules,
  namedPlaces,
  sizes,
  withPacks,
} from './rules.mjs'
import { engineSteps } from './run.mjs'

const fuses = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))('@electron/fuses')

const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`

function showSizes(files) {
  const rows = sizes(files)
  console.log(`\n${'part'.padEnd(24)}${'files'.padStart(7)}${'size'.padStart(11)}${'at most'.padStart(11)}`)
  for (const { name, bytes, files: count, limit } of rows) {
    const line = `${name.padEnd(24)}${String(count).padStart(7)}${megabytes(bytes).padStart(11)}`
    console.log(`${line}${megabytes(limit).padStart(11)}`)
  }
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(
    `${'without Electron'.padEnd(24)}${String(files.length).padStart(7)}${megabytes(total).padStart(11)}\n`,
  )
  return rows
    .filter(({ bytes, limit }) => bytes > limit)
    .map(({ name, bytes, limit }) => `too large: ${name}, ${megabytes(bytes)} of ${megabytes(limit)}`)
}

/** Where the program lies, by the folder of its resources. */
async function programOf(resources, { platform }) {
  if (platform === 'darwin') return dirname(dirname(resources))
  const folder = dirname(resources)
  const name = platform === 'win32' ? /^cotejo\.exe$/i : /^cotejo$/
  const found = (await readdir(folder)).find((one) => name.test(one))
  return found === undefined ? null : join(folder, found)
}

/** The fuses as they are in the program, against those that the configuration asks for. */
async function wrongFuses(resources, target) {
  const program = await programOf(resources, target)
  if (program === null) return ['there is no program beside the resources']
  const wire = await fuses.getCurrentFuseWire(program)
  const names = {
    runAsNode: 'RunAsNode',
    enableCookieEncryption: 'EnableCookieEncryption',
    enableNodeOptionsEnvironmentVariable: 'EnableNodeOptionsEnvironmentVariable',
    enableNodeCliInspectArguments: 'EnableNodeCliInspectArguments',
    enableEmbeddedAsarIntegrityValidation: 'EnableEmbeddedAsarIntegrityValidation',
    onlyLoadAppFromAsar: 'OnlyLoadAppFromAsar',
    grantFileProtocolExtraPrivileges: 'GrantFileProtocolExtraPrivileges',
  }
  return Object.entries(config.electronFuses)
    .filter(([option, wanted]) => {
      // A byte each, as a character.
      return wire[fuses.FuseV1Options[names[option]]] !== (wanted ? '1' : '0').charCodeAt(0)
    })
    .map(([option, wanted]) => `the fuse ${option} is not ${wanted ? 'on' : 'off'}`)
}

/** The engine packs of this user, so that the addon can be tried where one is installed. */
function packsFolder() {
  const { COTEJO_PACKS, XDG_DATA_HOME, APPDATA } = process.env
  const data = {
    linux: join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'cotejo'),
    darwin: join(homedir(), 'Library', 'Application Support', 'Cotejo'),
    win32: join(APPDATA ?? homedir(), 'Cotejo'),
  }
  const folder = COTEJO_PACKS || join(data[process.platform], 'packs')
  return existsSync(folder) ? folder : null
}

const show = (mark, name, started, said) => {
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`
  console.log(`${mark} ${name.padEnd(42)}${seconds.padStart(8)}   ${said}`)
}

async function runEngine(resources, work) {
  const problems = []
  for (const { name, does } of engineSteps({ resources, work, packs: packsFolder() })) {
    const started = Date.now()
    try {
      show('✓', name, started, await does())
    } catch (error) {
      show('✗', name, started, '')
      problems.push(`${name}: ${error.message}`)
    }
  }
  return problems
}

async function openApp(resources, work) {
  const started = Date.now()
  const { said, problem } = await openPackaged(resources, work)
  show(problem ? '✗' : '✓', 'opens (stand-in for Electron)', started, said ?? '')
  return problem ? [problem] : []
}

/** Inside of the checkout the engine would find what is missing in the checkout's own node_modules. */
async function outsideOf(root, resources, work) {
  if (relative(root, resources).startsWith('..')) return resources
  const copy = join(work, 'resources')
  await cp(resources, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

/**
 * @param {{ resources: string, target: import('../targets.mjs').Target, work: string, release: boolean }} options
 *   `work` is an empty folder; `release` asks for all that a release has
 * @returns {Promise<string[]>} what is wrong
 */
export async function checkPackage({ resources, target, work, release }) {
  const files = await packedFiles(resources)
  const own = targetName(target) === targetName(thisTarget)
  const problems = [
    ...showSizes(files),
    ...missingAndForbidden(files, target, {
      addon: release && withPacks.includes(targetName(target)),
      // Elsewhere electron-builder adds it with the installer, not to the app alone.
      updates: release || target.platform === 'linux',
    }),
    ...(await missingModules(files, target)),
    ...(await foreignBinaries(files, target)),
    ...(await namedPlaces(files)),
    ...(await wrongFuses(resources, target)),
  ]
  if (!own) console.log(`The engine is not run: this machine is ${targetName(thisTarget)}.`)
  else if (existsSync(join(resources, 'engine', 'cli.js'))) {
    const home = join(work, 'home')
    await mkdir(home)
    const alone = await outsideOf(inRoot('.'), resources, work)
    problems.push(...(await runEngine(alone, home)), ...(await openApp(alone, work)))
  }
  return problems
}
