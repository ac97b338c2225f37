// Which values go through a model: what 8 bits have to cover is found by running it on pictures of the training set.
import { throwIfCancelled, type Task } from '../../../task'
import { tf, type Tensor, type Tensor4D } from '../../../tf'
import { type Pictures } from '../../check/pictures'
import { interpret, type ModelGraph } from '../../graph'
import { type Range } from './grid'

/** Pictures at a time. */
const BATCH = 8

/** Smallest and largest value of each channel of a tensor. */
export interface ChannelRanges {
  readonly low: Float32Array
  readonly high: Float32Array
}

/** Of all channels together. */
export const rangeOf = ({ low, high }: ChannelRanges): Range => [
  low.reduce((least, one) => Math.min(least, one), Infinity),
  high.reduce((most, one) => Math.max(most, one), -Infinity),
]

/** The extremes of each operation's output, as small tensors: the output itself is gone soon. */
function extremes(graph: ModelGraph, images: Tensor4D): Map<string, [Tensor, Tensor]> {
  const found = new Map<string, [Tensor, Tensor]>()
  const observe = (name: string, value: Tensor) => {
    const axes = Array.from({ length: value.rank - 1 }, (_, axis) => axis)
    found.set(name, [value.min(axes), value.max(axes)])
  }
  interpret(graph, images, ({ name, type }, value) => {
    if (type !== 'input' && type !== 'cast') observe(name, value)
  }).dispose()
  return found
}

/**
 * Whole ranges, not the parts where most values are: cutting off the few that are far out made a MobileNetV2 useless
 * (docs/decisions/0022).
 *
 * @param graph as the model is lowered from it
 * @returns of each operation's output, by its name, what its 8 bits shall cover
 */
export async function calibrate(
  graph: ModelGraph,
  { pixels, count }: Pictures,
  task: Task,
): Promise<Map<string, ChannelRanges>> {
  const { size } = graph.preprocessing
  const each = size * size * 3
  const ranges = new Map<string, ChannelRanges>()
  for (let at = 0; at < count; at += BATCH) {
    throwIfCancelled(task)
    task.progress({ stage: 'calibrate', done: at, total: count, unit: 'images' })
    const pictures = Math.min(BATCH, count - at)
    const part = Int32Array.from(pixels.subarray(at * each, (at + pictures) * each))
    const images: Tensor4D = tf.tensor4d(part, [pictures, size, size, 3], 'int32')
    for (const [name, ends] of extremes(graph, images)) {
      const [low, high] = (await Promise.all(ends.map((one) => one.data()))) as [Float32Array, Float32Array]
      const known = ranges.get(name)
      ranges.set(name, {
        low: known ? known.low.map((one, c) => Math.min(one, low[c]!)) : low,
        high: known ? known.high.map((one, c) => Math.max(one, high[c]!)) : high,
      })
      tf.dispose(ends)
    }
    images.dispose()
    // Whoever waits for the engine gets a turn.
    await new Promise(setImmediate)
  }
  task.progress({ stage: 'calibrate', done: count, total: count, unit: 'images' })
  return ranges
}
