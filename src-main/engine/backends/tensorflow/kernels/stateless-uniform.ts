// Uniform random numbers from a seed tensor (engine/random.ts): Philox of Salmon et al. 2011, counter-based, the same
// numbers for the same seed in an eager and in a captured step.
import { STATELESS_UNIFORM } from '../../../random'
import { tf } from '../../../tf'
import { registerKernel } from './kernel'

/** Scrambles 32 bits, one to one (the finalizer of MurmurHash3, Austin Appleby, public domain). */
export function scramble(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

export function registerStatelessUniform(): void {
  registerKernel<{ shape: number[]; salt: number }>(
    STATELESS_UNIFORM,
    ({ inputs, attrs, backend, attribute }) => {
      // One to one in the salt, so two salts never share a seed within one step; `xor` cannot overflow.
      const salt = tf.tensor1d([scramble(attrs.salt), scramble(~attrs.salt)], 'int32')
      const seed = backend.executeSingleOutput(
        'BitwiseXor',
        [attribute.type('T', 'int32')],
        [inputs['seed']!, salt],
      )
      const shape = tf.tensor1d(attrs.shape, 'int32')
      const result = backend.executeSingleOutput(
        'StatelessRandomUniform',
        [attribute.type('T', 'int32'), attribute.type('dtype', 'float32'), attribute.type('Tseed', 'int32')],
        [shape, seed],
      )
      tf.dispose([salt, seed, shape])
      return result
    },
  )
}
