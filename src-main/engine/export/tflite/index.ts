// The formats `tflite`, `tflite-f16` and `tflite-int8`: one file, model.tflite.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../contract'
import { EXACT, type ExportedRun, type Format, type Tolerance } from '../format'
import { type ModelGraph } from '../graph'
import { type Task } from '../../task'
import { about, type Precision } from './about'
import { tfliteFile } from './file'
import { toHalf } from './half'
import { lower } from './lower'
import { type TfliteModel } from './model'
import { openTflite } from './open'
import { prepared } from './prepare'
import { toWholeNumbers } from './quantize'
import { calibrate, rangeOf } from './quantize/calibrate'
import { equalizeChannels } from './quantize/equalize'
import { rangesInUse } from './quantize/saturation'

export const TFLITE_FILE = 'model.tflite'

type Make = (graph: ModelGraph, run: ExportedRun, task: Task) => TfliteModel | Promise<TfliteModel>

const format = (precision: Precision, make: Make, tolerance: Tolerance): Format => ({
  about: about(precision),
  async write(folder, run, task) {
    const graph = await run.graph()
    const model = await make(graph, run, task)
    const file = await open(join(folder, TFLITE_FILE), 'w')
    try {
      for (const part of tfliteFile(model, graph)) await file.writeFile(part)
    } finally {
      await file.close()
    }
  },
  open: (folder, { description }) => openTflite(join(folder, TFLITE_FILE), description.preprocessing.size),
  tolerance,
})

export const tflite = format('float32', (graph) => lower(prepared(graph)), EXACT)

/**
 * Weights have 11 bits of precision: a probability may move by a hundredth. A few pictures will do, as all else is as in
 * float32; where LiteRT has no half precision, as here, it takes three times as long.
 */
export const tfliteF16 = format('float16', (graph) => toHalf(lower(prepared(graph))), {
  difference: 1e-2,
  pictures: 12,
})

/** Pictures of the training set that ranges are found on. */
const CALIBRATION = 128

async function wholeNumbers(graph: ModelGraph, { pictures }: ExportedRun, task: Task): Promise<TfliteModel> {
  const seen = await pictures.take('train', CALIBRATION, task)
  if (!seen) {
    throw new UserError(
      'export-needs-pictures',
      'A model in whole numbers is fitted to pictures of its training set, and they are not in the library any more.',
      { hint: 'Import the dataset again, or export to tflite-f16, which needs no pictures.' },
    )
  }
  const simple = prepared(graph)
  const { graph: even, ranges } = equalizeChannels(simple, await calibrate(simple, seen, task))
  const whole = new Map([...ranges].map(([name, one]) => [name, rangeOf(one)]))
  return toWholeNumbers(lower(even), rangesInUse(even, whole))
}

/**
 * Whole numbers are coarse: what counts is the class, over enough pictures to see it, and the accuracy. Where the run's
 * model is nearly undecided itself, they may tip the scale (docs/decisions/0024).
 */
export const tfliteInt8 = format('int8', wholeNumbers, {
  agreement: 0.95,
  tie: 0.1,
  accuracy: 0.02,
  pictures: 100,
})
