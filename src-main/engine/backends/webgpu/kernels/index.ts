// The kernels of ours: those that dominate a training step and that the package has slow, and those that it lacks.
import { registerConv2dBackpropFilter } from './conv2d-backprop-filter'
import { registerConv2dBackpropInput } from './conv2d-backprop-input'
import { registerSum } from './sum-columns'

/** Registers them with TensorFlow.js for the backend `webgpu`, whose package must be loaded. */
export function registerWebgpuKernels(_device: GPUDevice): void {
  registerConv2dBackpropFilter()
  registerConv2dBackpropInput()
  registerSum()
}
