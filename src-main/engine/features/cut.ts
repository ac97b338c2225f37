// Where a network is cut in two: before the cut is what stays the same in a phase of the training and can be computed
// once; behind it is what trains. Through a residual or dense block several tensors cross the cut.
import { BatchNormalization } from '../models/layers/batchNormalization'
import { Dropout } from '../models/layers/dropout'
import type { LayersModel, SymbolicTensor } from '../tf'
import { foldedInto } from './fold'
import { shapeOf, sizeOf, tensorsOf, variablesOf, type Layer } from './graph'

export interface Cut {
  /** What crosses the cut: made before it, needed behind it. In the order in which they are made. */
  readonly tensors: readonly SymbolicTensor[]
  /** Of each of them, for one picture. */
  readonly shapes: readonly (readonly number[])[]
  /** Numbers that are kept for one picture. */
  readonly values: number
  /** The layers before the cut. */
  readonly before: readonly Layer[]
  /** The layers behind the cut. */
  readonly behind: readonly Layer[]
  /** Estimated share of the network's work for one picture, forwards, that is before the cut. */
  readonly share: number
}

/** Whether a layer computes the same in every step of a training, given the same input. */
function staysTheSame(layer: Layer): boolean {
  if (layer.trainableWeights.length > 0) return false
  if (layer instanceof BatchNormalization) return !layer.trainable
  if (layer instanceof Dropout) return !layer.trainable || layer.rate === 0
  return true
}

/** Multiplications with weights for one picture, roughly: a layer's weights at each place of its output. */
function workOf(tensor: SymbolicTensor): number {
  const shape = shapeOf(tensor)
  const places = sizeOf(shape) / (shape[shape.length - 1] ?? 1)
  return variablesOf([tensor.sourceLayer]).reduce((all, weight) => all + weight.size, 0) * places
}

/** All places to cut a network at, the last first: after each tensor that is the same in every step. */
export function cutsOf({ outputs }: LayersModel): Cut[] {
  const [output] = outputs
  const all = tensorsOf(output!)
  const users = new Map<SymbolicTensor, SymbolicTensor[]>()
  for (const one of all) for (const input of one.inputs) users.set(input, [...(users.get(input) ?? []), one])

  const fixed = new Set<SymbolicTensor>()
  for (const one of all) {
    if (one.inputs.every((input) => fixed.has(input)) && staysTheSame(one.sourceLayer)) fixed.add(one)
  }
  const work = new Map(all.map((one) => [one, workOf(one)]))
  const total = all.reduce((sum, one) => sum + work.get(one)!, 0)

  // Between a convolution and the BatchNorm that is a part of it, there is nothing to cut.
  const folded = new Set(all.map(foldedInto))

  const cuts: Cut[] = []
  const before = new Set<SymbolicTensor>()
  let done = 0
  for (const one of fixed) {
    before.add(one)
    done += work.get(one)!
    // The picture itself is no feature.
    if (one.inputs.length === 0) continue
    const tensors = [...before].filter((made) => users.get(made)!.some((user) => !before.has(user)))
    if (tensors.length === 0 || tensors.some((made) => folded.has(made))) continue
    const shapes = tensors.map(shapeOf)
    cuts.push({
      tensors,
      shapes,
      values: shapes.reduce((sum, shape) => sum + sizeOf(shape), 0),
      before: [...before].map((made) => made.sourceLayer),
      behind: all.filter((made) => !before.has(made)).map((made) => made.sourceLayer),
      share: total === 0 ? 0 : done / total,
    })
  }
  return cuts.reverse()
}

/**
 * The cut to keep features at: the last one whose features fit, so that as little as possible is left to do.
 * @param most numbers that may be kept for one picture
 * @returns null where nothing is frozen, or where only such features fit that most of what is frozen would still
 *   have to be computed in each step
 */
export function chooseCut(network: LayersModel, most = Infinity): Cut | null {
  const cuts = cutsOf(network)
  const best = cuts.find(({ values }) => values <= most)
  return best && best.share >= cuts[0]!.share / 2 ? best : null
}
