// What a file's input and output are called, whatever the layers of the model are called.
import { type ModelGraph, type Operation } from './graph'

/** Names that users of a file write into their programs. */
export const INPUT = 'image'
export const OUTPUT = 'probabilities'

/** The graph with its input and output named so. */
export function withEndNames(graph: ModelGraph): ModelGraph {
  const names = new Map([
    [graph.operations[0]!.name, INPUT],
    [graph.output, OUTPUT],
  ])
  const rename = (name: string): string => {
    const end = names.get(name)
    if (end) return end
    // Another layer may have that name by chance. Operations' own names hold no `/`.
    return name === INPUT || name === OUTPUT ? `${name}/layer` : name
  }
  const operations = graph.operations.map((one): Operation => ({
    ...one,
    name: rename(one.name),
    inputs: one.inputs.map(rename),
  }))
  return { ...graph, operations, output: OUTPUT }
}
