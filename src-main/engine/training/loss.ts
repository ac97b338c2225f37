// Softmax cross-entropy from logits, with its gradient written out: p - t needs no softmax of a softmax and cannot
// overflow.
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../tf'

/** log softmax over the last axis, by subtracting the maximum first. */
export function logSoftmax(logits: Tensor2D): Tensor2D {
  return tf.tidy(() => {
    const shifted = logits.sub(logits.max(1, true))
    return shifted.sub(shifted.exp().sum(1, true).log())
  })
}

/**
 * Targets of a classification: 1 - s + s/k for the true class and s/k for the others, as Keras smooths.
 * @param labels int32 [batch]
 * @returns float32 [batch, classes]
 */
export function targetsOf(labels: Tensor1D, classes: number, smoothing = 0): Tensor2D {
  return tf.tidy(() => {
    const hot = tf.oneHot(labels, classes).cast('float32') as Tensor2D
    return smoothing === 0 ? hot : hot.mul<Tensor2D>(1 - smoothing).add(smoothing / classes)
  })
}

/**
 * Mean over the batch of weight × cross-entropy (natural logarithm). As in Keras the sum is divided by the number of
 * examples, not by the sum of the weights.
 * @param logits float32 [batch, classes]; a gradient flows to it
 * @param targets float32 [batch, classes], each row sums to 1
 * @param weights float32 [batch]
 */
export function softmaxCrossEntropy(logits: Tensor2D, targets: Tensor2D, weights: Tensor1D): Scalar {
  const loss = tf.customGrad((...args) => {
    const [z, save] = args as unknown as [Tensor2D, (tensors: Tensor[]) => void]
    const batch = z.shape[0]
    const logP = logSoftmax(z)
    save([logP, targets, weights])
    return {
      value: targets
        .mul(logP)
        .sum(1)
        .mul(weights)
        .sum()
        .mul(-1 / batch),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [logP, targets, weights] = saved as [Tensor2D, Tensor2D, Tensor1D]
        const scale = weights.mul(dy).mul(1 / batch)
        return logP.exp().sub(targets).mul(scale.expandDims(1))
      },
    }
  })
  return loss(logits) as Scalar
}

/**
 * What is reported of a batch: plain cross-entropy (no smoothing, no weights, so that training and validation can be
 * laid over each other) and the number of right answers.
 * @returns float32 [2]: sum of the losses, count of the right ones
 */
export function batchMetrics(logits: Tensor2D, labels: Tensor1D): Tensor1D {
  return tf.tidy(() => {
    const hot = targetsOf(labels, logits.shape[1])
    const loss = hot.mul(logSoftmax(logits)).sum().neg()
    const right = logits.argMax(1).equal(labels).cast('float32').sum()
    return tf.stack([loss, right]) as Tensor1D
  })
}
