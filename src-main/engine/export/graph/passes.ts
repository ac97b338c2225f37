// Passes: from a graph to a simpler one that says the same, for runtimes that do better with fewer operations. Each
// returns a new graph; weights that it does not change are shared with the old one.
import { type Affine, type ModelGraph, type Operation, type Weight } from './types'

/** How often each operation's output is taken; the graph's own output counts as one more. */
function usesOf({ operations, output }: ModelGraph): Map<string, number> {
  const uses = new Map<string, number>([[output, 1]])
  for (const name of operations.flatMap((one) => one.inputs)) uses.set(name, (uses.get(name) ?? 0) + 1)
  return uses
}

/**
 * Goes through the operations in order. `merge` may replace an operation and the only one before it by one operation,
 * which gets the later one's name, so that whoever takes it finds it.
 */
function mergePairs(
  graph: ModelGraph,
  merge: (before: Operation, after: Operation) => Operation | null,
): ModelGraph {
  const uses = usesOf(graph)
  const kept = new Map<string, Operation>()
  for (const operation of graph.operations) {
    const from = operation.inputs.length === 1 ? kept.get(operation.inputs[0]!) : undefined
    const merged = from && uses.get(from.name) === 1 ? merge(from, operation) : null
    if (merged) kept.delete(from!.name)
    kept.set(operation.name, merged ? { ...merged, name: operation.name } : operation)
  }
  return { ...graph, operations: [...kept.values()] }
}

/** A weight of one value for all channels has it for each. */
const at = ({ values }: Weight, channel: number): number => values[values.length === 1 ? 0 : channel]!

const vectorOf = (count: number, value: (channel: number) => number): Weight => ({
  shape: [count],
  values: Float32Array.from({ length: count }, (_, channel) => value(channel)),
})

/** Batch normalization at inference is a factor and a summand a channel; computed in double precision. */
export function batchNormalizationToAffine(graph: ModelGraph): ModelGraph {
  const operations = graph.operations.map((one): Operation => {
    if (one.type !== 'batchNormalization') return one
    const { name, inputs, shape, gamma, beta, mean, variance, epsilon } = one
    const channels = shape.at(-1)!
    const factor = (c: number) => gamma.values[c]! / Math.sqrt(variance.values[c]! + epsilon)
    const scale = vectorOf(channels, factor)
    const offset = vectorOf(channels, (c) => beta.values[c]! - mean.values[c]! * factor(c))
    return { type: 'affine', name, inputs, shape, scale, offset }
  })
  return { ...graph, operations }
}

const merged = (first: Affine, second: Affine): Affine => {
  const channels = Math.max(
    ...[first, second].flatMap((one) => [one.scale, one.offset]).map((one) => one.values.length),
  )
  return {
    ...first,
    scale: vectorOf(channels, (c) => at(first.scale, c) * at(second.scale, c)),
    offset: vectorOf(channels, (c) => at(first.offset, c) * at(second.scale, c) + at(second.offset, c)),
  }
}

/** Makes one of affines that follow each other: a rescaling in the preprocessing, and one that the base begins with. */
export const mergeAffines = (graph: ModelGraph): ModelGraph =>
  mergePairs(graph, (before, after) =>
    before.type === 'affine' && after.type === 'affine' ? merged(before, after) : null,
  )

type Weighted = Extract<Operation, { type: 'conv2d' | 'depthwiseConv2d' | 'dense' }>

function scaled(operation: Weighted, { scale, offset }: Affine): Weighted {
  const { kernel, bias } = operation
  const channels = operation.shape.at(-1)!
  // In all three layouts the output channel runs fastest (a depthwise kernel's last two axes are one together).
  const values = kernel.values.map((value, i) => value * at(scale, i % channels))
  return {
    ...operation,
    kernel: { shape: kernel.shape, values },
    bias: vectorOf(channels, (c) => (bias?.values[c] ?? 0) * at(scale, c) + at(offset, c)),
  }
}

const isWeighted = (one: Operation): one is Weighted =>
  one.type === 'conv2d' || one.type === 'depthwiseConv2d' || one.type === 'dense'

/** Draws affines into the convolution or dense layer whose output they alone take. */
export const foldAffines = (graph: ModelGraph): ModelGraph =>
  mergePairs(graph, (before, after) =>
    isWeighted(before) && after.type === 'affine' ? scaled(before, after) : null,
  )

/**
 * Batch normalization, layer scale and other factors a channel drawn into the kernels before them; what cannot be (a
 * batch normalization behind a concatenation) stays as `affine`.
 */
export const foldBatchNormalization = (graph: ModelGraph): ModelGraph =>
  foldAffines(mergeAffines(batchNormalizationToAffine(graph)))

/** Draws zeros around a picture into the convolution that alone takes them, as an explicit padding. */
export const foldZeroPadding = (graph: ModelGraph): ModelGraph =>
  mergePairs(graph, (before, after) => {
    const convolution = after.type === 'conv2d' || after.type === 'depthwiseConv2d'
    if (before.type !== 'zeroPadding' || !convolution || after.padding === 'same') return null
    const [a, b] = [before.border, after.border]
    const border = {
      top: a.top + b.top,
      bottom: a.bottom + b.bottom,
      left: a.left + b.left,
      right: a.right + b.right,
    }
    return { ...after, inputs: before.inputs, padding: 'explicit', border }
  })
