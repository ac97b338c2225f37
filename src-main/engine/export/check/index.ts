// The parity check: what was written is loaded by a program that reads the format, gets raw pictures, and must say what
// the run's own model says. An export that fails is an error, and nothing is left of it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, type ExportCheck, type ExportFormat } from '../../../contract'
import { inferenceBatch } from '../../models/inference'
import { preprocess } from '../../models/preprocess'
import { throwIfCancelled, type Task } from '../../task'
import { tf, type Tensor } from '../../tf'
import { type Consumer, type ExportedRun, type Format } from '../format'
import { compareAnswers, type Comparison } from './compare'
import { patterns, type Pictures } from './pictures'

export const CHECK_FILE = 'check.json'

/** Pictures, unless a format asks for more. */
const PICTURES = 32

/** Calls `predict` for batches that fit into memory. */
async function inChunks(
  { count, pixels }: Pictures,
  size: number,
  task: Task,
  predict: (pixels: Uint8Array, count: number) => Promise<Float32Array>,
): Promise<Float32Array> {
  const each = size * size * 3
  const parts: Float32Array[] = []
  for (let at = 0; at < count; at += inferenceBatch(size)) {
    throwIfCancelled(task)
    const end = Math.min(count, at + inferenceBatch(size))
    parts.push(await predict(pixels.subarray(at * each, end * each), end - at))
  }
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** What the run's own model says, on the backend in use. */
async function ownAnswers(
  { network, description }: ExportedRun,
  pictures: Pictures,
  task: Task,
): Promise<Float32Array> {
  const { preprocessing } = description
  const { size } = preprocessing
  return await inChunks(pictures, size, task, async (pixels, count) => {
    const said = tf.tidy(() => {
      const images = tf.tensor4d(Int32Array.from(pixels), [count, size, size, 3], 'int32')
      return network.predict(preprocess(images, preprocessing)) as Tensor
    })
    try {
      return (await said.data()) as Float32Array
    } finally {
      said.dispose()
    }
  })
}

function failed(format: ExportFormat, runtime: string, found: Comparison): Error {
  const { largestDifference, agreement } = found
  return new UserError(
    'export-differs',
    `The exported model does not say what the run's model says: in ${runtime} a probability differs by ` +
      `${largestDifference.toPrecision(2)}, and ${Math.round(100 * agreement)} % of the answers are the same.`,
    {
      detail: { format, runtime, difference: largestDifference, agreement },
      hint: 'Nothing was written. Choose another format; and please report this, with the architecture of the run.',
    },
  )
}

async function compared(
  format: ExportFormat,
  { tolerance }: Format,
  run: ExportedRun,
  consumer: Consumer,
  task: Task,
): Promise<ExportCheck> {
  const { size } = run.description.preprocessing
  const found = await run.pictures.take('test', tolerance.pictures ?? PICTURES, task)
  const pictures = found ?? patterns(size)
  const ours = await ownAnswers(run, pictures, task)
  const theirs = await inChunks(pictures, size, task, (pixels, count) => consumer.predict(pixels, count))
  const comparison = compareAnswers(ours, theirs, run.description.labels.length, pictures.labels, tolerance)
  if (!comparison.passed) throw failed(format, consumer.runtime, comparison)
  const { largestDifference, agreement, accuracy } = comparison
  return {
    runtime: consumer.runtime,
    reason: null,
    pictures: { count: pictures.count, from: found ? 'test' : 'patterns' },
    largestDifference,
    agreement,
    accuracy,
  }
}

/**
 * Checks what a format wrote into `folder`, and writes the outcome beside it (check.json).
 * @throws UserError `export-differs` where it says something else than the run's model; `cancelled`
 */
export async function checkExport(
  name: ExportFormat,
  format: Format,
  folder: string,
  run: ExportedRun,
  task: Task,
): Promise<ExportCheck> {
  const consumer = await format.open(folder, run)
  let check: ExportCheck
  if ('reason' in consumer) {
    const { reason } = consumer
    check = {
      runtime: null,
      reason,
      pictures: null,
      largestDifference: null,
      agreement: null,
      accuracy: null,
    }
  } else {
    try {
      check = await compared(name, format, run, consumer, task)
    } finally {
      await consumer.dispose()
    }
  }
  const { difference = null, agreement = null, accuracy = null } = format.tolerance
  const written = { version: 1, format: name, ...check, tolerance: { difference, agreement, accuracy } }
  await writeFile(join(folder, CHECK_FILE), JSON.stringify(written, null, 2) + '\n')
  return check
}
