// An architecture as a graph of layers, as data: shapes and parameters are known while it is written down and no
// weight is allocated, and the layers model is built from the same graph.
import { factsOf, type LayerFacts } from './facts'
import type { LayerSpec } from './specs'

export interface Node extends LayerFacts {
  readonly name: string
  readonly spec: LayerSpec
  readonly inputs: readonly Node[]
  /** Keras does this with an operator, not with a layer: it has no place in its list of layers. */
  readonly operator: boolean
}

const node = (operator: boolean, name: string, spec: LayerSpec, inputs: readonly Node[]): Node => {
  const shapes = inputs.map((input) => input.shape)
  return { name, spec, inputs, operator, ...factsOf(spec, shapes) }
}

/** Adds a layer to a graph. */
export const layer = (name: string, spec: LayerSpec, ...inputs: readonly Node[]): Node =>
  node(false, name, spec, inputs)

/** Adds what Keras does with an operator (`x + y`, `x * 0.5`); in TensorFlow.js it takes a layer. */
export const operator = (name: string, spec: LayerSpec, ...inputs: readonly Node[]): Node =>
  node(true, name, spec, inputs)

/**
 * Everything that leads to `output` in the order of Keras's `model.layers`: by the distance from the output (the
 * longest way), the farthest first; among equals, the one met first on a depth-first walk back from the output.
 */
export function nodesOf(output: Node): Node[] {
  const met: Node[] = []
  const finished: Node[] = []
  const seen = new Set<Node>()
  const walk = (one: Node): void => {
    if (seen.has(one)) return
    seen.add(one)
    met.push(one)
    one.inputs.forEach(walk)
    finished.push(one)
  }
  walk(output)

  const distance = new Map(met.map((one) => [one, 0]))
  for (const one of finished.reverse()) {
    for (const input of one.inputs) {
      distance.set(input, Math.max(distance.get(input)!, distance.get(one)! + 1))
    }
  }
  // Array.sort is stable: equals stay in the order in which they were met.
  return met.sort((a, b) => distance.get(b)! - distance.get(a)!)
}

/** Keras's `model.layers`: "the last 10 layers" means the end of this list. */
export const layersOf = (output: Node): Node[] => nodesOf(output).filter((one) => !one.operator)
