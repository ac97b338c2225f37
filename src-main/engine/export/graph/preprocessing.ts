// The start of every graph: from 8-bit RGB to what the network was trained on.
import { type Preprocessing } from '../../../contract'
import { type Names } from './names'
import { type Operation, type Shape, type Weight } from './types'

/** A constant of one axis. */
export const vector = (values: ArrayLike<number>): Weight => ({
  shape: [values.length],
  values: Float32Array.from(values),
})

/** (v · scale + offset) / deviation as one factor and one summand, in the order of `channels`. */
function affineOf({ scale, offset, deviation = [1, 1, 1] }: Preprocessing): {
  scale: Weight
  offset: Weight
} {
  return {
    scale: vector(deviation.map((one) => scale / one)),
    offset: vector(offset.map((one, channel) => one / deviation[channel]!)),
  }
}

const isIdentity = ({ scale, offset }: { scale: Weight; offset: Weight }): boolean =>
  scale.values.every((one) => one === 1) && offset.values.every((one) => one === 0)

/** The operations `image` (the input), `pixels`, and, where they change anything, `bgr` and `scaled`. */
export function preprocessingOperations(preprocessing: Preprocessing, names: Names): Operation[] {
  const { size, channels } = preprocessing
  const shape: Shape = [-1, size, size, 3]
  const image = names.take('image')
  const operations: Operation[] = [{ type: 'input', name: image, inputs: [], shape }]
  const last = () => [operations.at(-1)!.name]
  operations.push({ type: 'cast', name: names.take('pixels'), inputs: last(), shape })
  if (channels === 'bgr') {
    operations.push({ type: 'reverseChannels', name: names.take('bgr'), inputs: last(), shape })
  }
  const affine = affineOf(preprocessing)
  if (!isIdentity(affine)) {
    operations.push({ type: 'affine', name: names.take('scaled'), inputs: last(), shape, ...affine })
  }
  return operations
}
