// Captured functions compiled by XLA: the same numbers but for rounding, a learning rate that still changes, and no
// failure where XLA lacks an operation.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTensorflow } from '../../src-main/engine/backends/tensorflow/open'
import type { Compute } from '../../src-main/engine/compute'
import { fusedAdam } from '../../src-main/engine/fused'
import { createOptimizer } from '../../src-main/engine/training/optimizers'
import { optimizer } from '../../src-main/contract/plan'
import { tf, type Scalar, type Tensor, type Tensor2D, type Tensor4D } from '../../src-main/engine/tf'
import { preparedPack } from '../support/tensorflow'

const folder = await preparedPack()

describe.skipIf(folder === null)('capture with XLA', () => {
  let compute: Compute
  beforeAll(async () => {
    compute = await openTensorflow(folder!, { cpuOnly: true, xla: true })
  })
  afterAll(() => compute?.dispose())

  const values = (tensors: Tensor[]) => {
    const all = tensors.map((one) => [...one.dataSync()])
    tf.dispose(tensors)
    return all
  }

  it('gives the numbers of the eager run, with Adam composed, and applies the rate of each run', () => {
    const adam = createOptimizer(optimizer.parse({ name: 'adam' }))
    const zero = tf.zeros([3])
    expect(
      fusedAdam([zero, zero, zero, zero], tf.scalar(1), tf.scalar(0), { beta1: 0, beta2: 0, epsilon: 1 }),
    ).toBeNull()
    const update = (inputs: readonly Tensor[]) => {
      const [weight, first, second, gradient, rate] = inputs as [Tensor, Tensor, Tensor, Tensor, Scalar]
      const next = adam.step(rate, tf.scalar(1))(weight, gradient, [first, second])
      return [next.weight, ...next.slots]
    }
    const compiled = compute.compile('adam', update)
    const state = [tf.tensor1d([1, -2, 3]), tf.zeros([3]), tf.zeros([3]), tf.tensor1d([0.5, 0.1, -4])]
    for (const rate of [0.1, 0.1, 0.01, 0.3]) {
      const inputs = [...state, tf.scalar(rate)]
      const [ours, wanted] = [values(compiled.run(inputs)), values(tf.tidy(() => update(inputs)))]
      ours.flat().forEach((value, i) => expect(value).toBeCloseTo(wanted.flat()[i]!, 6))
    }
    compiled.dispose()
  })

  it('runs without XLA what XLA has no kernel for', () => {
    const turn = (inputs: readonly Tensor[]) => [
      tf.image.transform(inputs[0] as Tensor4D, inputs[1] as Tensor2D, 'bilinear', 'reflect'),
    ]
    const compiled = compute.compile('turn', turn)
    const inputs = [
      tf.range(0, 48).reshape([1, 4, 4, 3]),
      tf.tensor2d([[0.9, 0.1, 0.2, -0.1, 0.9, 0.3, 0, 0]]),
    ] as Tensor[]
    const wanted = values(tf.tidy(() => turn(inputs)))
    for (let run = 0; run < 3; run++) expect(values(compiled.run(inputs))).toEqual(wanted)
    compiled.dispose()
  })
})
