// The kernels of ours: those that dominate a training step and that the package has slow or wrong, and those that it
// lacks.
import { FUSED_ADAM } from '../../../fused'
import { tf } from '../../../tf'
import { plainFeatures, type Features } from '../precision'
import { registerBatchNorm } from './batch-norm'
import { registerConv2d } from './conv2d'
import { registerConv2dBackpropFilter } from './conv2d-backprop-filter'
import { registerConv2dBackpropInput } from './conv2d-backprop-input'
import { registerDepthwise } from './depthwise'
import { registerActivationGradients, registerTrigonometry } from './elementwise'
import { registerImages } from './images'
import { registerMatMul } from './matmul'
import { ADAM_BUFFERS, registerAdam, registerMovingAverage, registerRmsprop, registerSgd } from './optimizers'
import { registerPoolGrads } from './pool-grads'
import { registerSoftmaxCrossEntropy } from './softmax-cross-entropy'
import { registerStatelessUniform } from './stateless-uniform'
import { registerSum } from './sum-columns'

/** Registers them with TensorFlow.js for the backend `webgpu`, whose package must be loaded. */
export function registerWebgpuKernels(device: GPUDevice, features: Features = plainFeatures): void {
  registerActivationGradients()
  if (device.limits.maxStorageBuffersPerShaderStage >= ADAM_BUFFERS) registerAdam()
  else if (tf.getKernel(FUSED_ADAM, 'webgpu')) tf.unregisterKernel(FUSED_ADAM, 'webgpu')
  registerBatchNorm(features)
  registerConv2d(features)
  registerConv2dBackpropFilter(features)
  registerConv2dBackpropInput(features)
  registerDepthwise()
  registerImages()
  registerMatMul(features)
  registerMovingAverage()
  registerPoolGrads()
  registerRmsprop()
  registerSgd()
  registerSoftmaxCrossEntropy(features)
  registerStatelessUniform()
  registerSum(features)
  registerTrigonometry()
}
