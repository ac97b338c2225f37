// A WebGPU device that computes nothing: what kernels would have a device do is counted on it, on any machine. The
// backend over it is the app's own.
import { compileEagerly } from '../../src-main/engine/backends/shared/eager'
import { registerGradients } from '../../src-main/engine/backends/shared/gradients'
import { createBackend, type WebgpuBackend } from '../../src-main/engine/backends/webgpu/backend'
import { loadDawn } from '../../src-main/engine/backends/webgpu/dawn'
import { DeviceWatch } from '../../src-main/engine/backends/webgpu/device'
import { registerWebgpuKernels } from '../../src-main/engine/backends/webgpu/kernels'
import { neededLimits } from '../../src-main/engine/backends/webgpu/limits'
import { withPackage } from '../../src-main/engine/backends/webgpu/package'
import type { Compute } from '../../src-main/engine/compute'
import { tf } from '../../src-main/engine/tf'

/** What WebGPU promises and our kernels need, with room for every tensor. */
const limits = {
  ...neededLimits,
  maxStorageBuffersPerShaderStage: 10,
  maxBufferSize: 2 ** 40,
  maxStorageBufferBindingSize: 2 ** 40,
  maxComputeWorkgroupsPerDimension: 65_535,
  maxComputeWorkgroupSizeY: 256,
  maxComputeWorkgroupSizeZ: 64,
  maxBindGroups: 4,
}

const nothing = () => undefined

function idleDevice(): GPUDevice {
  const pass = { setPipeline: nothing, setBindGroup: nothing, dispatchWorkgroups: nothing, end: nothing }
  const encoder = { beginComputePass: () => pass, copyBufferToBuffer: nothing, finish: () => ({}) }
  const device = {
    limits,
    features: new Set<string>(),
    lost: new Promise(nothing),
    queue: { submit: nothing, writeBuffer: nothing, onSubmittedWorkDone: () => Promise.resolve() },
    addEventListener: nothing,
    createBuffer: ({ size, usage }: GPUBufferDescriptor) => ({
      size,
      usage,
      mapState: 'mapped',
      getMappedRange: () => new ArrayBuffer(size),
      unmap: nothing,
      destroy: nothing,
    }),
    createShaderModule: () => ({}),
    createComputePipeline: () => ({ getBindGroupLayout: () => ({}) }),
    createBindGroup: () => ({}),
    createCommandEncoder: () => encoder,
    pushErrorScope: nothing,
    popErrorScope: () => Promise.resolve(null),
    destroy: nothing,
  }
  return device as unknown as GPUDevice
}

/** Makes `webgpu` the backend of this process, over a device that computes nothing. Values must not be read. */
export async function openIdle(): Promise<{ compute: Compute; backend: WebgpuBackend }> {
  // For WebGPU's constants.
  await loadDawn()
  const gpu = { getPreferredCanvasFormat: () => 'rgba8unorm' } as unknown as GPU
  const device = idleDevice()
  const info = { vendor: '', architecture: '', device: '', description: '' } as GPUAdapterInfo
  withPackage(gpu, nothing)
  const backend = createBackend(gpu, new DeviceWatch(device), info, 'a device that computes nothing')
  if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu')
  tf.registerBackend('webgpu', () => backend as never)
  registerWebgpuKernels(device)
  registerGradients()
  await tf.setBackend('webgpu')
  // Small tensors are not to be computed on the processor, where they have no values.
  tf.env().set('WEBGPU_CPU_FORWARD', false)
  const compute: Compute = {
    name: 'webgpu',
    device: '',
    version: '',
    threads: null,
    compile: compileEagerly,
    dispose: async () => tf.removeBackend('webgpu'),
  }
  return { compute, backend }
}
