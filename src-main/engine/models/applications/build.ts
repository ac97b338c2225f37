// From an application's name to a network: the base alone, or with a head, ready to be trained.
import type { HeadOptions, PixelScaling, TrainablePart } from '../../../contract'
import { tf, type LayersModel, type SymbolicTensor } from '../../tf'
import type { ImageModel } from '../build'
import { countElements, trainableWeights } from '../weights'
import { buildLayers } from './graph-layers'
import { layersOf, nodesOf, type Node } from './graph'
import { headGraph, linearHead } from './head'
import { applicationGraph, applicationScaling, type ApplicationChoice } from './registry'
import { setTrainable } from './trainable'

export interface BaseInput {
  /** Side of the square RGB input in pixels. */
  size: number
  /** Factor of the width, where the family has one; 1 where it is left out. */
  alpha?: number
  /** For fresh weights; null makes all kernels zeros, for weights that are loaded. */
  seed: number | null
}

export interface TransferInput {
  /** Side of the square RGB input in pixels. */
  size: number
  classes: number
  /** The run's seed. */
  seed: number
  /** A linear classifier on the global average where it is left out. */
  head?: HeadOptions
  /** What trains; everything where it is left out. */
  trainable?: TrainablePart
  /** The base's weights are going to be loaded: none are drawn. */
  pretrained?: boolean
}

/** A base with a head on it, in one flat network: the base's layers, then the head's. */
export interface TransferModel extends ImageModel {
  /** The same layers and weights up to the features: what pretrained weights are loaded into. */
  readonly base: LayersModel
  /** What published weights expect of pixel values. */
  readonly scaling: PixelScaling
  readonly head: HeadOptions
}

function modelOf(name: string, tensors: Map<Node, SymbolicTensor>, output: Node): LayersModel {
  const input = [...tensors.keys()].find((node) => node.spec.type === 'InputLayer')!
  return tf.model({ name, inputs: tensors.get(input)!, outputs: tensors.get(output)! })
}

/**
 * Builds a base without its top: NHWC pictures, preprocessed by `scaling`, in; features out.
 * @throws UserError `model-unknown`, `model-input-too-small`, or `invalid-argument` for an alpha never published
 */
export function buildApplication(
  name: ApplicationChoice['name'],
  { size, alpha, seed }: BaseInput,
): { base: LayersModel; scaling: PixelScaling } {
  const features = applicationGraph({ name, alpha }, size)
  const tensors = buildLayers(features, () => seed)
  return { base: modelOf('base', tensors, features), scaling: applicationScaling(name) }
}

/**
 * Builds a base with a head.
 * @throws UserError as `buildApplication` does
 */
export function buildTransferModel(choice: ApplicationChoice, input: TransferInput): TransferModel {
  const { size, seed, classes, head = linearHead } = input
  const features = applicationGraph(choice, size)
  const ofBase = new Set(nodesOf(features))
  const order = layersOf(features).map((node) => node.name)
  const { logits, probabilities } = headGraph(features, head, classes)
  const tensors = buildLayers(probabilities, (node) => (input.pretrained && ofBase.has(node) ? null : seed))
  const network = modelOf('network', tensors, probabilities)
  const base = modelOf('base', tensors, features)
  const made: TransferModel = {
    network,
    base,
    logits: modelOf('logits', tensors, logits),
    choice,
    scaling: applicationScaling(choice.name),
    head,
    inputSize: size,
    parameters: network.countParams(),
    get trainableParameters() {
      return countElements(trainableWeights(network))
    },
    setTrainable(part, mode = 'auto') {
      setTrainable(base, order, part, mode === 'auto' ? !!input.pretrained : mode === 'inference')
    },
    // All three models hold the same layers: disposing of one frees them.
    dispose: () => void network.dispose(),
  }
  made.setTrainable(input.trainable ?? 'all')
  return made
}
