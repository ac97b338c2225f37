// Kernels beside those of the npm package: ones that it lacks, and ones that it composes of many operations.
import { FUSED_ADAM } from '../../../fused'
import { tf } from '../../../tf'
import { registerActivationGradients } from './activation-gradients'
import { registerAdam } from './adam'
import { registerAdd } from './add'
import { registerBatchNorm } from './batch-norm'
import { registerGather } from './gather'
import { registerImages } from './images'
import { registerSoftmaxCrossEntropy } from './softmax-cross-entropy'
import { registerStatelessUniform } from './stateless-uniform'
import { registerTransform } from './transform'

/** @param hasFusedAdam whether the addon's Adam can be used: on a CPU, and not by XLA, which knows nothing of it */
export function registerTensorflowKernels(hasFusedAdam: boolean): void {
  registerActivationGradients()
  if (hasFusedAdam) registerAdam()
  else if (tf.getKernel(FUSED_ADAM, 'tensorflow')) tf.unregisterKernel(FUSED_ADAM, 'tensorflow')
  registerAdd()
  registerBatchNorm()
  registerGather()
  registerImages()
  registerSoftmaxCrossEntropy()
  registerStatelessUniform()
  registerTransform()
}
