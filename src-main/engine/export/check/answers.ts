// What the run's own model says about the pictures of a check: once for all formats of an export.
import { type Task, throwIfCancelled } from '../../task'
import { inferenceBatch } from '../../models/inference'
import { preprocess } from '../../models/preprocess'
import { tf, type Tensor, type Tensor4D } from '../../tf'
import { type ExportedRun } from '../format'
import { foldBatchNormalization, interpret } from '../graph'
import { patterns, type Pictures } from './pictures'

/** Row by row, pictures × classes. */
type Answers = Float32Array

export interface OwnAnswers {
  readonly pictures: Pictures
  readonly from: 'test' | 'patterns'
  readonly said: Answers
  /**
   * What the same weights say on the same backend when they are multiplied and summed in another order: batch
   * normalization folded into the kernels. The largest difference is what rounding alone makes of this model.
   */
  rounding(): Promise<number>
}

/** Asks about batches of pictures that fit into memory, one after the other. */
export async function inBatches(
  { count, pixels }: Pictures,
  size: number,
  task: Task,
  predict: (pixels: Uint8Array, count: number) => Promise<Answers>,
): Promise<Answers> {
  const each = size * size * 3
  const parts: Answers[] = []
  for (let at = 0; at < count; at += inferenceBatch(size)) {
    throwIfCancelled(task)
    const end = Math.min(count, at + inferenceBatch(size))
    parts.push(await predict(pixels.subarray(at * each, end * each), end - at))
    await new Promise(setImmediate)
  }
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Asks `predict`, which gets a tensor of 8-bit values. */
const asked = (pictures: Pictures, size: number, task: Task, predict: (images: Tensor4D) => Tensor) =>
  inBatches(pictures, size, task, async (pixels, count) => {
    const said = tf.tidy(() => predict(tf.tensor4d(Int32Array.from(pixels), [count, size, size, 3], 'int32')))
    try {
      return (await said.data()) as Answers
    } finally {
      said.dispose()
    }
  })

async function answersOf(run: ExportedRun, count: number, task: Task): Promise<OwnAnswers> {
  const { network, description } = run
  const { preprocessing } = description
  const { size } = preprocessing
  const found = await run.pictures.take('test', count, task)
  const pictures = found ?? patterns(size)
  const said = await asked(
    pictures,
    size,
    task,
    (images) => network.predict(preprocess(images, preprocessing)) as Tensor,
  )
  let rounding: Promise<number> | null = null
  const measure = async (): Promise<number> => {
    const folded = foldBatchNormalization(await run.graph())
    const other = await asked(pictures, size, task, (images) => interpret(folded, images))
    return said.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i]!)), 0)
  }
  return { pictures, from: found ? 'test' : 'patterns', said, rounding: () => (rounding ??= measure()) }
}

const known = new WeakMap<ExportedRun, Map<number, OwnAnswers>>()

/** @param count of test pictures; patterns where there are none */
export async function ownAnswers(run: ExportedRun, count: number, task: Task): Promise<OwnAnswers> {
  const ofRun = known.get(run) ?? new Map<number, OwnAnswers>()
  known.set(run, ofRun)
  const answers = ofRun.get(count) ?? (await answersOf(run, count, task))
  ofRun.set(count, answers)
  return answers
}
