// Lays out what a package holds beside Electron and its archive, in dist/stage/<system>-<processor>/, from which
// electron-builder copies it (config.mjs). Everything the engine needs is plain files: a plain Node cannot read inside
// an archive.
//
//   node/     the Node that the engine runs on
//   engine/   the engine and the command line, the addon, the bases, and node_modules
//   renderer/ the interface once more, for `cotejo serve`; the window loads the one in the archive
//   bin/      the command line's starter
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { extract } from 'tar'
import { addonPath } from '../native.mjs'
import { inRoot } from '../setup/paths.mjs'
import { say } from '../setup/say.mjs'
import { nativeFolders, sharpPackages, tracedFiles } from './engine-packages.mjs'
import { placeNode } from './node-runtime.mjs'
import { npmArchive } from './npm-archive.mjs'
import { targetName, thisTarget } from './targets.mjs'

export const dist = inRoot('dist')
/** As electron-builder calls the systems in its `${os}`; its `${platform}` is the system that packs. */
const OS = { linux: 'linux', darwin: 'mac', win32: 'win' }
/** @param {import('./targets.mjs').Target} target */
export const stageFolder = ({ platform, arch }) => join(dist, 'stage', `${OS[platform]}-${arch}`)

const PROGRAMS = ['engine.js', 'cli.js']

async function copyTo(source, destination, filter = () => true) {
  await mkdir(dirname(destination), { recursive: true })
  await cp(source, destination, { recursive: true, dereference: true, filter })
}

/** libvips comes with a header for those who compile against it. */
const isForUse = (path) => !/[\\/]glib-2\.0([\\/]|$)|\.h$/.test(path)

/** sharp's binaries: those that npm installed for this machine, or the same versions for another. */
async function placeSharp(target, modules) {
  for (const { name, version, integrity } of sharpPackages(target)) {
    const folder = join(modules, name)
    const installed = inRoot('node_modules', name)
    if (existsSync(installed)) {
      await copyTo(installed, folder, isForUse)
      continue
    }
    await mkdir(folder, { recursive: true })
    const file = await npmArchive(name, version, integrity)
    await extract({ file, cwd: folder, strip: 1, filter: isForUse })
  }
}

/** On macOS the library of ONNX Runtime lies there twice; the addon is linked against the short name. */
const isOnce = (path) => !/libonnxruntime\.\d+\.\d+\.\d+\.dylib$/.test(path)

/** @returns {Promise<string[]>} folders that are not there: ONNX Runtime has none for Macs with an Intel processor */
async function placeNatives(target, files, engine) {
  const folders = nativeFolders(target, files)
  for (const folder of folders.filter((one) => existsSync(inRoot(one)))) {
    await copyTo(inRoot(folder), join(engine, folder), isOnce)
  }
  return folders.filter((one) => !existsSync(inRoot(one)))
}

/** @returns {Promise<boolean>} whether the addon is there; it can only be compiled on the system it is for */
async function placeAddon(target, engine) {
  const own = targetName(target) === targetName(thisTarget)
  if (!own || !existsSync(addonPath())) return false
  await copyTo(addonPath(), join(engine, 'cotejo_tensorflow.node'))
  return true
}

const STARTERS = {
  posix: `#!/bin/sh
# The command line of the installed Cotejo: cotejo --help
self=$(readlink -f "$0" 2>/dev/null || echo "$0")
here=$(dirname "$self")/..
exec "$here/node/node" "$here/engine/cli.js" "$@"
`,
  windows: `@"%~dp0..\\node\\node.exe" "%~dp0..\\engine\\cli.js" %*\r\n`,
}

async function placeStarter({ platform }, folder) {
  const windows = platform === 'win32'
  const file = join(folder, windows ? 'cotejo.cmd' : 'cotejo')
  await mkdir(folder, { recursive: true })
  await writeFile(file, windows ? STARTERS.windows : STARTERS.posix)
  await chmod(file, 0o755)
}

/** The part of our package.json that the programs and Node ask for. */
const MANIFEST = { name: 'cotejo-engine', private: true, type: 'module' }

/**
 * Needs `npm run build` before it. The folder appears whole or not at all.
 * @param {import('./targets.mjs').Target} target
 * @returns {Promise<{ folder: string, addon: boolean }>}
 */
export async function stage(target, folder = stageFolder(target)) {
  const arriving = `${folder}.${process.pid}.tmp`
  const engine = join(arriving, 'engine')
  const { files, programs } = await tracedFiles(PROGRAMS.map((name) => `out/main/${name}`))
  try {
    await rm(arriving, { recursive: true, force: true })
    for (const path of files) await copyTo(inRoot(path), join(engine, path))
    for (const path of programs) await copyTo(inRoot(path), join(engine, path.replace(/^out\/main\//, '')))
    await writeFile(join(engine, 'package.json'), `${JSON.stringify(MANIFEST, null, 2)}\n`)
    await copyTo(inRoot('resources', 'bases'), join(engine, 'resources', 'bases'))
    await copyTo(inRoot('out', 'renderer'), join(arriving, 'renderer'))
    await placeSharp(target, join(engine, 'node_modules'))
    const without = await placeNatives(target, files, engine)
    const addon = await placeAddon(target, engine)
    await placeNode(target, join(arriving, 'node'))
    await placeStarter(target, join(arriving, 'bin'))
    await rm(folder, { recursive: true, force: true })
    await mkdir(dirname(folder), { recursive: true })
    await rename(arriving, folder)
    if (!addon) say(`${targetName(target)}: without the TensorFlow addon, which is compiled on that system.`)
    for (const one of without) say(`${targetName(target)}: without ${one}, which there is not.`)
    return { folder, addon }
  } finally {
    await rm(arriving, { recursive: true, force: true })
  }
}
