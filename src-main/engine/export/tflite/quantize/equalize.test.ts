// Channels brought to one range: the model says the same, and its tensors are better covered.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { modelDescription } from '../../../../contract'
import { rng } from '../../../rng'
import { quietTask } from '../../../task'
import { openWasm } from '../../../backends/wasm'
import { type Compute } from '../../../compute'
import { tf, type Tensor4D } from '../../../tf'
import { bareFacts } from '../../facts'
import { interpret, type ModelGraph, type Operation, type Weight } from '../../graph'
import { calibrate } from './calibrate'
import { equalizeChannels } from './equalize'

let compute: Compute
beforeAll(async () => {
  compute = await openWasm()
})
afterAll(() => compute.dispose())

const SIZE = 8
const random = rng(1, 'equalize')
const weight = (...shape: number[]): Weight => ({
  shape,
  values: Float32Array.from(
    { length: shape.reduce((all, side) => all * side, 1) },
    () => random.next() - 0.5,
  ),
})
const window = {
  window: [1, 1],
  strides: [1, 1],
  dilations: [1, 1],
  padding: 'valid',
  border: { top: 0, bottom: 0, left: 0, right: 0 },
} as const
const CHANNELS = 4
const picture = [-1, SIZE, SIZE, CHANNELS]

/** Two layers whose sum goes into two others, as in an inverted residual; the channels differ by a hundred times. */
function graphOf(): ModelGraph {
  const uneven = (kernel: Weight): Weight => ({
    ...kernel,
    values: kernel.values.map((one, i) => one * [1, 0.2, 0.05, 0.01][i % CHANNELS]!),
  })
  const convolution = (name: string, from: string, inputs: number, outputs: number): Operation => ({
    type: 'conv2d',
    name,
    inputs: [from],
    shape: [-1, SIZE, SIZE, outputs],
    kernel: weight(1, 1, inputs, outputs),
    bias: weight(outputs),
    ...window,
  })
  const a = { ...convolution('a', 'pixels', 3, CHANNELS) } as Extract<Operation, { type: 'conv2d' }>
  const b = { ...convolution('b', 'pixels', 3, CHANNELS) } as Extract<Operation, { type: 'conv2d' }>
  const operations: Operation[] = [
    { type: 'input', name: 'image', inputs: [], shape: [-1, SIZE, SIZE, 3] },
    { type: 'cast', name: 'pixels', inputs: ['image'], shape: [-1, SIZE, SIZE, 3] },
    { ...a, kernel: uneven(a.kernel), bias: uneven(a.bias!) },
    { ...b, kernel: uneven(b.kernel), bias: uneven(b.bias!) },
    { type: 'add', name: 'sum', inputs: ['a', 'b'], shape: picture },
    { type: 'depthwiseConv2d', name: 'depthwise', inputs: ['sum'], shape: picture, kernel: weight(1, 1, CHANNELS, 1), bias: weight(CHANNELS), ...window }, // prettier-ignore
    { type: 'activation', name: 'relu', inputs: ['depthwise'], shape: picture, function: 'relu6' },
    convolution('c', 'relu', CHANNELS, 5),
    { type: 'globalAveragePool', name: 'average', inputs: ['c'], shape: [-1, 5] },
    {
      type: 'dense',
      name: 'logits',
      inputs: ['average'],
      shape: [-1, 2],
      kernel: weight(5, 2),
      bias: weight(2),
    },
    { type: 'activation', name: 'probabilities', inputs: ['logits'], shape: [-1, 2], function: 'softmax' },
  ]
  const preprocessing = { size: SIZE, resize: 'fit', scale: 1, offset: [0, 0, 0], channels: 'rgb' } as const
  const labels = ['a', 'b']
  const description = modelDescription.parse({
    version: 1,
    model: { name: 'cnn' },
    labels,
    preprocessing,
    parameters: 1,
    trainableParameters: 1,
    cotejo: '0.1.0',
  })
  const facts = bareFacts('x', description)
  return {
    operations,
    output: 'probabilities',
    labels,
    preprocessing: description.preprocessing,
    description,
    facts,
  }
}

test('says the same, and no channel of a sum is left with a few steps', async () => {
  const graph = graphOf()
  const count = 4
  const pixels = Uint8Array.from({ length: count * SIZE * SIZE * 3 }, () => random.next() * 256)
  const ranges = await calibrate(graph, { count, pixels, labels: null }, quietTask())
  const even = equalizeChannels(graph, ranges)
  const images = tf.tensor4d(Int32Array.from(pixels), [count, SIZE, SIZE, 3], 'int32') as Tensor4D
  const [before, after] = [interpret(graph, images), interpret(even.graph, images)]
  const [ours, theirs] = [before.dataSync<'float32'>(), after.dataSync<'float32'>()]
  ours.forEach((one, i) => expect(theirs[i]).toBeCloseTo(one, 4))
  tf.dispose([images, before, after])

  const share = ({ low, high }: { low: Float32Array; high: Float32Array }) => {
    const sizes = Array.from(low, (one, c) => Math.max(-one, high[c]!))
    return Math.min(...sizes) / Math.max(...sizes)
  }
  expect(share(ranges.get('sum')!)).toBeLessThan(0.05)
  expect(share(even.ranges.get('sum')!)).toBeGreaterThan(5 * share(ranges.get('sum')!))
  expect(share(even.ranges.get('c')!)).toBeGreaterThan(0.5)
  // What the ranges say is what the graph does.
  const seen = await calibrate(even.graph, { count, pixels, labels: null }, quietTask())
  for (const [name, { high }] of even.ranges)
    high.forEach((one, c) => expect(seen.get(name)!.high[c]).toBeCloseTo(one, 2))
  // A ReLU that ends at 6 ends where it did.
  expect(even.ranges.get('relu')).toEqual(ranges.get('relu'))
})
