// What a run's model says about pictures from anywhere.
import { stat } from 'node:fs/promises'
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
import { predictProbabilities, type ImageReader } from './models/inference'
import { loadModel } from './models/storage'
import { throwIfCancelled, type Task } from './task'
import { type LayersModel } from './tf'

/** Pictures that are in memory at a time: 100 MB at 1,024 pixels. */
const CHUNK = 32

interface LoadedModel {
  network: LayersModel
  description: ModelDescription
}

interface CachedModel {
  key: string
  model: Promise<LoadedModel>
  /** Calls that are predicting with it; its weights are freed when it was replaced and nobody is. */
  users: number
  replaced: boolean
}

/** The model used last: one tries several pictures on the same one. */
let cached: CachedModel | null = null

async function modelKey(folder: string): Promise<string> {
  const { mtimeMs, size } = await stat(join(folder, 'weights.bin')).catch(() => ({ mtimeMs: 0, size: 0 }))
  return `${folder}:${mtimeMs}:${size}`
}

const free = (entry: CachedModel): void => {
  if (entry.replaced && entry.users === 0)
    void entry.model.then(({ network }) => network.dispose()).catch(() => {})
}

/** Lends the model in `folder` to `use`; loads it only where it is not the one used last, or has changed. */
async function withModel<T>(folder: string, use: (model: LoadedModel) => Promise<T>): Promise<T> {
  const key = await modelKey(folder)
  if (cached?.key !== key) {
    if (cached) {
      cached.replaced = true
      free(cached)
    }
    cached = { key, model: loadModel(folder), users: 0, replaced: false }
  }
  const entry = cached
  entry.users++
  try {
    return await use(await entry.model)
  } catch (error) {
    // A model that could not be loaded is tried again the next time.
    await entry.model.catch(() => cached === entry && (cached = null))
    throw error
  } finally {
    entry.users--
    free(entry)
  }
}

/** Frees the model kept from the last prediction; for before its backend goes. */
export function forgetModel(): void {
  if (!cached) return
  cached.replaced = true
  free(cached)
  cached = null
}

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
  return await withModel(join(params.folder, 'model'), async ({ network, description }) => {
    const { labels, preprocessing } = description
    const result: Predictions = { run: params.run, labels, predictions: [], failed: [] }
    const total = params.pictures.length
    for (let done = 0; done < total; done += CHUNK) {
      throwIfCancelled(task)
      task.progress({ stage: 'predict', done, total, unit: 'images' })
      const chunk = params.pictures.slice(done, done + CHUNK)
      const decoded = await Promise.all(chunk.map((picture) => decode(picture, description)))
      const good = decoded.filter((one) => 'pixels' in one)
      for (const one of decoded) if ('message' in one) result.failed.push(one)
      if (good.length === 0) continue
      const quiet: Task = { signal: task.signal, progress: () => {} }
      const probabilities = await predictProbabilities(
        network,
        preprocessing,
        readerOf(preprocessing.size, good),
        Int32Array.from(good.keys()),
        compute,
        quiet,
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
