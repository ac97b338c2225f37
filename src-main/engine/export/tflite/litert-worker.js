// The program of a thread that runs models in LiteRT, one after the other (threads.ts gives it to the thread as a text). LiteRT's build for
// JavaScript is made for browsers: here it is given the few globals of a browser's worker that it asks for, and it
// finds Node by itself.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInThisContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'

// Faster kernels, which Node 22 has without being asked.
if (Number.parseInt(process.versions.node) < 22) setFlagsFromString('--experimental-wasm-relaxed-simd')

const { library, binaries } = workerData
Object.assign(globalThis, {
  self: globalThis,
  WorkerGlobalScope: class {},
  require: createRequire(pathToFileURL(library)),
  __dirname: dirname(`${binaries}/-`),
  __filename: library,
  importScripts: (file) => runInThisContext(readFileSync(file, 'utf8'), { filename: file }),
})
globalThis.navigator ??= {}

const { loadAndCompile, loadLiteRt, Tensor } = await import(pathToFileURL(library).href)
await loadLiteRt(`${binaries}/`)
let compiled = null
let side = 0

async function load(model, size) {
  compiled?.delete()
  compiled = null
  compiled = await loadAndCompile(model, { accelerator: 'wasm' })
  side = size
}

async function answer(pixels) {
  const input = new Tensor(pixels, [1, side, side, 3])
  const [output] = await compiled.run([input])
  input.delete()
  // A copy: the output lies in LiteRT's own memory.
  const values = (await output.data()).slice()
  output.delete()
  return values
}

parentPort.on('message', async ({ model, size, pixels, count }) => {
  try {
    if (model) {
      await load(model, size)
      return parentPort.postMessage({ ready: true })
    }
    const each = pixels.length / count
    const answers = []
    for (let i = 0; i < count; i++) answers.push(await answer(pixels.slice(i * each, (i + 1) * each)))
    parentPort.postMessage({ answers })
  } catch (error) {
    parentPort.postMessage({ problem: String(error) })
  }
})
