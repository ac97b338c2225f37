// Normalisation by the statistics of the batch, with the gradient written out (Ioffe & Szegedy 2015): a dozen passes
// over the activations where the composed operations and their gradients take several dozen.
import { tf, type Tensor, type Tensor1D } from '../../tf'

/**
 * y = gamma (x - mean) / sqrt(variance + epsilon) + beta, with mean and (biased) variance of the batch per channel.
 * @param x float32, channels last, any rank from 2
 * @param gamma float32 [channels]
 * @param beta float32 [channels]
 * @param onStatistics gets mean and variance, [channels] each; they live only during the call
 */
export function normalizeByBatch(
  x: Tensor,
  gamma: Tensor1D,
  beta: Tensor1D,
  epsilon: number,
  onStatistics: (mean: Tensor1D, variance: Tensor1D) => void,
): Tensor {
  const channels = x.shape[x.shape.length - 1]!
  const count = x.size / channels
  const rowsOf = (t: Tensor) => t.reshape([count, channels])

  const forward = tf.customGrad((...args) => {
    const [input, scale, shift] = args as unknown as [Tensor, Tensor1D, Tensor1D]
    const save = args[args.length - 1] as unknown as (tensors: Tensor[]) => void
    const rows = rowsOf(input)
    const mean = rows.mean(0) as Tensor1D
    const centred = rows.sub(mean)
    const variance = centred.square().mean(0) as Tensor1D
    onStatistics(mean, variance)
    const inverse = variance.add(epsilon).rsqrt()
    const normalized = centred.mul(inverse)
    save([normalized, inverse, scale])
    return {
      value: normalized.mul(scale).add(shift).reshape(input.shape),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [xhat, inv, g] = saved as [Tensor, Tensor1D, Tensor1D]
        const d = rowsOf(dy)
        const dShift = d.sum(0)
        const dScale = d.mul(xhat).sum(0)
        const dInput = d
          .sub(dShift.div(count))
          .sub(xhat.mul(dScale.div(count)))
          .mul(g.mul(inv))
        return [dInput.reshape(dy.shape), dScale, dShift]
      },
    }
  })
  return forward(x, gamma, beta)
}
