// The weights of an architecture's layers, known without building one: what a weight file must hold.
import type { WantedLayer } from '../weights-file/match'
import { factsOf } from './facts'
import { nodesOf, type Node } from './graph'
import type { LayerSpec } from './specs'

type Shape = readonly number[]

/** In Keras's order: kernel and bias; gamma, beta, moving mean, moving variance; mean, variance, count. */
function shapesOf(spec: LayerSpec, channels: number): Shape[] {
  const bias = (units: number, useBias = true): Shape[] => (useBias ? [[units]] : [])
  const vectors = (count: number): Shape[] => Array.from({ length: count }, () => [channels])
  switch (spec.type) {
    case 'Conv2D':
      return [[spec.kernel, spec.kernel, channels, spec.filters], ...bias(spec.filters, spec.useBias)]
    case 'DepthwiseConv2D':
      return [[spec.kernel, spec.kernel, channels, 1], ...bias(channels, spec.useBias)]
    case 'Dense':
      return [[channels, spec.units], ...bias(spec.units)]
    case 'BatchNormalization':
      return vectors(4)
    case 'LayerNormalization':
      return vectors(2)
    case 'LayerScale':
      return vectors(1)
    case 'Normalization':
      return spec.mean ? [] : [...vectors(2), []]
    default:
      return []
  }
}

function layersIn(name: string, spec: LayerSpec, input: Shape): WantedLayer[] {
  if (spec.type !== 'Sequential') {
    const shapes = shapesOf(spec, input[input.length - 1] ?? 0)
    return shapes.length === 0 ? [] : [{ name, className: spec.type, shapes }]
  }
  let shape = input
  return spec.layers.flatMap(([own, inner]) => {
    const found = layersIn(own, inner, shape)
    shape = factsOf(inner, [shape]).shape
    return found
  })
}

/** The layers with weights that lead to `output`, in Keras's order, those of layers within layers in their place. */
export const weightShapes = (output: Node): WantedLayer[] =>
  nodesOf(output).flatMap(({ name, spec, inputs }) => layersIn(name, spec, inputs[0]?.shape ?? []))
