// Opens the wasm backend: TensorFlow.js kernels in WebAssembly SIMD on the CPU, with threads where they start.
import { availableParallelism } from 'node:os'
import { type Compute } from '../../compute'
import { tf } from '../../tf'
import { compileEagerly } from '../shared/eager'
import { registerWasmKernels, setUpOriginals } from './kernels'
import { instantiate, instantiateThreaded, type TfjsWasmModule } from './module'
import { loadPackage } from './package'
import { Simd } from './simd/simd'

export interface WasmOptions {
  /** Threads to use at most; as many as there are cores where it is left out. */
  threads?: number
  /** Told in one sentence when threads were wanted but do not start. */
  warn?: (message: string) => void
}

/** Emscripten starts this many workers; the package would wait for ever for one more. */
const threadsAtMost = 8

/**
 * Makes `wasm` the backend of this process. The result's `dispose` ends its threads; without it the process can
 * still end by itself.
 * @throws Error where WebAssembly SIMD is not there (CPUs from before 2008)
 */
export async function openWasm(options: WasmOptions = {}): Promise<Compute> {
  const { BackendWasm, setThreadsCount, getThreadsCount, version_wasm } = loadPackage()
  const wanted = Math.min(options.threads ?? availableParallelism(), threadsAtMost)
  const module = await start(wanted, options.warn)
  const threaded = module.PThread !== undefined
  setThreadsCount(threaded ? wanted : 1)
  if (tf.findBackendFactory('wasm')) tf.removeBackend('wasm')

  const simd = new Simd({
    memory: module.wasmMemory ?? module.asm.memory!,
    shared: threaded,
    threads: threaded ? wanted : 1,
    malloc: module._malloc,
    free: module._free,
  })
  registerWasmKernels(simd)
  const backend = new BackendWasm(module)
  setUpOriginals(backend)
  tf.registerBackend('wasm', () => backend)
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js refused the wasm backend.')
  // Running threads would keep the process alive although it has nothing left to do.
  for (const worker of module.PThread?.runningWorkers ?? []) worker.unref()

  const threads = threaded ? getThreadsCount() : 1
  return {
    name: 'wasm',
    device: `CPU, WebAssembly SIMD, ${threads === 1 ? '1 thread' : `${threads} threads`}`,
    version: `tfjs-backend-wasm ${version_wasm}`,
    threads,
    compile: compileEagerly,
    get failed() {
      return module.checked.broken
    },
    async dispose() {
      tf.removeBackend('wasm')
      await simd.dispose()
    },
  }
}

/** The module with threads if more than one is wanted and they start, else the one without. */
async function start(threads: number, warn?: (message: string) => void): Promise<TfjsWasmModule> {
  if (threads > 1) {
    try {
      return await instantiateThreaded(threads)
    } catch (error) {
      // No shared memory or no worker threads here. One thread does the same work, only slower.
      const why = error instanceof Error ? error.message : String(error)
      warn?.(`The threads of the wasm backend did not start (${why}); it computes on one.`)
    }
  }
  return await instantiate()
}
