// The kernel behind engine/random.ts: uniform numbers that depend on the seed tensor and the salt alone.
import { STATELESS_UNIFORM } from '../../random'
import { tf, type TensorInfo, type TypedArray } from '../../tf'
import { fillUniform } from '../shared/philox'

/** The part of a tfjs backend that the kernel needs. */
interface Memory {
  readSync(dataId: object): TypedArray
  write(values: Float32Array, shape: number[], dtype: 'float32'): object
}

/** Registers the kernel; a second call does nothing. */
export function registerStatelessUniform(): void {
  if (tf.getKernel(STATELESS_UNIFORM, 'cpu')) return
  tf.registerKernel({
    kernelName: STATELESS_UNIFORM,
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const memory = backend as Memory
      const { shape, salt } = attrs as unknown as { shape: number[]; salt: number }
      const seed = memory.readSync((inputs.seed as TensorInfo).dataId)
      const values = new Float32Array(tf.util.sizeFromShape(shape))
      fillUniform(values, seed[0]!, seed[1]!, salt)
      return { dataId: memory.write(values, shape, 'float32'), shape, dtype: 'float32' }
    },
  })
}
