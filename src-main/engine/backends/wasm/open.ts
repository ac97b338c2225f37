// Opens the wasm backend: TensorFlow.js kernels in WebAssembly SIMD on the CPU, with threads where they start.
import { availableParallelism } from 'node:os'
import { type Compute } from '../../compute'
import { tf } from '../../tf'
import { compileEagerly } from '../shared/eager'
import { registerWasmKernels } from './kernels'
import { instantiate, instantiateThreaded, type TfjsWasmModule } from './module'
import { loadPackage } from './package'

export interface WasmOptions {
  /** Threads to use at most; as many as there are cores where it is left out. */
  threads?: number
}

/**
 * Makes `wasm` the backend of this process. The result's `dispose` ends its threads; without it the process can
 * still end by itself.
 * @throws Error where WebAssembly SIMD is not there (CPUs from before 2008)
 */
export async function openWasm(options: WasmOptions = {}): Promise<Compute> {
  const { BackendWasm, setThreadsCount, getThreadsCount, version_wasm } = loadPackage()
  const wanted = options.threads ?? availableParallelism()
  const module = await start(wanted)
  const threaded = module.PThread !== undefined
  setThreadsCount(threaded ? wanted : 1)
  registerWasmKernels()
  if (tf.findBackendFactory('wasm')) tf.removeBackend('wasm')
  tf.registerBackend('wasm', () => new BackendWasm(module))
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js refused the wasm backend.')
  await tf.ready()
  // Running threads would keep the process alive although it has nothing left to do.
  for (const worker of module.PThread?.runningWorkers ?? []) worker.unref()
  const threads = threaded ? getThreadsCount() : 1
  return {
    name: 'wasm',
    device: `CPU, WebAssembly SIMD, ${threads === 1 ? '1 thread' : `${threads} threads`}`,
    version: `tfjs-backend-wasm ${version_wasm}`,
    threads,
    compile: compileEagerly,
    dispose: async () => tf.removeBackend('wasm'),
  }
}

/** The module with threads if more than one is wanted and they start, else the one without. */
async function start(threads: number): Promise<TfjsWasmModule> {
  if (threads > 1) {
    try {
      return await instantiateThreaded(threads)
    } catch {
      // No shared memory or no worker threads here. One thread does the same work, only slower.
    }
  }
  return await instantiate()
}
