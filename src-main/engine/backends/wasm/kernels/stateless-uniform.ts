// The kernel behind engine/random.ts: uniform numbers that depend on the seed tensor and the salt alone.
import { STATELESS_UNIFORM } from '../../../random'
import { tf } from '../../../tf'
import { type Simd } from '../simd/simd'
import { addressOf, registerKernel } from './kernel'

export const registerStatelessUniform = (simd: Simd) =>
  registerKernel(STATELESS_UNIFORM, (workspace, { seed }, attributes) => {
    const { shape, salt } = attributes as { shape: number[]; salt: number }
    const result = workspace.empty(shape)
    const [run, step] = workspace.backend.typedArrayFromHeap(seed!)
    simd.uniform(addressOf(workspace.backend, result), tf.util.sizeFromShape(shape), [run!, step!], salt)
    return result
  })
