// The package's own calls, met where they leave it: buffers at the pool, commands at the encoder, bind groups at the
// device. Its kernels stay as they are.
import type { Internals } from './interface'
import type { BufferPool } from './pool'
import type { Recorder } from './recording'

export interface Hooks {
  /** What writes down at present. */
  recorder(): Recorder | null
  /** What to bind of a tensor that is a part of its buffer; null for others. */
  partOf(dataId: object): GPUBufferBinding | null
}

/** @param internals of the package's backend, which must not have computed yet */
export function intercept(internals: Internals, device: GPUDevice, pool: BufferPool, hooks: Hooks): void {
  internals.bufferManager = pool
  const ready = internals.ensureCommandEncoderReady.bind(internals)
  internals.ensureCommandEncoderReady = () => {
    if (internals.commandEncoder) return
    ready()
    const recorder = hooks.recorder()
    if (recorder) internals.commandEncoder = recorder.watch(internals.commandEncoder!)
  }
  const bindingOf = internals.tensorToBinding.bind(internals)
  internals.tensorToBinding = (tensor) => (tensor && hooks.partOf(tensor.dataId)) ?? bindingOf(tensor)
  const createBindGroup = device.createBindGroup.bind(device)
  device.createBindGroup = (descriptor) => {
    const group = createBindGroup(descriptor)
    hooks.recorder()?.grouped(group, descriptor)
    return group
  }
}
