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
  'mobilenet-v3-large': 5.5,
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
 * Gives the head weights for which the logits of pictures differ by a quarter and are 0 on average.
 * @param images NHWC, values 0 to 255
 */
export function spreadLogits({ network, choice }: TransferModel, images: Tensor4D): void {
  const name = choice.name as Architecture
  const average = network.getLayer('average').output as (typeof network.outputs)[0]
  const features = tf.model({ inputs: network.inputs, outputs: average })
  tf.tidy(() => {
    const size = images.shape[1]
    const pictures = preprocess(images, { ...applicationScaling(name), size, resize: 'fit' })
    const x = features.predict(pictures) as Tensor2D
    const classes = network.outputs[0]!.shape[1]!
    const random = hashed(`${name}/logits`, x.shape[1] * classes).map((one) => one - 0.5)
    const raw = tf.tensor2d(Float32Array.from(random), [x.shape[1], classes])
    const logits = x.matMul(raw)
    const kernel = raw.div<Tensor2D>(logits.max(0).sub(logits.min(0)).mul(4))
    network.getLayer('logits').setWeights([kernel, x.matMul(kernel).mean(0).neg()])
  })
}

/**
 * Builds a base with weights by formula and a linear head that tells pictures apart (`spreadLogits`).
 * @param images pictures to tell apart; the two of `pictures` where it is left out
 */
export function livelyClassifier(
  { name, alpha, size, classes }: LivelyChoice,
  images?: Tensor4D,
): TransferModel {
  const made = buildTransferModel({ name, alpha }, { size, classes, seed: 2, pretrained: true })
  fill(made.base, GAINS[name] ?? 5)
  const own = images ?? pictures(size)
  spreadLogits(made, own)
  if (!images) own.dispose()
  return made
}
