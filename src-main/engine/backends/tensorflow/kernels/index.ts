// Kernels beside those of the npm package: ones that it lacks, and ones that it composes of many operations.
import { registerActivationGradients } from './activation-gradients'
import { registerAdam } from './adam'
import { registerAdd } from './add'
import { registerBatchNorm } from './batch-norm'
import { registerGather } from './gather'
import { registerImages } from './images'
import { registerSoftmaxCrossEntropy } from './softmax-cross-entropy'
import { registerStatelessUniform } from './stateless-uniform'
import { registerTransform } from './transform'

/** @param hasFusedAdam whether the addon has its Adam on this device */
export function registerTensorflowKernels(hasFusedAdam: boolean): void {
  registerActivationGradients()
  if (hasFusedAdam) registerAdam()
  registerAdd()
  registerBatchNorm()
  registerGather()
  registerImages()
  registerSoftmaxCrossEntropy()
  registerStatelessUniform()
  registerTransform()
}
