// The two halves of a network that was cut, as functions of tensors: pictures to features, features to logits.
// Features of a picture are one row of numbers: the tensors that cross the cut, one after the other.
import type { Preprocessing } from '../../contract'
import { preprocess } from '../models/preprocess'
import { tf, type LayersModel, type Tensor, type Tensor2D, type Tensor4D } from '../tf'
import type { Cut } from './cut'
import { runGraph, sizeOf } from './graph'

/**
 * Pictures to features, in inference mode.
 * @param pictures NHWC RGB, values 0..255
 * @returns float32 [batch, cut.values]
 */
export function featuresOf(
  network: LayersModel,
  cut: Cut,
  preprocessing: Preprocessing,
  pictures: Tensor4D,
): Tensor2D {
  return tf.tidy(() => {
    const given = new Map([[network.inputs[0]!, preprocess(pictures, preprocessing)]])
    const rows = runGraph(cut.tensors, given, true).map((tensor) =>
      tensor.reshape<Tensor2D>([tensor.shape[0]!, -1]),
    )
    return rows.length === 1 ? rows[0]! : tf.concat2d(rows, 1)
  })
}

/**
 * Features to the network's output: logits, or probabilities. In a training step (see stepContext) layers that train are in training mode.
 * @param features float32 [batch, cut.values]
 * @param inference frees what is no longer needed on the way; gradients need it all
 * @returns float32 [batch, classes]
 */
export function logitsOf(network: LayersModel, cut: Cut, features: Tensor2D, inference: boolean): Tensor2D {
  return tf.tidy(() => {
    const [batch] = features.shape
    let from = 0
    const given = new Map<(typeof cut.tensors)[number], Tensor>()
    cut.tensors.forEach((tensor, i) => {
      const shape = cut.shapes[i]!
      const size = sizeOf(shape)
      const part = cut.tensors.length === 1 ? features : features.slice([0, from], [batch, size])
      given.set(tensor, part.reshape([batch, ...shape]))
      from += size
    })
    return runGraph(network.outputs, given, inference)[0] as Tensor2D
  })
}
