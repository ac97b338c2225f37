// Opens the tensorflow backend: native TensorFlow from an engine pack, on the CPU or an NVIDIA card.
import { availableParallelism, cpus } from 'node:os'
import { UserError } from '../../../contract'
import type { Compute } from '../../compute'
import { tf } from '../../tf'
import { registerGradients } from '../shared/gradients'
import { loadAddon } from './addon'
import { createBackend } from './backend'
import type { Addon, Binding } from './binding'
import { createCompiler, type CompileOptions } from './compile'
import { registerTensorflowKernels } from './kernels'
import { tellingMemory } from './memory'
import { loadKernelPackage } from './package'
import { Recorder } from './recorder'

export interface TensorflowOptions extends CompileOptions {
  /** Threads of an operation; as many as there are cores where it is left out. */
  threads?: number
  /** Leave GPUs alone. */
  cpuOnly?: boolean
}

/**
 * Makes `tensorflow` the backend of this process.
 * @param libraries the folder that holds libtensorflow_cc and libtensorflow_framework
 * @throws UserError `backend-unavailable` when the addon or the library cannot be used here
 */
export async function openTensorflow(libraries: string, options: TensorflowOptions = {}): Promise<Compute> {
  const threads = options.threads ?? availableParallelism()
  const xla = wantsXla(options)
  const addon = loadAddon()
  const native = tellingMemory(start(addon, libraries, threads, options.cpuOnly ?? false))
  const recorder = new Recorder(native)
  loadKernelPackage()
  const backend = createBackend(recorder)
  if (tf.findBackendFactory('tensorflow')) tf.removeBackend('tensorflow')
  tf.registerBackend('tensorflow', () => backend as never, 3)
  registerTensorflowKernels(native.hasFusedAdam && !xla)
  registerGradients()
  if (!(await tf.setBackend('tensorflow'))) throw new Error('TensorFlow.js refused the tensorflow backend.')
  await tf.ready()

  return {
    name: 'tensorflow',
    device: deviceName(addon, native, threads),
    version: `TensorFlow ${native.TF_Version}`,
    threads: native.isUsingGpuDevice() ? null : threads,
    compile: createCompiler(native, recorder, backend, { xla }),
    dispose: async () => {
      tf.removeBackend('tensorflow')
      native.close()
    },
  }
}

/**
 * XLA is never on by itself: on a CPU it takes 3 to 17 times as long for every training step but one of a single
 * picture, after seconds of compiling (docs/measurements.md), and on a card it has not been measured.
 */
const wantsXla = ({ xla }: CompileOptions): boolean => xla ?? process.env['COTEJO_XLA'] === '1'

function start(addon: Addon, folder: string, threads: number, cpuOnly: boolean): Binding {
  // TensorFlow greets with instructions sets and build flags on stderr; warnings and errors stay.
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '1'
  try {
    return addon.open({
      folder,
      memoryGrowth: true,
      intraOpThreads: threads,
      interOpThreads: threads,
      cpuOnly,
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UserError('backend-unavailable', `TensorFlow could not be started: ${reason}`, {
      detail: { backend: 'tensorflow', reason },
      hint: 'Remove the engine pack and install it again, or use the wasm backend.',
      cause,
    })
  }
}

/** "NVIDIA GeForce RTX 4070", or "AMD EPYC 9B14, 2 threads". */
function deviceName(addon: Addon, native: Binding, threads: number): string {
  if (native.isUsingGpuDevice()) {
    try {
      const [card] = addon.cudaDriver().cards
      if (card) return card.name
    } catch {
      // TensorFlow uses a GPU that the driver library does not name; its own name says which.
    }
    return native.device
  }
  const model = cpus()[0]?.model.trim() || 'CPU'
  return `${model}, ${threads === 1 ? '1 thread' : `${threads} threads`}`
}
