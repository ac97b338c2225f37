// The npm package @tensorflow/tfjs-backend-wasm, found once. It is required, not bundled: it has to meet the very
// same instance of tfjs-core as engine/tf.ts does, and its .wasm files lie beside it.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as backendWasm from '@tensorflow/tfjs-backend-wasm'

const load = createRequire(import.meta.url)

const folder = dirname(load.resolve('@tensorflow/tfjs-backend-wasm/package.json'))

/** Files of the package that we open by path. */
export const packageFiles = {
  manifest: join(folder, 'package.json'),
  /** Emscripten's loaders (CommonJS; each exports a factory) and the binaries that they load. The plain loader also
   * loads the SIMD binary; the one named after SIMD does not work by itself. */
  simdLoader: join(folder, 'wasm-out', 'tfjs-backend-wasm.js'),
  simdBinary: join(folder, 'dist', 'tfjs-backend-wasm-simd.wasm'),
  threadedLoader: join(folder, 'wasm-out', 'tfjs-backend-wasm-threaded-simd.js'),
  threadedBinary: join(folder, 'dist', 'tfjs-backend-wasm-threaded-simd.wasm'),
  /** The source of a worker, as a string that a CommonJS module exports. */
  threadedWorker: join(folder, 'wasm-out', 'tfjs-backend-wasm-threaded-simd.worker.js'),
}

/** Loads the package; its kernels register themselves with the tfjs-core that we use. */
export function loadPackage(): typeof backendWasm {
  return load('@tensorflow/tfjs-backend-wasm') as typeof backendWasm
}

/** Loads one of the CommonJS files of `packageFiles`. */
export function requireFile(path: string): unknown {
  return load(path)
}
