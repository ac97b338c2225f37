// RMSprop (Hinton, lecture 6e of his 2012 course) in Keras 3's form: epsilon is inside the square root, and momentum
// gathers whole increments.
import { fusedRmsprop } from '../../fused'
import type { Optimizer } from './optimizer'

export interface RmspropOptions {
  rho: number
  momentum: number
  epsilon: number
}

export function rmsprop({ rho, momentum, epsilon }: RmspropOptions): Optimizer {
  return {
    slotsPerWeight: momentum > 0 ? 2 : 1,
    step(learningRate) {
      return (weight, gradient, [average, velocity]) => {
        const factors = { rho, momentum, epsilon }
        const fused = fusedRmsprop([weight, gradient, average!], velocity ?? null, learningRate, factors)
        if (fused) return { weight: fused[0]!, slots: fused.slice(1) }
        const square = average!.mul(rho).add(gradient.square().mul(1 - rho))
        const increment = gradient.mul(learningRate).div(square.add(epsilon).sqrt())
        if (!velocity) return { weight: weight.sub(increment), slots: [square] }
        const moved = velocity.mul(momentum).add(increment)
        return { weight: weight.sub(moved), slots: [square, moved] }
      }
    },
  }
}
