// The one list of optimizers.
import type { OptimizerChoice } from '../../../contract/plan'
import { adam } from './adam'
import type { Optimizer } from './optimizer'
import { rmsprop } from './rmsprop'
import { sgd } from './sgd'

export { applyOptimizer, initialSlots, type Optimizer } from './optimizer'

export function createOptimizer(choice: OptimizerChoice): Optimizer {
  switch (choice.name) {
    case 'adam':
    case 'adamw':
      return adam(choice)
    case 'sgd':
      return sgd(choice)
    case 'rmsprop':
      return rmsprop(choice)
  }
}
