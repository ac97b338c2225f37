// Brings a graph into the form that its TensorFlow Lite model has: fewer and simpler operations that say the same.
import { withEndNames } from '../end-names'
import {
  foldBatchNormalization,
  foldZeroPadding,
  type Affine,
  type Conv2D,
  type ModelGraph,
  type Operation,
  type ReverseChannels,
} from '../graph'
import { perChannel } from '../layout'

/** A sum or product of more than two as a chain of two each. */
function inPairs(graph: ModelGraph): ModelGraph {
  const operations = graph.operations.flatMap((operation): Operation[] => {
    const { type, name, inputs } = operation
    if ((type !== 'add' && type !== 'multiply') || inputs.length === 2) return [operation]
    return inputs.slice(1).map((next, i) => {
      const [before, last] = [i === 0 ? inputs[0]! : `${name}/${i - 1}`, i === inputs.length - 2]
      return { ...operation, name: last ? name : `${name}/${i}`, inputs: [before, next] }
    })
  })
  return { ...graph, operations }
}

/** What becomes of a pixel before the first layer: channel c is channel from[c] · scale[c] + offset[c]. */
interface Start {
  from: number[]
  scale: number[]
  offset: number[]
}

const CHANNELS = 3
const untouched: Start = { from: [0, 1, 2], scale: [1, 1, 1], offset: [0, 0, 0] }

function after({ from, scale, offset }: Start, next: Affine | ReverseChannels): Start {
  if (next.type === 'reverseChannels') {
    return { from: from.toReversed(), scale: scale.toReversed(), offset: offset.toReversed() }
  }
  const [factor, summand] = [perChannel(next.scale, CHANNELS), perChannel(next.offset, CHANNELS)]
  return {
    from,
    scale: scale.map((one, c) => one * factor[c]!),
    offset: offset.map((one, c) => one * factor[c]! + summand[c]!),
  }
}

/** A convolution that does what `start` does, and then what it did before. */
function drawnIn({ from, scale, offset }: Start, convolution: Conv2D): Conv2D {
  const { shape, values } = convolution.kernel
  const [height, width, inputs, outputs] = shape as [number, number, number, number]
  const kernel = new Float32Array(values.length)
  const bias = Float64Array.from(convolution.bias?.values ?? new Float32Array(outputs))
  for (let place = 0; place < height * width; place++) {
    for (let channel = 0; channel < inputs; channel++) {
      for (let output = 0; output < outputs; output++) {
        const value = values[(place * inputs + channel) * outputs + output]!
        kernel[(place * inputs + from[channel]!) * outputs + output] = value * scale[channel]!
        bias[output]! += value * offset[channel]!
      }
    }
  }
  return {
    ...convolution,
    kernel: { shape, values: kernel },
    bias: { shape: [outputs], values: Float32Array.from(bias) },
  }
}

const isZero = (values: Iterable<number>): boolean => [...values].every((one) => one === 0)

/** A convolution of one pixel that hands on what it gets. */
const identity = ({ name, inputs, shape }: Operation): Conv2D => ({
  type: 'conv2d',
  name,
  inputs,
  shape,
  kernel: { shape: [1, 1, CHANNELS, CHANNELS], values: Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) },
  bias: null,
  window: [1, 1],
  strides: [1, 1],
  dilations: [1, 1],
  padding: 'valid',
  border: { top: 0, bottom: 0, left: 0, right: 0 },
})

/**
 * Draws the swap of channels and the affine that come first into the first convolution where that changes nothing.
 * Where it reads zeros at a border, and something is added before, a convolution of one pixel does both: all runtimes
 * and accelerators have that, and in whole numbers it has a scale for each channel.
 */
function mergePreprocessing(graph: ModelGraph): ModelGraph {
  const [input, cast, ...rest] = graph.operations as [Operation, Operation, ...Operation[]]
  const isUsedOnce = ({ name }: Operation) =>
    rest.filter((one) => one.inputs.includes(name)).length === 1 && name !== graph.output
  let start = untouched
  let last = cast
  while (rest[0]?.type === 'reverseChannels' || rest[0]?.type === 'affine') {
    const next = rest.shift() as Affine | ReverseChannels
    start = after(start, next)
    last = { ...next, inputs: [cast.name] }
  }
  if (last === cast) return graph
  const first = rest[0]
  const noBorder = first?.type === 'conv2d' && isZero(Object.values(first.border))
  if (first?.type === 'conv2d' && isUsedOnce(last) && (noBorder || isZero(start.offset))) {
    const merged = { ...drawnIn(start, first), inputs: [cast.name] }
    return { ...graph, operations: [input, cast, merged, ...rest.slice(1)] }
  }
  return { ...graph, operations: [input, cast, drawnIn(start, identity(last)), ...rest] }
}

/** @returns a graph whose sums and products take two each, without batch normalization */
export const prepared = (graph: ModelGraph): ModelGraph =>
  withEndNames(inPairs(mergePreprocessing(foldZeroPadding(foldBatchNormalization(graph)))))
