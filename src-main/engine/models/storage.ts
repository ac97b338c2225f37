// A trained model on disk, in TensorFlow.js's layers format so that any TensorFlow.js program can read it:
// model.json (topology and the list of weights), weights.bin (float32, little endian), and metadata.json, which is
// ours: labels, preprocessing, where the model comes from.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modelDescription, UserError, type ModelDescription } from '../../contract'
import { tf, type LayersModel } from '../tf'
// Loading a model needs these classes registered.
import './applications/layers'
import './layers/batchNormalization'
import './layers/dropout'

const metadata = 'metadata.json'
const pretty = (value: unknown) => JSON.stringify(value, null, 2) + '\n'

/**
 * Writes a model's folder; it appears whole or not at all.
 * @param folder is replaced where it exists
 */
export async function saveModel(
  folder: string,
  network: LayersModel,
  description: ModelDescription,
): Promise<void> {
  const partial = `${folder}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true })
  try {
    await network.save(
      tf.io.withSaveHandler(async (artifacts) => {
        const weights = tf.io.CompositeArrayBuffer.join(artifacts.weightData)
        const model = {
          format: 'layers-model',
          generatedBy: `TensorFlow.js ${tf.version.tfjs}`,
          convertedBy: null,
          modelTopology: artifacts.modelTopology,
          weightsManifest: [{ paths: ['weights.bin'], weights: artifacts.weightSpecs }],
        }
        await writeFile(join(partial, 'weights.bin'), new Uint8Array(weights))
        await writeFile(join(partial, 'model.json'), pretty(model))
        return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) }
      }),
    )
    await writeFile(join(partial, metadata), pretty(description))
    await rm(folder, { recursive: true, force: true })
    await rename(partial, folder)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

/** Replaces metadata.json alone, for instance once the test accuracy is known. */
export async function writeDescription(folder: string, description: ModelDescription): Promise<void> {
  const partial = join(folder, `${metadata}.partial`)
  await writeFile(partial, pretty(description))
  await rename(partial, join(folder, metadata))
}

/**
 * Reads what `saveModel` wrote.
 * @throws UserError `run-not-finished` where there is no model, `file-unreadable` where a file is damaged
 */
export async function loadModel(
  folder: string,
): Promise<{ network: LayersModel; description: ModelDescription }> {
  const read = async (file: string) => {
    try {
      return await readFile(join(folder, file))
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
      throw new UserError('run-not-finished', 'There is no trained model here.', {
        detail: { folder },
        hint: 'Train the run to its end, or choose a run that has ended.',
        cause,
      })
    }
  }
  const [model, weights, about] = [await read('model.json'), await read('weights.bin'), await read(metadata)]
  const damaged = (file: string, cause?: unknown) =>
    new UserError('file-unreadable', `${file} of the model is damaged.`, {
      detail: { file: join(folder, file) },
      hint: 'Train the run again, or put back a copy of its model folder.',
      cause,
    })

  let description: ModelDescription
  try {
    description = modelDescription.parse(JSON.parse(about.toString()))
  } catch (cause) {
    throw damaged(metadata, cause)
  }
  let network: LayersModel
  try {
    const { modelTopology, weightsManifest } = JSON.parse(model.toString())
    const weightSpecs = weightsManifest[0].weights as { shape: number[] }[]
    const bytes = weightSpecs.reduce((sum, w) => sum + 4 * w.shape.reduce((a, b) => a * b, 1), 0)
    if (bytes !== weights.byteLength) throw damaged('weights.bin')
    const weightData = new Uint8Array(weights).buffer
    network = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData } as never))
  } catch (cause) {
    throw cause instanceof UserError ? cause : damaged('model.json', cause)
  }
  return { network, description }
}
