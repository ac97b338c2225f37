// A model in TensorFlow.js's layers format: model.json and weights.bin, as `tf.loadLayersModel` reads them anywhere.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ModelDescription } from '../../contract'
import { preprocess } from '../models/preprocess'
import { tf, type LayersModel, type Tensor } from '../tf'
import { type RunFacts } from './facts'
import { type Consumer } from './format'
import { identityOf } from './identity'

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
  facts: RunFacts,
): Promise<void> {
  const model = {
    format: 'layers-model',
    generatedBy: `TensorFlow.js ${tf.version.tfjs}`,
    convertedBy: `Cotejo ${description.cotejo}`,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: artifacts.weightSpecs }],
    userDefinedMetadata: { ...description, facts },
  }
  const weights = tf.io.CompositeArrayBuffer.join(artifacts.weightData)
  await writeFile(join(folder, WEIGHTS_FILE), new Uint8Array(weights))
  await writeFile(join(folder, MODEL_FILE), JSON.stringify(model))
}

/** Of a layers model, as TensorFlow.js gets it. */
export const layersIdentity = (
  { modelTopology, weightSpecs }: Pick<Artifacts, 'modelTopology' | 'weightSpecs'>,
  weights: Uint8Array,
): string =>
  identityOf('TensorFlow.js layers', JSON.stringify(modelTopology), JSON.stringify(weightSpecs), weights)

/** Of the layers model in `folder`. */
export async function identityOfLayersModel(folder: string): Promise<string> {
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(join(folder, MODEL_FILE), 'utf8'))
  const weights = await readFile(join(folder, WEIGHTS_FILE))
  return layersIdentity({ modelTopology, weightSpecs: weightsManifest[0].weights }, weights)
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

/** A layers model, with the preprocessing that its reader has to do. */
export function consumerOf(model: LayersModel, { preprocessing }: ModelDescription): Consumer {
  const { size } = preprocessing
  return {
    runtime: `TensorFlow.js ${tf.version.tfjs}`,
    async predict(pixels, count) {
      const said = tf.tidy(() => {
        const images = tf.tensor4d(Int32Array.from(pixels), [count, size, size, 3], 'int32')
        return model.predict(preprocess(images, preprocessing)) as Tensor
      })
      try {
        return (await said.data()) as Float32Array
      } finally {
        said.dispose()
      }
    },
    dispose: () => void model.dispose(),
  }
}

/** The layers model in `folder`. */
export const openLayersModel = async (folder: string, description: ModelDescription): Promise<Consumer> =>
  consumerOf(await readLayersModel(folder), description)
