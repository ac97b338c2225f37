// The kernels that training needs and the package lacks, and those that it has but slow or wrong.
import { tf, type KernelConfig, type KernelFunc } from '../../../tf'
import { type Simd } from '../simd/simd'
import { registerAvgPoolGrad } from './avg-pool-grad'
import { registerConv2dBackpropFilter } from './conv2d-backprop-filter'
import { registerConv2dBackpropInput } from './conv2d-backprop-input'
import { registerDepthwiseBackpropFilter } from './depthwise-backprop-filter'
import { registerDepthwiseBackpropInput } from './depthwise-backprop-input'
import { registerIdentity } from './identity'
import { registerMatMul } from './mat-mul'
import { registerMaxPoolGrad } from './max-pool-grad'
import { registerReductions } from './reduce'
import { registerStatelessUniform } from './stateless-uniform'
import { registerTransform } from './transform'
import { registerUnsortedSegmentSum } from './unsorted-segment-sum'

/** Kernels of the package that ours call in the cases that they do not do themselves. */
const originals = new Map<string, KernelConfig>()

/** Registers them with TensorFlow.js for the backend `wasm`, before it is started. */
export function registerWasmKernels(simd: Simd): void {
  registerMatMul(simd, packageKernel('_FusedMatMul'))
  registerReductions(simd, packageKernel('Sum'), packageKernel('Mean'))
  registerConv2dBackpropFilter(simd)
  registerConv2dBackpropInput()
  registerDepthwiseBackpropFilter(simd)
  registerDepthwiseBackpropInput()
  registerMaxPoolGrad(simd)
  registerAvgPoolGrad()
  registerIdentity()
  registerTransform()
  registerUnsortedSegmentSum()
  registerStatelessUniform(simd)
}

/** Sets up the package's kernels that are no longer registered themselves, once the backend is there. */
export function setUpOriginals(backend: object): void {
  for (const { setupFunc } of originals.values()) setupFunc?.(backend as never)
}

function packageKernel(name: string): KernelFunc {
  const config = originals.get(name) ?? tf.getKernel(name, 'wasm')
  if (!config) throw new Error(`tfjs-backend-wasm has no kernel ${name}.`)
  originals.set(name, config)
  return config.kernelFunc
}
