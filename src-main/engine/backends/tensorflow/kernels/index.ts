// Kernels beside those of the npm package: ones that it lacks, and ones that it composes of many operations.
import { registerActivationGradients } from './activation-gradients'
import { registerAdam } from './adam'
import { registerAdd } from './add'
import { registerBatchNorm } from './batch-norm'
import { registerGather } from './gather'
import { registerStatelessUniform } from './stateless-uniform'
import { registerTransform } from './transform'

export function registerTensorflowKernels(): void {
  registerActivationGradients()
  registerAdam()
  registerAdd()
  registerBatchNorm()
  registerGather()
  registerStatelessUniform()
  registerTransform()
}
