// Instantiates the WebAssembly module of the package, with or without threads.
//
// The package's own start does the same but refuses threads in Node and, where it is forced to use them, goes through
// Blob URLs, which Node's workers do not take. So the same Emscripten loader is called here directly.
import { readFileSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { checkedMemory, type CheckedMemory } from './memory'
import { packageFiles, requireFile } from './package'
import { threadWorkerUrl } from './thread-worker'
import { CompiledModule, Instance, type WasmCode, type WasmImports, type WasmInstance } from './web-assembly'

/** What we use of Emscripten's module beyond what the package declares. */
interface EmscriptenModule {
  _malloc(bytes: number): number
  _free(address: number): void
  /** The memory (WebAssembly.Memory): given to the module with threads, its own export without. */
  wasmMemory?: object
  /** The exports as they are; `_malloc` of the module replaces itself by this one at its first call. */
  asm: { memory?: object; malloc(bytes: number): number }
  cwrap(name: string, result: 'number' | null, parameters: string[]): (...values: number[]) => number
  /** Only with threads. */
  PThread?: { unusedWorkers: Worker[]; runningWorkers: Worker[] }
}

export type TfjsWasmModule = BackendWasm['wasm'] & EmscriptenModule & { checked: CheckedMemory }

/** Emscripten takes these settings and makes the module out of that very object. */
interface Settings extends Partial<EmscriptenModule> {
  locateFile(path: string): string | URL
  mainScriptUrlOrBlob?: string
  instantiateWasm?(imports: WasmImports, done: Instantiated): object
}

type Instantiated = (instance: WasmInstance, code: WasmCode) => void
type Factory = (settings: Settings) => Promise<TfjsWasmModule>

const startTimeoutMs = 30_000

/** @returns the module that computes on the calling thread alone */
export async function instantiate(): Promise<TfjsWasmModule> {
  const factory = requireFile(packageFiles.simdLoader) as Factory
  return prepare(await withoutProcessHandlers(() => factory({ locateFile: () => packageFiles.simdBinary })))
}

/**
 * @param threads size of the pool, the calling thread included
 * @returns the module with its pool of threads
 * @throws Error where shared memory or worker threads are not to be had; nothing is left running then
 */
export async function instantiateThreaded(threads: number): Promise<TfjsWasmModule> {
  const factory = requireFile(packageFiles.threadedLoader) as Factory
  const settings: Settings = {
    locateFile: (path) => (path.endsWith('.worker.js') ? threadWorkerUrl() : packageFiles.threadedBinary),
    mainScriptUrlOrBlob: packageFiles.threadedLoader,
    instantiateWasm: (imports, done) => {
      // The module takes half as many threads as it is told that there are cores.
      imports.env!.emscripten_num_logical_cores = () => 2 * threads
      const code = new CompiledModule(readFileSync(packageFiles.threadedBinary))
      done(new Instance(code, imports), code)
      return {}
    },
  }
  const loading = withoutProcessHandlers(() => factory(settings))
  const workers = [...(settings.PThread?.unusedWorkers ?? [])]
  try {
    return prepare(await Promise.race([loading, failureOf(workers)]))
  } catch (error) {
    loading.catch(() => {})
    await Promise.all(workers.map((worker) => worker.terminate()))
    throw error
  }
}

/** Rejects when a worker fails to start. Afterwards a failing worker ends the process by itself (thread-worker.ts). */
function failureOf(workers: readonly Worker[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const worker of workers) {
      // Emscripten sets a handler here that throws into the event loop, where nobody can catch it.
      Object.defineProperty(worker, 'onerror', { get: () => reject, set: () => {} })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`A worker thread ended with status ${code}.`)))
    }
    const late = () =>
      reject(new Error(`The worker threads did not start within ${startTimeoutMs / 1000} s.`))
    setTimeout(late, startTimeoutMs).unref()
  })
}

/** Adds what BackendWasm calls on the module; the package does this in its own start. */
function prepare(module: TfjsWasmModule): TfjsWasmModule {
  const memory = (module.wasmMemory ?? module.asm.memory) as { readonly buffer: ArrayBufferLike }
  const checked = checkedMemory(module.asm.malloc, () => memory.buffer.byteLength)
  return Object.assign(module, {
    checked,
    _malloc: checked.malloc,
    tfjs: {
      init: module.cwrap('init', null, []),
      initWithThreadsCount: module.cwrap('init_with_threads_count', null, ['number']),
      getThreadsCount: module.cwrap('get_threads_count', 'number', []),
      registerTensor: module.cwrap('register_tensor', null, ['number', 'number', 'number']),
      disposeData: module.cwrap('dispose_data', null, ['number']),
      dispose: module.cwrap('dispose', null, []),
    },
  })
}

/**
 * Emscripten's loader puts handlers on the whole process that throw what they are given, so that every unhandled
 * rejection anywhere would end it with a misleading trace. They are taken off again.
 */
async function withoutProcessHandlers<T>(start: () => Promise<T>): Promise<T> {
  const events = ['uncaughtException', 'unhandledRejection'] as const
  const before = events.map((event) => new Set<unknown>(process.rawListeners(event)))
  const started = start()
  events.forEach((event, i) => {
    for (const listener of process.rawListeners(event)) {
      if (!before[i]!.has(listener)) process.removeListener(event, listener as () => void)
    }
  })
  return await started
}
