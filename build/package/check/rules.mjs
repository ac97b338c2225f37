// What must be in a package, what must not, and how large its parts may be.
import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import {
  nativeFolders,
  openedByPath,
  packageOf,
  requiredAtRunTime,
  sharpPackages,
} from '../engine-packages.mjs'
import { nodeFileName } from '../node-runtime.mjs'
import { targetName } from '../targets.mjs'
import { readBinaryTarget } from './binaries.mjs'

const MODULES = 'engine/node_modules/'
const MB = 1024 * 1024

/**
 * Parts in the order in which they claim files, with the most that each may weigh. A part that outgrows this is looked
 * at, and the figure raised with a reason.
 */
export const parts = [
  { name: 'Electron’s archive', test: /^app\.asar\//, limit: 8 },
  { name: 'Node for the engine', test: /^node\//, limit: 140 },
  { name: 'ONNX Runtime', test: /^engine\/node_modules\/onnxruntime-/, limit: 110 },
  { name: 'WebGPU', test: /^engine\/node_modules\/webgpu\//, limit: 70 },
  { name: 'sharp and libvips', test: /^engine\/node_modules\/(sharp|@img)\//, limit: 28 },
  { name: 'LiteRT', test: /^engine\/node_modules\/@litertjs\//, limit: 24 },
  { name: 'TensorFlow.js', test: /^engine\/node_modules\/@tensorflow\//, limit: 16 },
  { name: 'other modules', test: /^engine\/node_modules\//, limit: 30 },
  { name: 'bases', test: /^engine\/resources\//, limit: 8 },
  { name: 'engine and addon', test: /^engine\//, limit: 12 },
  { name: 'interface to serve', test: /^renderer\//, limit: 6 },
  { name: 'everything else', test: /./, limit: 1 },
]

/** Targets for which there are engine packs (engine/backends/tensorflow/packs/table.ts): the addon is of use there. */
export const withPacks = ['linux-x64', 'linux-arm64', 'darwin-arm64']

/** @returns {{ what: string, test: RegExp | string }[]} */
export function mustHave(target, { addon, updates }) {
  const modules = [...openedByPath, ...requiredAtRunTime].map((one) => ({ what: one, test: MODULES + one }))
  const natives = sharpPackages(target).map(({ name }) => ({
    what: name,
    test: new RegExp(`^${MODULES}${name}/lib/.+\\.(node|so\\S*|dylib|dll)$`),
  }))
  const [onnx] = nativeFolders(target, ['node_modules/onnxruntime-node/package.json'])
  // ONNX Runtime has no build for Macs with an Intel processor.
  const onnxFiles =
    targetName(target) === 'darwin-x64' ? [] : ['onnxruntime_binding.node', '(lib)?onnxruntime\\.']
  return [
    { what: 'the main program', test: 'app.asar/out/main/electron.js' },
    { what: 'the updater', test: /^app\.asar\/out\/main\/chunks\/update-source-/ },
    { what: 'the preload', test: 'app.asar/out/preload/preload.cjs' },
    { what: 'the interface', test: 'app.asar/out/renderer/index.html' },
    ...(updates ? [{ what: 'where updates come from', test: 'app-update.yml' }] : []),
    { what: 'Node', test: `node/${nodeFileName(target)}` },
    { what: 'Node’s licence', test: 'node/LICENSE' },
    { what: 'the engine', test: 'engine/engine.js' },
    { what: 'the command line', test: 'engine/cli.js' },
    { what: 'its starter', test: /^bin\/cotejo(\.cmd)?$/ },
    { what: 'fonts of reports', test: /^engine\/chunks\/bundled-/ },
    { what: 'the built-in base', test: 'engine/resources/bases/cotejo-mini/base.json' },
    { what: 'its weights', test: 'engine/resources/bases/cotejo-mini/weights.h5' },
    ...(addon ? [{ what: 'the TensorFlow addon', test: 'engine/cotejo_tensorflow.node' }] : []),
    ...modules,
    ...natives,
    ...onnxFiles.map((name) => ({
      what: `ONNX Runtime: ${name}`,
      test: new RegExp(`^engine/${onnx}/${name}`),
    })),
  ]
}

export const mustNotHave = [
  { what: 'source maps', test: /\.map$/ },
  { what: 'TypeScript', test: /\.[cm]?tsx?$/ },
  { what: 'C and C++ sources', test: /\.(c|cc|cpp|h|hpp|o|obj)$/ },
  { what: 'our tests or sources', test: /(^|\/)(src-main|src-renderer|src-charts|native|bench)\// },
  { what: 'tests', test: /(^|\/)(tests?|__tests__|spec)\/|\.(test|spec)\.[cm]?js$/ },
  { what: 'settings of a developer', test: /(^|\/)\.(env|npmrc|git|vscode|idea)/ },
  { what: 'the addon with sanitizers', test: /sanitized/ },
  { what: 'node_modules in the archive', test: /^app\.asar\/.*node_modules\// },
  {
    what: 'downloads of tfjs-node-gpu',
    test: /@tensorflow\/tfjs-node-gpu\/(deps|lib|src|binding|scripts)\//,
  },
  {
    what: 'tools of development',
    test: /node_modules\/(electron|electron-builder|app-builder-lib|electron-vite|vite|vitest|typescript|eslint|prettier|playwright-core|rolldown|@types)\//,
  },
  { what: 'pictures of test data', test: /\.(tfrecord|npz|parquet)$/ },
]

const matches = (test, path) => (typeof test === 'string' ? test === path : test.test(path))

/** @returns {string[]} what is wrong with the files of a package */
export function missingAndForbidden(files, target, options) {
  const paths = files.map(({ path }) => path)
  const missing = mustHave(target, options)
    .filter(({ test }) => !paths.some((path) => matches(test, path)))
    .map(({ what }) => `missing: ${what}`)
  const forbidden = mustNotHave.flatMap(({ what, test }) => {
    const found = paths.filter((path) => matches(test, path))
    return found.length > 0 ? [`must not be in: ${what} (${found.length}, such as ${found[0]})`] : []
  })
  return [...missing, ...forbidden]
}

const IMPORT = /(?:^(?:import|export)\b[^'"\n]*|\b(?:import|require)\()["']([^."'][^"']*)["']/gm

/** @returns {Promise<string[]>} modules that the engine's programs import and that are not there, or without binaries */
export async function missingModules(files, target) {
  const paths = new Set(files.map(({ path }) => path))
  const wanted = new Set()
  for (const { path, read } of files) {
    if (!/^engine\/(chunks\/)?[^/]+\.js$/.test(path)) continue
    for (const [, name] of (await read()).toString().matchAll(IMPORT)) {
      if (!isBuiltin(name)) wanted.add(packageOf(`node_modules/${name}`))
    }
  }
  const modules = [...wanted].filter((name) => !paths.has(`engine/${name}/package.json`))
  const folders = nativeFolders(
    target,
    [...wanted].map((name) => `${name}/package.json`),
  )
  const empty = folders
    // ONNX Runtime has no build for Macs with an Intel processor.
    .filter((folder) => !/onnxruntime-node.*darwin\/x64/.test(folder))
    .filter((folder) => ![...paths].some((path) => path.startsWith(`engine/${folder}/`)))
  return [...modules, ...empty].map((one) => `missing: ${one}, which the engine imports`)
}

/** @returns {Promise<string[]>} programs and libraries that this system or processor cannot run */
export async function foreignBinaries(files, target) {
  const own = targetName(target)
  const problems = []
  for (const { path, file } of files) {
    const made = file === null ? null : await readBinaryTarget(file)
    // Apple's own programs for both processors in one file are fine on a Mac.
    const fits = made === null || made === own || (made === 'darwin-several' && target.platform === 'darwin')
    if (!fits) problems.push(`made for ${made}: ${path}`)
  }
  return problems
}

/** @returns {Promise<string[]>} files that name the folder in which they were built */
export async function namedPlaces(files, root = fileURLToPath(new URL('../../..', import.meta.url))) {
  const name = Buffer.from(root.replace(/[\\/]$/, ''))
  const problems = []
  for (const { path, read } of files) {
    if ((await read()).includes(name)) problems.push(`names the folder it was built in: ${path}`)
  }
  return problems
}

/** @returns {{ name: string, bytes: number, files: number, limit: number }[]} */
export function sizes(files) {
  const all = parts.map(({ name, limit }) => ({ name, bytes: 0, files: 0, limit: limit * MB }))
  for (const { path, bytes } of files) {
    const part = all[parts.findIndex(({ test }) => test.test(path))]
    part.bytes += bytes
    part.files += 1
  }
  return all
}
