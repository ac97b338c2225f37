// Stochastic gradient descent with momentum, plain or Nesterov's, in Keras's form: the rate is inside the velocity.
import { fusedSgd } from '../../fused'
import { tf, type Scalar } from '../../tf'
import { decayed, type Optimizer } from './optimizer'

export interface SgdOptions {
  momentum: number
  nesterov: boolean
  weightDecay: number
}

export function sgd({ momentum, nesterov, weightDecay }: SgdOptions): Optimizer {
  return {
    slotsPerWeight: momentum > 0 ? 1 : 0,
    step(learningRate) {
      const decay = weightDecay > 0 ? learningRate.mul<Scalar>(weightDecay) : null
      const factor = decay ?? tf.scalar(0)
      return (weight, gradient, [velocity]) => {
        const fused = fusedSgd(weight, gradient, velocity ?? null, [learningRate, factor], {
          momentum,
          nesterov,
        })
        if (fused) return { weight: fused[0]!, slots: fused.slice(1) }
        const push = gradient.mul(learningRate)
        const start = decayed(weight, decay)
        if (!velocity) return { weight: start.sub(push), slots: [] }
        const moved = velocity.mul(momentum).sub(push)
        const change = nesterov ? moved.mul(momentum).sub(push) : moved
        return { weight: start.add(change), slots: [moved] }
      }
    },
  }
}
