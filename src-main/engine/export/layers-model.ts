// A model in TensorFlow.js's layers format: model.json and weights.bin, as `tf.loadLayersModel` reads them anywhere.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { preprocess } from '../models/preprocess'
import { tf, type LayersModel, type Tensor, type Tensor4D } from '../tf'

export const MODEL_FILE = 'model.json'
export const WEIGHTS_FILE = 'weights.bin'

/** What the format's reader takes; TensorFlow.js names no type for it that can be imported. */
export type Artifacts = Parameters<Parameters<typeof tf.io.withSaveHandler>[0]>[0]

/** A network as plain values. */
export async function artifactsOf(network: LayersModel): Promise<Artifacts> {
  let taken: Artifacts | undefined
  await network.save(
    tf.io.withSaveHandler(async (artifacts) => {
      taken = artifacts
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) }
    }),
  )
  return taken!
}

/**
 * Writes model.json and weights.bin. Labels and preprocessing travel in `userDefinedMetadata`, where
 * `model.getUserDefinedMetadata()` gives them to any program.
 */
export async function writeLayersModel(
  folder: string,
  artifacts: Artifacts,
  description: ModelDescription,
): Promise<void> {
  const model = {
    format: 'layers-model',
    generatedBy: `TensorFlow.js ${tf.version.tfjs}`,
    convertedBy: `Cotejo ${description.cotejo}`,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: artifacts.weightSpecs }],
    userDefinedMetadata: description,
  }
  const weights = tf.io.CompositeArrayBuffer.join(artifacts.weightData)
  await writeFile(join(folder, WEIGHTS_FILE), new Uint8Array(weights))
  await writeFile(join(folder, MODEL_FILE), JSON.stringify(model))
}

/** Reads it back through the format's own loader, from the disk. */
async function readLayersModel(folder: string): Promise<LayersModel> {
  return await tf.loadLayersModel({
    load: async () => {
      const json = JSON.parse(await readFile(join(folder, MODEL_FILE), 'utf8'))
      return await tf.io.getModelArtifactsForJSON(json, async (manifest) => {
        const files = manifest.flatMap((group) => group.paths)
        const parts = await Promise.all(files.map((file) => readFile(join(folder, file))))
        const data = new Uint8Array(Buffer.concat(parts))
        return [manifest.flatMap((group) => group.weights), data.buffer]
      })
    },
  })
}

/** Pictures on which two copies of a model must agree: black, white, a ramp, and noise. Values 0 to 255. */
function probes(size: number): Tensor4D {
  const values = new Float32Array(4 * size * size * 3)
  const each = size * size * 3
  let state = 1
  for (let i = 0; i < each; i++) {
    values[each + i] = 255
    values[2 * each + i] = Math.floor((255 * (Math.floor(i / 3) % size)) / (size - 1))
    state = Math.imul(state, 1664525) + 1013904223
    values[3 * each + i] = state >>> 24
  }
  return tf.tensor4d(values, [4, size, size, 3])
}

/** Largest difference of a probability that passes for the same model. */
export const TOLERANCE = 1e-5

/**
 * Loads the model that was written in `folder` and compares what it says with what `network` says.
 * @returns the largest difference of a probability
 * @throws Error above 1e-5: the export is broken and must not be kept
 */
export async function checkLayersModel(
  folder: string,
  network: LayersModel,
  { preprocessing }: ModelDescription,
): Promise<number> {
  const copy = await readLayersModel(folder)
  const [ours, theirs] = tf.tidy(() => {
    const input = preprocess(probes(preprocessing.size), preprocessing)
    return [network.predict(input) as Tensor, copy.predict(input) as Tensor]
  })
  try {
    const [a, b] = await Promise.all([ours.data<'float32'>(), theirs.data<'float32'>()])
    const difference = a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i]!)), 0)
    if (a.length === b.length && difference <= TOLERANCE) return difference
    throw new Error(`The exported model does not say what the run's model says (difference ${difference}).`)
  } finally {
    tf.dispose([ours, theirs])
    copy.dispose()
  }
}
