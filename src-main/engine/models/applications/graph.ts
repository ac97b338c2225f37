// An architecture as a graph of layers, as data: shapes and parameters are known while it is written down and no
// weight is allocated, and the layers model is built from the same graph.
import { factsOf, type LayerFacts, type LayerSpec } from './specs'

export interface Node extends LayerFacts {
  readonly name: string
  readonly spec: LayerSpec
  readonly inputs: readonly Node[]
}

/** Adds a layer to a graph. */
export function layer(name: string, spec: LayerSpec, ...inputs: readonly Node[]): Node {
  return {
    name,
    spec,
    inputs,
    ...factsOf(
      spec,
      inputs.map((input) => input.shape),
    ),
  }
}

/**
 * The layers that lead to `output` in the order of Keras's `model.layers`: by their distance from the output (the
 * longest way), the farthest first; among equals, the one met first on a depth-first walk back from the output.
 * "The last 10 layers" means this order.
 */
export function layersOf(output: Node): Node[] {
  const met: Node[] = []
  const finished: Node[] = []
  const seen = new Set<Node>()
  const walk = (node: Node): void => {
    if (seen.has(node)) return
    seen.add(node)
    met.push(node)
    node.inputs.forEach(walk)
    finished.push(node)
  }
  walk(output)

  const distance = new Map(met.map((node) => [node, 0]))
  for (const node of finished.reverse()) {
    for (const input of node.inputs) {
      distance.set(input, Math.max(distance.get(input)!, distance.get(node)! + 1))
    }
  }
  // Array.sort is stable: equals stay in the order in which they were met.
  return met.sort((a, b) => distance.get(b)! - distance.get(a)!)
}
