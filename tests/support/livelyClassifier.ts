// A classifier on a base with weights by formula, whose answers differ from picture to picture: what a comparison of
// two programs needs. Weights drawn for training answer nearly the same to everything.
import { type Architecture } from '../../src-main/contract'
import { buildTransferModel, type TransferModel } from '../../src-main/engine/models/applications/build'
import { applicationScaling } from '../../src-main/engine/models/applications/registry'
import { preprocess } from '../../src-main/engine/models/preprocess'
import { tf, type Tensor2D, type Tensor4D } from '../../src-main/engine/tf'
import { fill, hashed, pictures } from './keras-formulas'

/** At which two pictures still differ at the end of a base: what its kernels are multiplied by. */
const GAINS: Partial<Record<Architecture, number>> = {
  mobilenet: 7,
  'mobilenet-v3-small': 7,
  'efficientnet-b0': 8,
  'efficientnet-v2-b0': 6,
}

export interface LivelyChoice {
  name: Architecture
  alpha?: number
  size: number
  classes: number
}

/**
 * Builds base and linear head. The logits of two test pictures (`pictures`) differ by a quarter and are 0 on average.
 * @param images other pictures to tell apart, NHWC, values 0 to 255
 */
export function livelyClassifier(
  { name, alpha, size, classes }: LivelyChoice,
  images?: Tensor4D,
): TransferModel {
  const made = buildTransferModel({ name, alpha }, { size, classes, seed: 2, pretrained: true })
  fill(made.base, GAINS[name] ?? 5)
  const average = made.network.getLayer('average').output as (typeof made.network.outputs)[0]
  const features = tf.model({ inputs: made.network.inputs, outputs: average })
  tf.tidy(() => {
    const seen = images ?? pictures(size)
    const x = features.predict(
      preprocess(seen, { ...applicationScaling(name), size, resize: 'fit' }),
    ) as Tensor2D
    const random = hashed(`${name}/logits`, x.shape[1] * classes).map((one) => one - 0.5)
    const raw = tf.tensor2d(Float32Array.from(random), [x.shape[1], classes])
    const logits = x.matMul(raw)
    const spread = logits.max(0).sub(logits.min(0)).mul(4)
    const kernel = raw.div(spread)
    made.network.getLayer('logits').setWeights([
      kernel,
      x
        .matMul(kernel as Tensor2D)
        .mean(0)
        .neg(),
    ])
  })
  return made
}
