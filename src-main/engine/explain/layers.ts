// What explanations need of a network's graph: the class scores before the softmax, the last feature map, and what
// the last layer is given.
import { innermostLayers } from '../models/weights'
import { tensorsOf, type Layer } from '../features/graph'
import { type LayersModel, type SymbolicTensor } from '../tf'

const convolutions = new Set(['Conv2D', 'DepthwiseConv2D', 'SeparableConv2D', 'Conv2DTranspose'])
/** Layers that only make a map smaller, larger or thinner: what they are given shows more of the same. */
const passing = new Set([
  'MaxPooling2D',
  'AveragePooling2D',
  'Dropout',
  'SpatialDropout2D',
  'ZeroPadding2D',
  'Reshape',
])

const isConvolution = (layer: Layer): boolean =>
  'layers' in layer
    ? innermostLayers(layer as LayersModel).some(isConvolution)
    : convolutions.has(layer.getClassName())

/**
 * The scores of the classes, before the softmax, [batch, classes].
 * @throws Error for a network whose last layer is no softmax of its own
 */
export function scoresOf({ outputs }: LayersModel): SymbolicTensor {
  const { sourceLayer, inputs } = outputs[0]!
  const { activation } = sourceLayer.getConfig() as { activation?: string }
  if (sourceLayer.getClassName() !== 'Activation' || activation !== 'softmax' || inputs.length !== 1)
    throw new Error(`The last layer, ${sourceLayer.name}, is no softmax`)
  return inputs[0]!
}

/** What the layer of the scores is given: the network's description of a picture, [batch, values]. */
export const penultimateOf = (network: LayersModel): SymbolicTensor => scoresOf(network).inputs[0]!

/**
 * The last feature map: the last tensor with rows and columns that a convolution led to, before any pooling of it,
 * and after its normalisation and activation. Maps of a single place tell nothing about places and are passed over.
 * @returns null where the network has none
 */
export function lastFeatureMap(network: LayersModel): SymbolicTensor | null {
  const order = tensorsOf(scoresOf(network))
  const convolved = new Set<SymbolicTensor>()
  for (const one of order)
    if (isConvolution(one.sourceLayer) || one.inputs.some((input) => convolved.has(input))) convolved.add(one)
  const isMap = ({ shape }: SymbolicTensor) => shape.length === 4 && shape[1]! * shape[2]! > 1
  return (
    order.findLast(
      (one) => isMap(one) && convolved.has(one) && !passing.has(one.sourceLayer.getClassName()),
    ) ?? null
  )
}
