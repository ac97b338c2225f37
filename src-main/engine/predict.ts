// What a run's model says about pictures from anywhere.
import { basename, join } from 'node:path'
import {
  UserError,
  type EngineCallParams,
  type ModelDescription,
  type Picture,
  type Predictions,
} from '../contract'
import { type Compute } from './compute'
import { decodePicture } from './data/decode'
import { argmaxRows } from './evaluation/confusion'
import { compileForward, predictProbabilities, type ImageReader } from './models/inference'
import { withModel } from './models/pool'
import { throwIfCancelled, type Task } from './task'

/** Pictures that are in memory at a time: 100 MB at 1,024 pixels. */
const CHUNK = 32

const nameOf = (picture: Picture): string => ('path' in picture ? basename(picture.path) : picture.name)

type Decoded = { file: string; pixels: Uint8Array } | { file: string; message: string }

async function decode(picture: Picture, { preprocessing }: ModelDescription): Promise<Decoded> {
  const file = nameOf(picture)
  try {
    const source = 'path' in picture ? picture.path : Buffer.from(picture.base64, 'base64')
    return { file, pixels: await decodePicture(source, preprocessing) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { file, message: error.message }
  }
}

/** Pictures in memory as the reader that inference takes. */
const readerOf = (size: number, pictures: readonly { pixels: Uint8Array }[]): ImageReader => ({
  size,
  read(indices, into) {
    for (let i = 0; i < indices.length; i++) {
      const { pixels } = pictures[indices[i]!]!
      into.set(pixels, i * pixels.length)
    }
  },
})

/**
 * Classifies pictures with a run's model, each prepared as the model was trained on.
 *
 * @param params `folder` is the run's; a picture is a path or bytes
 * @returns predictions in the order of the pictures; those that cannot be read are in `failed`, each with its reason
 * @throws UserError `run-not-finished` where there is no model, `cancelled`
 */
export async function predictPictures(
  params: EngineCallParams<'predict'>,
  compute: Compute,
  task: Task,
): Promise<Predictions> {
  return await withModel(join(params.folder, 'model'), async ({ network, description, once }) => {
    const { labels, preprocessing } = description
    const result: Predictions = { run: params.run, labels, predictions: [], failed: [] }
    const forward = once('predict', compute, () => compileForward(network, preprocessing, compute))
    const total = params.pictures.length
    for (let done = 0; done < total; done += CHUNK) {
      throwIfCancelled(task)
      task.progress({ stage: 'predict', done, total, unit: 'images' })
      const chunk = params.pictures.slice(done, done + CHUNK)
      const decoded = await Promise.all(chunk.map((picture) => decode(picture, description)))
      const good = decoded.filter((one) => 'pixels' in one)
      decoded.forEach((one, at) => {
        if ('message' in one) result.failed.push({ ...one, place: done + at })
      })
      if (good.length === 0) continue
      const quiet: Task = { signal: task.signal, progress: () => {} }
      const probabilities = await predictProbabilities(
        network,
        preprocessing,
        readerOf(preprocessing.size, good),
        Int32Array.from(good.keys()),
        compute,
        quiet,
        forward,
      )
      argmaxRows(probabilities, labels.length).forEach((best, i) => {
        const row = Array.from(probabilities.subarray(i * labels.length, (i + 1) * labels.length))
        result.predictions.push({
          file: good[i]!.file,
          label: labels[best]!,
          confidence: row[best]!,
          probabilities: row,
        })
      })
    }
    task.progress({ stage: 'predict', done: total, total, unit: 'images' })
    return result
  })
}
