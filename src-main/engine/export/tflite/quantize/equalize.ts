// Brings the channels of a tensor to the same range, where the weights around it can make up for that. All channels of a
// tensor share one grid of 256 steps: a channel that only ever comes to a twentieth of the largest would have twelve of
// them. The layer that makes the channel multiplies it, the layers that take it divide; what the model says is the same.
// After "cross-layer equalization" of weights (Nagel et al. 2019, arXiv:1906.04721) and SmoothQuant (Xiao et al. 2022,
// arXiv:2211.10438), here for the ranges of activations: kernels have a scale for each channel anyway.
import { type ModelGraph, type Operation, type Weight } from '../../graph'
import { type ChannelRanges } from './calibrate'
import { Groups } from './groups'

/** At most so much is a channel stretched: one that is all but silent on the pictures seen may speak on others. */
const MOST = 16

const hasKernel = (
  one: Operation,
): one is Extract<Operation, { type: 'conv2d' | 'depthwiseConv2d' | 'dense' }> =>
  one.type === 'conv2d' || one.type === 'depthwiseConv2d' || one.type === 'dense'

/**
 * Operations through which a factor of a channel goes unchanged. A ReLU does that too, and was left out: one that ends at 6
 * ends elsewhere then, and models got worse (docs/decisions/0024).
 */
function passes(operation: Operation, channelsIn: number): boolean {
  switch (operation.type) {
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'globalMaxPool':
    case 'zeroPadding':
    case 'add':
      return true
    case 'reshape':
      return operation.shape.at(-1) === channelsIn
    default:
      return false
  }
}

/** Tensors whose channels have one factor, and those that must stay as they are. */
function groupsOf({ operations, output }: ModelGraph) {
  const groups = new Groups<string>()
  const fixed = new Set<string>([output])
  const channels = new Map(operations.map((one) => [one.name, one.shape.at(-1)!]))
  for (const operation of operations) {
    const { name, inputs } = operation
    const alike = inputs.every((input) => channels.get(input) === channels.get(name))
    if (hasKernel(operation)) continue
    if (inputs.length > 0 && alike && passes(operation, channels.get(inputs[0]!)!)) {
      for (const input of inputs) groups.join(input, name)
    } else for (const one of [name, ...inputs]) fixed.add(one)
  }
  const roots = new Set([...fixed].map((name) => groups.rootOf(name)))
  return {
    rootOf: (name: string) => groups.rootOf(name),
    isFixed: (name: string) => roots.has(groups.rootOf(name)),
  }
}

/** What each group's channels are divided by, at most 1: the part of the tensor's range that they need. */
function divisorsOf(
  graph: ModelGraph,
  ranges: ReadonlyMap<string, ChannelRanges>,
): Map<string, Float64Array> {
  const { rootOf, isFixed } = groupsOf(graph)
  const shares = new Map<string, Float64Array>()
  for (const { name } of graph.operations) {
    const seen = ranges.get(name)
    if (!seen || isFixed(name)) continue
    const sizes = Float64Array.from(seen.low, (low, c) => Math.max(-low, seen.high[c]!, 0))
    const largest = sizes.reduce((most, one) => Math.max(most, one), 0)
    if (largest === 0) continue
    const known = shares.get(rootOf(name)) ?? new Float64Array(sizes.length)
    shares.set(
      rootOf(name),
      known.map((share, c) => Math.max(share, sizes[c]! / largest)),
    )
  }
  const divisors = new Map<string, Float64Array>()
  for (const { name } of graph.operations) {
    const share = shares.get(rootOf(name))
    if (share)
      divisors.set(
        name,
        share.map((one) => Math.max(one, 1 / MOST)),
      )
  }
  return divisors
}

const mapped = ({ shape, values }: Weight, value: (one: number, at: number) => number): Weight => ({
  shape,
  values: values.map(value),
})

/** The layer with its input's channels multiplied by `taken` first and its output's divided by `made` then. */
function adapted(
  operation: Operation,
  taken: Float64Array | undefined,
  made: Float64Array | undefined,
): Operation {
  if (!hasKernel(operation) || (!taken && !made)) return operation
  const { kernel, bias } = operation
  const [inputs, last] = kernel.shape.slice(-2) as [number, number]
  const depthwise = operation.type === 'depthwiseConv2d'
  const factor = (at: number): number => {
    const [from, to] = [Math.floor(at / last) % inputs, at % (depthwise ? inputs * last : last)]
    return (taken?.[from] ?? 1) / (made?.[to] ?? 1)
  }
  return {
    ...operation,
    kernel: mapped(kernel, (one, at) => one * factor(at)),
    bias: bias && mapped(bias, (one, c) => one / (made?.[c] ?? 1)),
  }
}

/**
 * @param graph as the model is lowered from it
 * @param ranges of its tensors on pictures
 * @returns a graph that says the same, and the ranges of its tensors
 */
export function equalizeChannels(
  graph: ModelGraph,
  ranges: ReadonlyMap<string, ChannelRanges>,
): { graph: ModelGraph; ranges: Map<string, ChannelRanges> } {
  const divisors = divisorsOf(graph, ranges)
  const operations = graph.operations.map((one) =>
    adapted(one, divisors.get(one.inputs[0] ?? ''), divisors.get(one.name)),
  )
  const moved = new Map(
    [...ranges].map(([name, { low, high }]): [string, ChannelRanges] => {
      const by = divisors.get(name)
      if (!by) return [name, { low, high }]
      return [name, { low: low.map((one, c) => one / by[c]!), high: high.map((one, c) => one / by[c]!) }]
    }),
  )
  return { graph: { ...graph, operations }, ranges: moved }
}
