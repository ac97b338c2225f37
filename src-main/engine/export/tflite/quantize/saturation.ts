// What of a range matters. An activation function that only takes small values apart needs no steps for the others: all
// 256 go where it is steep.
import { type ActivationFunction, type ModelGraph } from '../../graph'
import { type Range } from './grid'

/**
 * Beyond these, the output is as good as that at the end: exactly so for those that are made of pieces, and for the
 * others by less than half a step of 8 bits of what comes out.
 */
const STEEP: Record<ActivationFunction, Range> = {
  relu: [0, Infinity],
  relu6: [0, 6],
  hardSwish: [-3, Infinity],
  hardSigmoid: [-3, 3],
  swish: [-8, Infinity],
  gelu: [-4, Infinity],
  elu: [-6, Infinity],
  sigmoid: [-7, 7],
  tanh: [-4, 4],
  softmax: [-Infinity, Infinity],
}

/** Cuts off what none of those that take a value tells apart. */
export function rangesInUse(
  { operations, output }: ModelGraph,
  ranges: ReadonlyMap<string, Range>,
): Map<string, Range> {
  const needed = new Map<string, Range>([[output, [-Infinity, Infinity]]])
  for (const operation of operations) {
    const steep = operation.type === 'activation' ? STEEP[operation.function] : STEEP.softmax
    for (const input of operation.inputs) {
      const [low, high] = needed.get(input) ?? [Infinity, -Infinity]
      needed.set(input, [Math.min(low, steep[0]), Math.max(high, steep[1])])
    }
  }
  return new Map(
    [...ranges].map(([name, [low, high]]) => {
      const [least, most] = needed.get(name) ?? [low, high]
      return [name, [Math.max(low, least), Math.min(high, most)]]
    }),
  )
}
