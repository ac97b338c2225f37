// Adam (Kingma & Ba 2015) and AdamW (Loshchilov & Hutter 2019) in Keras 3's form: the bias correction is in the rate,
// so epsilon is the paper's "epsilon hat".
import { fusedAdam } from '../../fused'
import { tf, type Scalar } from '../../tf'
import { decayed, type Optimizer } from './optimizer'

export interface AdamOptions {
  beta1: number
  beta2: number
  epsilon: number
  /** 0 for plain Adam. */
  weightDecay?: number
}

export function adam({ beta1, beta2, epsilon, weightDecay = 0 }: AdamOptions): Optimizer {
  return {
    slotsPerWeight: 2,
    step(learningRate, iteration) {
      const correction1 = tf.sub(1, tf.pow(beta1, iteration))
      const correction2 = tf.sub(1, tf.pow(beta2, iteration))
      const alpha = learningRate.mul(correction2.sqrt()).div<Scalar>(correction1)
      const decay = weightDecay > 0 ? learningRate.mul<Scalar>(weightDecay) : null
      // The same tensor for all weights: a backend may then update them side by side.
      const factor = decay ?? tf.scalar(0)
      return (weight, gradient, [m, v]) => {
        const fused = fusedAdam([weight, m!, v!, gradient], alpha, factor, { beta1, beta2, epsilon })
        if (fused) return { weight: fused[0], slots: fused.slice(1) }
        const mean = m!.add(gradient.sub(m!).mul(1 - beta1))
        const square = v!.add(
          gradient
            .square()
            .sub(v!)
            .mul(1 - beta2),
        )
        const change = mean.mul(alpha).div(square.sqrt().add(epsilon))
        return { weight: decayed(weight, decay).sub(change), slots: [mean, square] }
      }
    },
  }
}
