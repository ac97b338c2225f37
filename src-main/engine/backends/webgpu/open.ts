// Opens the webgpu backend: any vendor's graphics card, through Dawn.
import { UserError } from '../../../contract'
import type { Compute } from '../../compute'
import { tf } from '../../tf'
import { registerGradients } from '../shared/gradients'
import { findAdapter, type AdapterFacts } from './adapter'
import { createBackend, type WebgpuBackend } from './backend'
import { createCompiler } from './compile'
import { interfaceNames } from './dawn'
import { DeviceWatch, requestDevice } from './device'
import { registerWebgpuKernels } from './kernels'
import { createPace } from './pacing'
import { packageVersion, withPackage } from './package'
import { keepPictures } from './pictures'
import {
  featuresOf,
  featuresToRequest,
  precisionText,
  wantedPrecision,
  withoutSubgroups,
  type Features,
  type Precision,
} from './precision'
import { selfTest, subgroupsAreRight } from './self-test'
import { openTuning, type Tuning } from './tuning'

export interface WebgpuOptions {
  /** A part of the name of the adapter to use; that of the environment variable where it is left out. */
  adapter?: string
  /** That of the environment variable where it is left out. */
  precision?: Precision
}

export interface WebgpuCompute extends Compute {
  readonly backend: WebgpuBackend
  readonly gpu: GPUDevice
}

/** "NVIDIA GeForce RTX 4070 (Vulkan)", with the driver where it says more than the name. */
export const adapterText = (
  { name, driver, interface: through }: AdapterFacts,
  precision: Precision = 'float32',
): string =>
  `${name} (${interfaceNames[through]}${driver && !name.includes(driver) ? `, ${driver}` : ''}${precisionText(precision)})`

/**
 * Makes `webgpu` the backend of this process.
 * @throws UserError `backend-unavailable` where no adapter can be used, or not at this precision, with the
 * reason; `invalid-argument` for a precision that there is not
 */
export async function openWebgpu(options: WebgpuOptions = {}): Promise<WebgpuCompute> {
  const precision = options.precision ?? wantedPrecision()
  const search = await findAdapter(options.adapter, precision)
  if (!('found' in search)) {
    const { problem, hint } = search.obstacle
    throw new UserError('backend-unavailable', problem, { detail: { backend: 'webgpu' }, hint })
  }
  const { gpu, adapter, facts } = search.found
  let device: GPUDevice
  try {
    device = await requestDevice(adapter, featuresToRequest(precision))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UserError('backend-unavailable', `The driver of ${facts.name} gave no device: ${reason}`, {
      detail: { backend: 'webgpu', reason },
      hint: 'Update the driver of the graphics card, or use another backend.',
      cause,
    })
  }
  let features: Features
  try {
    features = featuresOf(device, adapter.info, precision, facts.name)
  } catch (error) {
    device.destroy()
    throw error
  }
  // Dawn is taken down with its entry, the device still in use or not: the entry lives as long as the backend.
  let entry: GPU | null = gpu
  const watch = new DeviceWatch(device)
  // The package's own factory would ask for an adapter by itself; loading it registers its kernels.
  withPackage(gpu, () => {})
  const backend = createBackend(gpu, watch, adapter.info, facts.name)
  if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu')
  tf.registerBackend('webgpu', () => backend as never)
  registerWebgpuKernels(device, features)
  registerGradients()
  if (!(await tf.setBackend('webgpu'))) throw new Error('TensorFlow.js refused the webgpu backend.')

  let tuning: Tuning | null = null
  async function dispose(): Promise<void> {
    if (!entry) return
    watch.close()
    tuning?.dispose()
    tf.removeBackend('webgpu')
    device.destroy()
    await device.lost
    entry = null
  }
  try {
    if (features.subgroups && !(await subgroupsAreRight(backend))) {
      registerWebgpuKernels(device, withoutSubgroups(features, facts.name))
    }
    await selfTest(facts.name)
    tuning = await openTuning(backend, facts, precision)
  } catch (error) {
    await dispose()
    throw error
  }

  return {
    name: 'webgpu',
    device: adapterText(facts, precision),
    version: `tfjs-backend-webgpu ${packageVersion()}`,
    threads: null,
    backend,
    gpu: device,
    compile: createCompiler(backend),
    pace: createPace(watch, facts.name),
    keepPictures: (images, count) => keepPictures(backend, images, count),
    settled: () => watch.settled(facts.name),
    async trim() {
      backend.trim()
      // What failed for want of memory is known; of a lost device the next read tells again.
      await watch.settled(facts.name).catch(() => {})
    },
    tune: (signal) => tuning!.tune({ signal }),
    get failed() {
      return watch.lost
    },
    dispose,
  }
}
