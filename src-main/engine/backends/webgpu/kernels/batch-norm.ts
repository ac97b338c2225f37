// BatchNorm in training: three programs forward and three back, where the composed form takes a dozen over all
// activations.
import { BATCH_NORM_TRAINING, BATCH_NORM_TRAINING_GRAD } from '../../../fused'
import type { TensorInfo } from '../../../tf'
import type { Features } from '../precision'
import {
  gradientsOfParts,
  inputGradient,
  normalise,
  parameterGradients,
  statistics,
  statisticsOfParts,
} from '../programs/batch-norm'
import { planColumns } from '../programs/columns'
import { free, registerKernel, sizeOf } from './kernel'

const planOf = (x: TensorInfo) => {
  const columns = x.shape.at(-1)!
  const rows = sizeOf(x.shape) / columns
  return { plan: planColumns(rows, columns), rows, columns, key: `${rows}x${columns}` }
}

export function registerBatchNorm({ subgroups }: Features): void {
  registerKernel<{ epsilon: number }>(BATCH_NORM_TRAINING, ({ inputs, attrs: { epsilon }, backend }) => {
    const [x, gamma, beta] = [inputs['x']!, inputs['gamma']!, inputs['beta']!]
    const { plan, rows, columns, key } = planOf(x)
    const vector = { shape: [columns], dtype: 'float32' } as const
    const ofParts = { shape: [plan.parts, 3, columns], dtype: 'float32' } as const
    const [parts] = backend.dispatch(
      `bn-parts ${key}`,
      () => statisticsOfParts(plan, subgroups !== null),
      [x],
      [ofParts],
    )
    const [mean, variance, inverse] = backend.dispatch(
      `bn-statistics ${key} ${epsilon}`,
      () => statistics(plan, epsilon),
      [parts!],
      [vector, vector, vector],
    )
    const [y] = backend.dispatch(
      `bn-normalise ${key}`,
      () => normalise(rows, columns),
      [x, mean!, inverse!, gamma, beta],
      [{ shape: x.shape, dtype: 'float32' }],
    )
    free(backend, parts!)
    // What the gradient needs are the mean and the inverse; the third is there for backends that need one.
    backend.incRef(mean!.dataId)
    backend.incRef(mean!.dataId)
    return [y!, mean!, variance!, mean!, inverse!, mean!]
  })

  registerKernel(BATCH_NORM_TRAINING_GRAD, ({ inputs, backend }) => {
    const [dy, x, gamma] = [inputs['dy']!, inputs['x']!, inputs['gamma']!]
    const [mean, inverse] = [inputs['saved1']!, inputs['saved2']!]
    const { plan, rows, columns, key } = planOf(x)
    const vector = { shape: [columns], dtype: 'float32' } as const
    const ofParts = { shape: [plan.parts, 2, columns], dtype: 'float32' } as const
    const [parts] = backend.dispatch(
      `bn-gradient-parts ${key}`,
      () => gradientsOfParts(plan, subgroups !== null),
      [dy, x, mean, inverse],
      [ofParts],
    )
    const [dbeta, dgamma] = backend.dispatch(
      `bn-gradients ${key}`,
      () => parameterGradients(plan),
      [parts!],
      [vector, vector],
    )
    const [dx] = backend.dispatch(
      `bn-input-gradient ${key}`,
      () => inputGradient(rows, columns),
      [dy, x, mean, inverse, gamma, dbeta!, dgamma!],
      [{ shape: x.shape, dtype: 'float32' }],
    )
    free(backend, parts!)
    return [dx!, dgamma!, dbeta!]
  })
}
