// Adam's update as the addon's own operation (native/src/adam.h), one pass over memory.
import { FUSED_ADAM, type AdamFactors } from '../../../fused'
import { registerKernel } from './kernel'

export function registerAdam(): void {
  registerKernel<AdamFactors>(FUSED_ADAM, ({ inputs, attrs, backend, attribute }) => {
    const { weight, first, second, gradient, alpha, decay } = inputs
    return backend.executeMultipleOutputs(
      'CotejoAdam',
      [
        attribute.float('rest1', 1 - attrs.beta1),
        attribute.float('rest2', 1 - attrs.beta2),
        attribute.float('epsilon', attrs.epsilon),
      ],
      [weight!, first!, second!, gradient!, alpha!, decay!],
      3,
    )
  })
}
