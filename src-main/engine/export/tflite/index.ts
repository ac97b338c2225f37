// The formats `tflite`, `tflite-f16` and `tflite-int8`: one file, model.tflite.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
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

/** Weights have 11 bits of precision: a probability may move by a hundredth. */
export const tfliteF16 = format('float16', (graph) => toHalf(lower(prepared(graph))), { difference: 1e-2 })
