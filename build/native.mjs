// Compiles the addon over TensorFlow's C API with the compiler that is there: g++ or clang++, cl on Windows.
// Node built-ins only, no node-gyp, no Python, no download: Node-API's headers come from the npm package.
//
//   node build/native.mjs [--sanitize] [--force]
//
// --sanitize builds a second addon with the address and undefined-behaviour sanitizers, for the tests.
import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const sourceFolder = join(root, 'native', 'src')
const headerFolder = join(root, 'node_modules', 'node-api-headers')

/** Where the built addon lies. */
export const addonPath = (sanitize = false) =>
  join(root, 'native', 'build', sanitize ? 'cotejo_tensorflow_sanitized.node' : 'cotejo_tensorflow.node')

/** Thrown when there is nothing to compile with, or the compiler fails. `message` is for the user. */
export class NativeBuildError extends Error {}

/**
 * Builds the addon unless the one that is there was made from the same sources, flags and compiler.
 * @returns {Promise<{path: string, built: boolean, seconds: number}>}
 */
export async function buildNative({ sanitize = false, force = false } = {}) {
  const started = performance.now()
  if (!existsSync(join(headerFolder, 'include'))) {
    throw new NativeBuildError('The npm package node-api-headers is missing. Run npm ci first.')
  }
  const compiler = findCompiler()
  const sources = readdirSync(sourceFolder).sort()
  const flags = compiler.flags(sanitize)
  const output = addonPath(sanitize)
  const stamp = `${output}.stamp`

  const hash = createHash('sha256').update(JSON.stringify([compiler.version, flags, process.arch]))
  for (const name of sources) hash.update(name).update(readFileSync(join(sourceFolder, name)))
  const fingerprint = hash.digest('hex')
  const current = existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint
  if (current && !force) return { path: output, built: false, seconds: 0 }

  const objectFolder = join(root, 'native', 'build', sanitize ? 'objects-sanitized' : 'objects')
  mkdirSync(objectFolder, { recursive: true })
  const units = sources.filter((name) => name.endsWith('.cc'))
  const objects = await inParallel(units, async (name) => {
    const object = join(objectFolder, name.replace(/\.cc$/, compiler.objectSuffix))
    await compiler.compile(join(sourceFolder, name), object, flags)
    return object
  })
  // A running process keeps the old file; the new one takes its name when it is complete.
  const unfinished = `${output}.${process.pid}.tmp`
  await compiler.link(objects, unfinished, sanitize)
  renameSync(unfinished, output)
  writeFileSync(stamp, fingerprint)
  return { path: output, built: true, seconds: (performance.now() - started) / 1000 }
}

/** @returns the results in the order of the items; at most one piece of work a core at a time */
async function inParallel(items, work) {
  const results = new Array(items.length)
  let next = 0
  const worker = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index])
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

async function execute(command, args) {
  try {
    await run(command, args, { maxBuffer: 16 * 1024 * 1024 })
  } catch (error) {
    const output = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim()
    throw new NativeBuildError(`Compiling the TensorFlow addon failed:\n${output || error.message}`)
  }
}

function versionOf(command, args) {
  try {
    return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
      .toString()
      .split('\n')[0]
  } catch {
    return null
  }
}

function findCompiler() {
  if (process.platform === 'win32') return microsoftCompiler()
  for (const command of [process.env.CXX, 'g++', 'clang++', 'c++'].filter(Boolean)) {
    const version = versionOf(command, ['--version'])
    if (version !== null) return unixCompiler(command, version)
  }
  throw new NativeBuildError(
    process.platform === 'darwin'
      ? 'There is no C++ compiler. Install the command line tools with: xcode-select --install'
      : 'There is no C++ compiler. Install one, on Debian and Ubuntu with: sudo apt install g++',
  )
}

function unixCompiler(command, version) {
  const sanitizers = ['-fsanitize=address,undefined', '-fno-omit-frame-pointer']
  return {
    version,
    objectSuffix: '.o',
    flags: (sanitize) => [
      '-std=c++17',
      '-fPIC',
      '-fvisibility=hidden',
      '-Wall',
      '-Wextra',
      // Without errno, square roots can be vectorized; without contraction, every processor rounds alike.
      '-fno-math-errno',
      '-ffp-contract=off',
      '-DNAPI_VERSION=8',
      `-I${join(headerFolder, 'include')}`,
      ...(sanitize ? ['-O1', '-g', '-D_GLIBCXX_ASSERTIONS', ...sanitizers] : ['-O2']),
    ],
    compile: (source, object, flags) => execute(command, [...flags, '-c', source, '-o', object]),
    link: (objects, output, sanitize) =>
      execute(command, [
        ...(process.platform === 'darwin' ? ['-bundle', '-undefined', 'dynamic_lookup'] : ['-shared']),
        ...(sanitize ? sanitizers : []),
        ...objects,
        ...(process.platform === 'darwin' ? [] : ['-ldl']),
        '-o',
        output,
      ]),
  }
}

function microsoftCompiler() {
  const banner = versionOf('where', ['cl'])
  if (banner === null) {
    throw new NativeBuildError(
      'There is no C++ compiler. Install the Visual Studio Build Tools with "Desktop development with C++", ' +
        'and run this in its "x64 Native Tools" command prompt.',
    )
  }
  return {
    version: banner,
    objectSuffix: '.obj',
    flags: () => [
      '/nologo',
      '/std:c++17',
      '/EHsc',
      '/O2',
      '/utf-8',
      '/DNAPI_VERSION=8',
      `/I${join(headerFolder, 'include')}`,
    ],
    compile: (source, object, flags) => execute('cl', [...flags, '/c', source, `/Fo${object}`]),
    link: async (objects, output) => {
      // The symbols of Node-API come from node.exe; its import library is made from the lists in the npm package.
      const library = join(dirname(objects[0]), 'node_api.lib')
      await execute('lib', [
        '/nologo',
        `/def:${join(headerFolder, 'def', 'node_api.def')}`,
        `/out:${library}`,
        `/machine:${process.arch}`,
      ])
      await execute('link', ['/nologo', '/dll', ...objects, library, `/out:${output}`])
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const args = process.argv.slice(2)
    const result = await buildNative({
      sanitize: args.includes('--sanitize'),
      force: args.includes('--force'),
    })
    console.log(
      result.built
        ? `Built ${result.path} in ${result.seconds.toFixed(1)} s`
        : `${result.path} is up to date`,
    )
  } catch (error) {
    console.error(error instanceof NativeBuildError ? error.message : error)
    process.exitCode = 1
  }
}
