// Softmax cross-entropy from logits, with its gradient written out: p - t needs no softmax of a softmax and cannot
// overflow.
import { fusedSoftmaxCrossEntropy } from '../fused'
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
    const fused = fusedSoftmaxCrossEntropy(z, targets)
    if (fused) {
      save([fused[1], weights])
      return {
        value: fused[0].mul(weights).sum().div(batch),
        gradFunc: (dy: Tensor, saved: Tensor[]) =>
          saved[0]!.mul(
            saved[1]!
              .mul(dy)
              .mul(1 / batch)
              .expandDims(1),
          ),
      }
    }
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
  return tf.tidy(() => targetMetrics(logits, targetsOf(labels, logits.shape[1])))
}

/**
 * As `batchMetrics`, of pictures that may show two classes: an answer is as right as the share of the class that it
 * names (Zhang et al., "mixup": λ of one label and 1 - λ of the other).
 * @param targets float32 [batch, classes], each row sums to 1
 */
export function targetMetrics(logits: Tensor2D, targets: Tensor2D): Tensor1D {
  return tf.tidy(() => {
    const fused = fusedSoftmaxCrossEntropy(logits, targets)
    const loss = fused ? fused[0].sum() : targets.mul(logSoftmax(logits)).sum().neg()
    const answers = tf.oneHot(logits.argMax(1) as Tensor1D, logits.shape[1]).cast('float32')
    return tf.stack([loss, targets.mul(answers).sum()]) as Tensor1D
  })
}

/** A batch's targets in its loss and in its metrics. */
export interface Targets {
  /** Smoothed and mixed; each row sums to 1. */
  loss: Tensor2D
  /** Float32 [batch]: what each picture weighs in the loss. */
  weights: Tensor1D
  /** Mixed alone. */
  metrics: Tensor2D
}

/**
 * Targets and weights of a batch. The loss of a mixed picture is the sum over its two labels of share × weight of the
 * class × cross-entropy, which is one cross-entropy with blended targets.
 * @param mixed brings two pictures' targets together by their shares; the identity where pictures are not mixed
 */
export function batchTargets(
  labels: Tensor1D,
  classWeights: Tensor1D,
  smoothing: number,
  mixed: ((perPicture: Tensor2D) => Tensor2D) | null,
): Targets {
  const classes = classWeights.shape[0]
  const plain = targetsOf(labels, classes)
  const smooth = targetsOf(labels, classes, smoothing)
  // By a product, not a gather: TensorFlow's gather kernel in TensorFlow.js reads its indices back.
  const weights = plain.mul(classWeights).sum(1) as Tensor1D
  if (!mixed) return { loss: smooth, weights, metrics: plain }
  const column = weights.expandDims<Tensor2D>(1)
  const total = mixed(column)
  return {
    loss: mixed(smooth.mul(column)).div(total.maximum(1e-20)),
    weights: total.squeeze([1]),
    metrics: mixed(plain),
  }
}
