// The multiply-adds of one picture's way through a network: what papers compare architectures by. As they do, the
// products of convolutions and dense layers are counted, and what is small beside them is not: biases, activations,
// pools, scalings, and normalisations, which at inference are a factor and a shift.
import { innermostLayers } from '../../models/weights'
import { type LayersModel, type SymbolicTensor } from '../../tf'

type Layer = LayersModel['layers'][number]
type Call = Layer['inboundNodes'][number]

/** Layers with weights that multiply nothing together. */
const scalings = new Set(['BatchNormalization', 'LayerNormalization', 'LayerScale', 'Normalization'])

const product = (sides: readonly (number | null)[]) => sides.reduce<number>((all, side) => all * side!, 1)

/** Places of NHWC pictures: height × width; 1 of vectors. */
const places = ([tensor]: readonly SymbolicTensor[]) => product(tensor!.shape.slice(1, -1))

const sizes = (layer: Layer) => layer.weights.map((weight) => product(weight.shape))

/** Of one call of a layer; null where it is not known what the layer computes. */
function ofCall(layer: Layer, { inputTensors, outputTensors }: Call): number | null {
  const [kernel, second] = sizes(layer)
  switch (layer.getClassName()) {
    // At each place of the output every number of the kernel is used once, for a depthwise one too.
    case 'Conv2D':
    case 'DepthwiseConv2D':
      return places(outputTensors) * kernel!
    case 'SeparableConv2D':
      return places(outputTensors) * (kernel! + second!)
    case 'Conv2DTranspose':
      return places(inputTensors) * kernel!
    case 'Dense':
      return places(outputTensors) * kernel!
    default:
      return layer.weights.length === 0 || scalings.has(layer.getClassName()) ? 0 : null
  }
}

/**
 * Multiply-adds of one picture, forward.
 * @param network of one input size; layers that are used several times count each time
 * @returns null where a layer has weights and is not known here: no figure is better than a wrong one
 */
export function multiplyAdds(network: LayersModel): number | null {
  let sum = 0
  for (const layer of innermostLayers(network)) {
    for (const call of layer.inboundNodes) {
      const one = ofCall(layer, call)
      if (one === null || !Number.isFinite(one)) return null
      sum += one
    }
  }
  return sum
}
