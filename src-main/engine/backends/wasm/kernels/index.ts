// The kernels that training needs and the package lacks, and those that it has but slow.
import { registerStatelessUniform } from '../../shared/stateless-uniform'
import { registerAvgPoolGrad } from './avg-pool-grad'
import { registerConv2dBackpropFilter } from './conv2d-backprop-filter'
import { registerConv2dBackpropInput } from './conv2d-backprop-input'
import { registerDepthwiseBackpropFilter } from './depthwise-backprop-filter'
import { registerDepthwiseBackpropInput } from './depthwise-backprop-input'
import { registerMatMul } from './mat-mul'
import { registerMaxPoolGrad } from './max-pool-grad'
import { registerTransform } from './transform'
import { registerUnsortedSegmentSum } from './unsorted-segment-sum'

let registered = false

/** Registers them with TensorFlow.js for the backend `wasm`; a second call does nothing. */
export function registerWasmKernels(): void {
  if (registered) return
  registered = true
  registerMatMul()
  registerConv2dBackpropFilter()
  registerConv2dBackpropInput()
  registerDepthwiseBackpropFilter()
  registerDepthwiseBackpropInput()
  registerMaxPoolGrad()
  registerAvgPoolGrad()
  registerTransform()
  registerUnsortedSegmentSum()
  registerStatelessUniform('wasm')
}
