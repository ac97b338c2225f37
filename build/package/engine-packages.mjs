// What the engine needs of node_modules: what its built program imports, traced by @vercel/nft (an import that is
// added to the engine is in the next package by itself), and the files below, which it opens by path or requires at
// run time, where no tracer can see it.
import { existsSync, readFileSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { nodeFileTrace } from '@vercel/nft'
import { inRoot } from '../setup/paths.mjs'
import { Explained } from '../setup/say.mjs'

/** Modules that are required at run time: they are traced like imports. */
export const requiredAtRunTime = [
  // engine/backends/tensorflow/package.ts: the kernels, without the package's index and its native part
  '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js',
  '@tensorflow/tfjs-node-gpu/dist/register_all_kernels.js',
  // engine/backends/wasm/package.ts
  '@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.node.js',
  // engine/backends/webgpu/package.ts
  '@tensorflow/tfjs-backend-webgpu/dist/tf-backend-webgpu.node.js',
  // engine/explain/map/umap.ts: in a thread of its own
  'umap-js/dist/index.js',
  // engine/export/tflite/litert-worker.js
  '@litertjs/core/dist/index.js',
  // engine/models/weights-file/hdf5.ts
  'h5wasm/dist/esm/hdf5_hl.js',
]

/** Files and folders that are opened by path. */
export const openedByPath = [
  '@tensorflow/tfjs/package.json',
  // engine/export/page.ts copies it into an export
  '@tensorflow/tfjs/dist/tf.es2017.min.js',
  '@tensorflow/tfjs-node-gpu/package.json',
  // engine/backends/wasm: binaries, Emscripten's loaders and the source of its worker
  '@tensorflow/tfjs-backend-wasm/package.json',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm',
  '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js',
  '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js',
  '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.worker.js',
  '@tensorflow/tfjs-backend-webgpu/package.json',
  // LiteRT takes the first where WebAssembly has relaxed SIMD, else the second
  '@litertjs/core/package.json',
  '@litertjs/core/wasm/litert_wasm_internal.js',
  '@litertjs/core/wasm/litert_wasm_internal.wasm',
  '@litertjs/core/wasm/litert_wasm_compat_internal.js',
  '@litertjs/core/wasm/litert_wasm_compat_internal.wasm',
]

/** Packages that hold binaries for every system: of each, the folder with those of one target. */
export const perTarget = [
  { name: 'onnxruntime-node', all: 'bin', folder: ({ platform, arch }) => `bin/napi-v6/${platform}/${arch}` },
  {
    name: 'webgpu',
    all: 'dist',
    folder: ({ platform, arch }) => `dist/${platform}-${platform === 'darwin' ? 'universal' : arch}`,
  },
]

/** The tracer takes along what is there for the machine it runs on; a package gets what its target needs. */
const natives = [
  'node_modules/@img/sharp-',
  ...perTarget.map(({ name, all }) => `node_modules/${name}/${all}/`),
]
const isNative = (path) => natives.some((folder) => path.startsWith(folder))

const posix = (path) => path.split(sep).join('/')

/** @returns the folder of the package that a file belongs to, `node_modules/@scope/name`, nested ones included */
export function packageOf(path) {
  const at = path.lastIndexOf('node_modules/')
  if (at < 0) return null
  const rest = path.slice(at + 'node_modules/'.length).split('/')
  return path.slice(0, at) + ['node_modules', ...rest.slice(0, rest[0].startsWith('@') ? 2 : 1)].join('/')
}

/** Licences ask to be passed on with what they cover. */
const isLicence = (name) => /^(licen[cs]e|copying|notice|thirdpartynotices)([.-].*)?$/i.test(name)

async function licencesOf(folder) {
  const names = await readdir(inRoot(folder))
  return names.filter(isLicence).map((name) => `${folder}/${name}`)
}

/**
 * @param {string[]} programs built programs, relative to the root
 * @returns {Promise<{ files: string[], programs: string[] }>} paths relative to the root: those in node_modules with
 *   licences, and the built programs with their chunks
 */
export async function tracedFiles(programs) {
  const entries = [...programs, ...requiredAtRunTime.map((one) => `node_modules/${one}`)]
  const missing = [...entries, ...openedByPath.map((one) => `node_modules/${one}`)].filter(
    (one) => !existsSync(inRoot(one)),
  )
  if (missing.length > 0) throw new Explained(`Not there to be packaged: ${missing.join(', ')}`)
  const root = await realpath(inRoot('.'))
  const { fileList } = await nodeFileTrace(
    entries.map((one) => join(root, one)),
    { base: root, processCwd: root },
  )
  const traced = [...fileList].map(posix)
  const files = new Set(openedByPath.map((one) => `node_modules/${one}`))
  for (const path of traced) {
    if (!path.startsWith('node_modules/') || isNative(path)) continue
    if ((await stat(join(root, path))).isFile()) files.add(path)
  }
  for (const folder of new Set([...files].map(packageOf))) {
    for (const licence of await licencesOf(folder)) files.add(licence)
  }
  const own = traced.filter((path) =>
    path.startsWith(posix(relative(root, dirname(join(root, programs[0]))))),
  )
  return { files: [...files].sort(), programs: own.sort() }
}

const lock = () => JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages

/**
 * The packages that hold sharp's binaries for a target, by package-lock.json.
 * @param {import('./targets.mjs').Target} target
 * @returns {{ name: string, version: string, integrity: string }[]}
 */
export function sharpPackages({ platform, arch }, packages = lock()) {
  const { optionalDependencies = {} } = packages['node_modules/sharp']
  return (
    Object.keys(optionalDependencies)
      .map((name) => ({ name, ...packages[`node_modules/${name}`] }))
      .filter(({ os, cpu }) => os?.includes(platform) && cpu?.includes(arch))
      // Alpine's musl has packages of its own; AppImage and deb are for glibc.
      .filter(({ libc }) => libc === undefined || libc.includes('glibc'))
      .map(({ name, version, integrity }) => ({ name, version, integrity }))
  )
}

/**
 * @param {import('./targets.mjs').Target} target
 * @param {string[]} files what was traced
 * @returns {string[]} folders in node_modules to take along whole, for packages that are needed at all
 */
export const nativeFolders = (target, files) =>
  perTarget
    .filter(({ name }) => files.some((path) => path.startsWith(`node_modules/${name}/`)))
    .map(({ name, folder }) => `node_modules/${name}/${folder(target)}`)
