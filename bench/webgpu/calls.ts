// The kernels of ours that a training step of a model calls, from the layers of the model: what each is asked to do,
// the programs that it runs for that, what the package's kernel does instead, and the least that there is to do.
import { modelChoice } from '../../src-main/contract'
import type { Cost, Program } from '../../src-main/engine/backends/webgpu/program'
import * as norm from '../../src-main/engine/backends/webgpu/programs/batch-norm'
import { columnSums, planColumns } from '../../src-main/engine/backends/webgpu/programs/columns'
import { convolutionOf, type Convolution } from '../../src-main/engine/backends/webgpu/programs/convolution'
import * as depthwise from '../../src-main/engine/backends/webgpu/programs/depthwise'
import {
  filterGradient,
  planFilterGradient,
} from '../../src-main/engine/backends/webgpu/programs/filter-gradient'
import {
  inputGradient,
  planInputGradient,
} from '../../src-main/engine/backends/webgpu/programs/input-gradient'
import { maxPoolGradient } from '../../src-main/engine/backends/webgpu/programs/pool'
import { buildTransferModel } from '../../src-main/engine/models/applications/build'
import { buildFresh } from '../../src-main/engine/models/build'
import { tf } from '../../src-main/engine/tf'

export type KernelName =
  | 'Conv2DBackpropFilter'
  | 'Conv2DBackpropInput'
  | 'DepthwiseConv2dNativeBackpropFilter'
  | 'DepthwiseConv2dNativeBackpropInput'
  | 'MaxPoolGrad'
  | 'BatchNormTraining'
  | 'BatchNormTrainingGrad'

/** What the package's kernel takes; null where it has none. */
export interface Stock extends Cost {
  invocations: number
}

export interface Call {
  kernel: KernelName
  /** "64×16×16×32 → 16×16×64, 3×3". */
  shape: string
  geometry: Convolution
  /** How often a step calls it with this shape. */
  times: number
  programs: Program[]
  stock: Stock | null
  /** The terms that are not zero, and every tensor once. */
  least: Cost
}

export const models = {
  'seed CNN': () => buildFresh(modelChoice.parse({ name: 'cnn' }), { size: 32, classes: 10, seed: 1 }),
  'MobileNetV2, 96 px': () =>
    buildTransferModel({ name: 'mobilenet-v2' }, { size: 96, classes: 10, seed: 1, trainable: 'all' }),
} as const

interface Layer {
  getClassName(): string
  getConfig(): Record<string, unknown>
  input: unknown
  outputShape: unknown
}

/** The calls of one step in which all layers are trained, those of one shape together. */
export function callsOf(name: keyof typeof models, batch: number): Call[] {
  const model = models[name]()
  const calls = new Map<string, Call>()
  let first = true
  for (const layer of model.network.layers as unknown as Layer[]) {
    for (const call of callsOfLayer(layer, batch, first)) {
      const key = `${call.kernel} ${call.shape}`
      const known = calls.get(key)
      if (known) known.times++
      else calls.set(key, call)
      // Pictures are no weights: the first layer's input needs no gradient.
      first = false
    }
  }
  model.dispose()
  return [...calls.values()]
}

type Shape = [number, number, number, number]

function callsOfLayer(layer: Layer, batch: number, first: boolean): Call[] {
  const kind = layer.getClassName()
  const input = (layer.input as { shape?: (number | null)[] }).shape
  if (input?.length !== 4) return []
  const shape = [batch, ...input.slice(1)] as Shape
  const config = layer.getConfig() as Record<string, never>
  const { strides, padding } = config as { strides?: [number, number]; padding?: 'same' | 'valid' }
  if (kind === 'Conv2D') {
    const taps = config['kernelSize'] as [number, number]
    const filters = config['filters'] as number
    const info = tf.backend_util.computeConv2DInfo(shape, [...taps, shape[3], filters], strides!, 1, padding!)
    const c = convolutionOf(info)!
    return [filterCall(c), ...(first ? [] : [inputCall(c)])]
  }
  if (kind === 'DepthwiseConv2D') {
    const taps = config['kernelSize'] as [number, number]
    const info = tf.backend_util.computeConv2DInfo(
      shape,
      [...taps, shape[3], 1],
      strides!,
      1,
      padding!,
      undefined,
      true,
    )
    const c = convolutionOf(info)!
    return [depthwiseFilterCall(c), depthwiseInputCall(c)]
  }
  if (kind === 'MaxPooling2D') {
    const window = config['poolSize'] as [number, number]
    return [poolCall(convolutionOf(tf.backend_util.computePool2DInfo(shape, window, strides!, 1, padding!))!)]
  }
  return /BatchNormalization/.test(kind) ? normCalls(shape) : []
}

const describe = (c: Convolution) =>
  `${c.batch}×${c.inHeight}×${c.inWidth}×${c.inChannels} → ${c.outHeight}×${c.outWidth}×${c.outChannels}, ` +
  `${c.filterHeight}×${c.filterWidth}${c.strideHeight > 1 ? `, stride ${c.strideHeight}` : ''}`

const inputSize = (c: Convolution) => c.batch * c.inHeight * c.inWidth * c.inChannels
const outputSize = (c: Convolution) => c.batch * c.outHeight * c.outWidth * c.outChannels
const upTo = (count: number, by: number) => Math.ceil(count / by) * by

/** Along one side, the pairs of output and tap that meet the picture rather than its padding. */
function meetings(out: number, taps: number, stride: number, pad: number, size: number): number {
  let count = 0
  for (let o = 0; o < out; o++)
    for (let t = 0; t < taps; t++) if (o * stride + t - pad >= 0 && o * stride + t - pad < size) count++
  return count
}
const placesMet = (c: Convolution) =>
  c.batch *
  meetings(c.outHeight, c.filterHeight, c.strideHeight, c.padTop, c.inHeight) *
  meetings(c.outWidth, c.filterWidth, c.strideWidth, c.padLeft, c.inWidth)

function summed(parts: number, columns: number): Program[] {
  if (parts === 1) return []
  const plan = planColumns(parts, columns)
  return [columnSums(plan), ...summed(plan.parts, columns)]
}

/** One invocation for each weight goes over all places, two numbers read for each term. */
function filterCall(c: Convolution): Call {
  const plan = planFilterGradient(c)
  const weights = plan.rows * plan.columns
  const terms = placesMet(c) * c.inChannels * c.outChannels
  return {
    kernel: 'Conv2DBackpropFilter',
    shape: describe(c),
    geometry: c,
    times: 1,
    programs: [filterGradient(c, plan), ...summed(plan.parts, weights)],
    stock: { invocations: upTo(weights, 64), flops: 2 * terms, read: 8 * terms, written: 4 * weights },
    least: { flops: 2 * terms, read: 4 * (inputSize(c) + outputSize(c)), written: 4 * weights },
  }
}

/**
 * Four channels and two columns an invocation where both channels are multiples of four (24 numbers read for 32 terms),
 * else one number an invocation (two read for each term). Taps that a stride leaves out are skipped.
 */
function inputCall(c: Convolution): Call {
  const vectors = c.inChannels % 4 === 0 && c.outChannels % 4 === 0
  const terms = placesMet(c) * c.inChannels * c.outChannels
  const invocations = vectors
    ? upTo(c.inChannels / 4, 4) * upTo(Math.ceil(c.inWidth / 2), 4) * upTo(c.batch * c.inHeight, 4)
    : upTo(inputSize(c), 64)
  const weights = c.filterHeight * c.filterWidth * c.inChannels * c.outChannels
  return {
    kernel: 'Conv2DBackpropInput',
    shape: describe(c),
    geometry: c,
    times: 1,
    programs: [inputGradient(c, planInputGradient(c))],
    stock: {
      invocations,
      flops: 2 * terms,
      read: vectors ? 3 * terms : 8 * terms,
      written: 4 * inputSize(c),
    },
    least: { flops: 2 * terms, read: 4 * (outputSize(c) + weights), written: 4 * inputSize(c) },
  }
}

/** As the package's gradient of a convolution: one invocation for each weight. */
function depthwiseFilterCall(c: Convolution): Call {
  const plan = depthwise.planDepthwiseFilter(c)
  const weights = c.filterHeight * c.filterWidth * c.outChannels
  const terms = placesMet(c) * c.outChannels
  return {
    kernel: 'DepthwiseConv2dNativeBackpropFilter',
    shape: describe(c),
    geometry: c,
    times: 1,
    programs: [depthwise.depthwiseFilterGradient(c, plan), ...summed(plan.parts, weights)],
    stock: { invocations: upTo(weights, 64), flops: 2 * terms, read: 8 * terms, written: 4 * weights },
    least: { flops: 2 * terms, read: 4 * (inputSize(c) + outputSize(c)), written: 4 * weights },
  }
}

/** One invocation for each number, which goes over the taps that a stride leaves. */
function depthwiseInputCall(c: Convolution): Call {
  const terms = placesMet(c) * c.outChannels
  return {
    kernel: 'DepthwiseConv2dNativeBackpropInput',
    shape: describe(c),
    geometry: c,
    times: 1,
    programs: [depthwise.depthwiseInputGradient(c, depthwise.planDepthwiseInput(c))],
    stock: {
      invocations: upTo(inputSize(c), 64),
      flops: 2 * terms,
      read: 8 * terms,
      written: 4 * inputSize(c),
    },
    least: {
      flops: 2 * terms,
      read: 4 * (outputSize(c) + c.filterHeight * c.filterWidth * c.outChannels),
      written: 4 * inputSize(c),
    },
  }
}

/** First the place of each maximum, then for each number all windows that it is in, dy and place read for each. */
function poolCall(c: Convolution): Call {
  const met = placesMet(c) * c.inChannels
  return {
    kernel: 'MaxPoolGrad',
    shape: describe(c),
    geometry: c,
    times: 1,
    programs: [maxPoolGradient(c)],
    stock: {
      invocations: upTo(outputSize(c), 128) + upTo(inputSize(c), 64),
      flops: met,
      read: 4 * met + 8 * met,
      written: 4 * (outputSize(c) + inputSize(c)),
    },
    least: { flops: met, read: 4 * (inputSize(c) + outputSize(c)), written: 4 * inputSize(c) },
  }
}

/** The package has no such kernel: TensorFlow.js composes it of a dozen operations. */
function normCalls(shape: Shape): Call[] {
  const columns = shape[3]
  const rows = shape[0] * shape[1] * shape[2]
  const plan = planColumns(rows, columns)
  const all = 4 * rows * columns
  const geometry = {
    batch: shape[0],
    inHeight: shape[1],
    inWidth: shape[2],
    inChannels: columns,
  } as Convolution
  const base = { shape: shape.join('×'), geometry, times: 1, stock: null }
  return [
    {
      ...base,
      kernel: 'BatchNormTraining',
      programs: [norm.statisticsOfParts(plan), norm.statistics(plan, 1e-3), norm.normalise(rows, columns)],
      least: { flops: 8 * rows * columns, read: all, written: all },
    },
    {
      ...base,
      kernel: 'BatchNormTrainingGrad',
      programs: [
        norm.gradientsOfParts(plan),
        norm.parameterGradients(plan),
        norm.inputGradient(rows, columns),
      ],
      least: { flops: 13 * rows * columns, read: 2 * all, written: all },
    },
  ]
}

/** What the programs of a call take together. */
export function costOf({ programs }: Call): Stock {
  return programs.reduce(
    (sum, { size, groups, cost }) => ({
      invocations: sum.invocations + size * groups,
      flops: sum.flops + cost!.flops,
      read: sum.read + cost!.read,
      written: sum.written + cost!.written,
    }),
    { invocations: 0, flops: 0, read: 0, written: 0 },
  )
}
