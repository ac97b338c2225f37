// The kernel behind engine/random.ts for backends whose memory JavaScript reads and writes at once.
import { STATELESS_UNIFORM } from '../../random'
import { tf, type TensorInfo, type TypedArray } from '../../tf'
import { fillUniform } from './philox'

/** The part of a tfjs backend that the kernel needs. */
interface Memory {
  readSync(dataId: object): TypedArray
  write(values: Float32Array, shape: number[], dtype: 'float32'): object
}

/** Registers `StatelessUniform` for a backend; a second call does nothing. */
export function registerStatelessUniform(backendName: 'wasm' | 'cpu'): void {
  if (tf.getKernel(STATELESS_UNIFORM, backendName)) return
  tf.registerKernel({
    kernelName: STATELESS_UNIFORM,
    backendName,
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
