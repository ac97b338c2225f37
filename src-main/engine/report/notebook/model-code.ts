// A run's model as Keras source: a function that builds it.
import { type Preprocessing, type TrainedRun, type UsedBase } from '../../../contract'
import { applicationGraph } from '../../models/applications/registry'
import { headGraph } from '../../models/applications/head'
import { nodesOf, type Node } from '../../models/applications/graph'
import { layersOf } from '../../models/registry'
import { chainLayerCode, graphLayerCode } from './layers-code'
import { pythonNumber } from './python'

/** Keras's function of each architecture; Cotejo Mini is this project's own and is written out. */
const functions: Record<Exclude<UsedBase['architecture'], 'cotejo-mini'>, string> = {
  mobilenet: 'MobileNet',
  'mobilenet-v2': 'MobileNetV2',
  'mobilenet-v3-small': 'MobileNetV3Small',
  'mobilenet-v3-large': 'MobileNetV3Large',
  'efficientnet-b0': 'EfficientNetB0',
  'efficientnet-b1': 'EfficientNetB1',
  'efficientnet-b2': 'EfficientNetB2',
  'efficientnet-b3': 'EfficientNetB3',
  'efficientnet-v2-b0': 'EfficientNetV2B0',
  vgg16: 'VGG16',
  vgg19: 'VGG19',
  resnet50: 'ResNet50',
  resnet101: 'ResNet101',
  resnet152: 'ResNet152',
  densenet121: 'DenseNet121',
  'convnext-tiny': 'ConvNeXtTiny',
}

/** Families that come in several widths. */
const widths = /^mobilenet/

/** 1 / 255 reads better than 0.00392156862745098. */
function scaleText(scale: number): string {
  for (const part of [255, 127.5]) if (scale === 1 / part) return `1 / ${part}`
  return pythonNumber(scale)
}

/**
 * What happens to pixel values 0 to 255, as layers on `x`. In the order of the steps of the contract: channels turned
 * round, scale, offset, deviation.
 */
export function preprocessingCode({ scale, offset, deviation, channels }: Preprocessing): string[] {
  const lines: string[] = []
  if (channels === 'bgr') lines.push('x = keras.ops.flip(x, axis=-1)')
  const even = offset.every((one) => one === offset[0])
  const plain = even && !deviation
  if (plain) {
    const shift = offset[0] === 0 ? '' : `, offset=${pythonNumber(offset[0])}`
    if (scale !== 1 || offset[0] !== 0) lines.push(`x = layers.Rescaling(${scaleText(scale)}${shift})(x)`)
    return lines
  }
  if (scale !== 1) lines.push(`x = layers.Rescaling(${scaleText(scale)})(x)`)
  const list = (values: readonly number[]) => `[${values.map(pythonNumber).join(', ')}]`
  const mean = list(offset.map((one) => (one === 0 ? 0 : -one)))
  const variance = list((deviation ?? [1, 1, 1]).map((one) => Number((one * one).toPrecision(12))))
  lines.push(`x = layers.Normalization(mean=${mean}, variance=${variance})(x)`)
  return lines
}

function chainBody({ model, preprocessing, labels }: TrainedRun): string[] {
  if (model.name === 'transfer') throw new Error('A transfer model is no chain')
  const chain = layersOf(model, preprocessing.size, labels.length)
  return chain.map((layer) => `x = ${chainLayerCode(layer)}(x)`)
}

/** The layers of a graph without branches as lines; `known` are there already. */
function graphBody(output: Node, known: ReadonlySet<Node> = new Set()): string[] {
  const nodes = nodesOf(output).filter((node) => !known.has(node) && node.spec.type !== 'InputLayer')
  return nodes.map((node) => {
    if (node.inputs.length !== 1) throw new Error(`${node.name} has ${node.inputs.length} inputs`)
    return `x = ${graphLayerCode(node.name, node.spec)}(x)`
  })
}

/** The base alone, as a model of its own: its lines define `base`. */
function baseLines(base: UsedBase, size: number): string[] {
  const shape = `(${size}, ${size}, 3)`
  if (base.architecture === 'cotejo-mini') {
    const graph = applicationGraph({ name: base.architecture, alpha: base.alpha }, size)
    return [
      `pixels = keras.Input(${shape})`,
      'x = pixels',
      ...graphBody(graph),
      'base = keras.Model(pixels, x, name="base")',
    ]
  }
  const name = functions[base.architecture]
  const alpha = widths.test(base.architecture) ? `, alpha=${pythonNumber(base.alpha)}` : ''
  return [
    `base = keras.applications.${name}(`,
    `    input_shape=${shape}${alpha}, include_top=False, weights=None, name="base"`,
    ')',
  ]
}

function transferBody(run: TrainedRun, weights: string | null, training: string): string[] {
  const { model, base, preprocessing, labels } = run
  if (model.name !== 'transfer' || !base) throw new Error('A transfer model needs its base')
  const features = applicationGraph({ name: base.architecture, alpha: base.alpha }, preprocessing.size)
  const { probabilities } = headGraph(features, model.options.head, labels.length)
  return [
    ...baseLines(base, preprocessing.size),
    ...(weights === null ? [] : [weights]),
    'x = inputs',
    ...preprocessingCode(preprocessing),
    `x = base(x${training})`,
    ...graphBody(probabilities, new Set(nodesOf(features))),
  ]
}

/**
 * The lines that build a run's model, from `inputs` (pixel values 0 to 255) to `keras.Model`.
 * @param weights Python statement that gives `base` its weights; null for random ones
 * @param training `, training=False` where the base runs as at inference
 */
export function modelLines(run: TrainedRun, weights: string | null, training: string): string[] {
  const { size } = run.preprocessing
  const lines =
    run.model.name === 'transfer'
      ? transferBody(run, weights, training)
      : ['x = inputs', ...preprocessingCode(run.preprocessing), ...chainBody(run)]
  return [
    `inputs = keras.Input((${size}, ${size}, 3))`,
    ...lines,
    `model = keras.Model(inputs, x, name="model")`,
  ]
}
