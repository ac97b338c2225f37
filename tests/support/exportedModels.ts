// Models as users export them, with the pictures that their consumers in other languages are asked about.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  modelChoice,
  pixelScalings,
  scalingOf,
  type Architecture,
  type ExportFormat,
  type ModelDescription,
  type PixelScaling,
} from '../../src-main/contract'
import { decodePicture } from '../../src-main/engine/data/decode'
import { exportRun } from '../../src-main/engine/export'
import { buildFresh } from '../../src-main/engine/models/build'
import { preprocess } from '../../src-main/engine/models/preprocess'
import { saveModel } from '../../src-main/engine/models/storage'
import { loadWeights } from '../../src-main/engine/models/weights-file/load'
import { quietTask } from '../../src-main/engine/task'
import { tf, type LayersModel, type Tensor, type Tensor4D } from '../../src-main/engine/tf'
import { everyLayer } from './everyLayer'
import { LABELS } from './exportedRun'
import { livelyClassifier, spreadLogits } from './livelyClassifier'
import { writePhotos } from './photos'

export { LABELS }

export type ModelName = 'cnn' | 'every layer' | Architecture

/** Side in pixels that COTEJO_EXPORT_SIZE asks for: 224 is what the bases were trained at, and takes ten times as long. */
const askedSize = Number(process.env.COTEJO_EXPORT_SIZE ?? 0)

const sized = (models: readonly { name: ModelName; size: number }[]) =>
  models.map((one) => (askedSize && one.name !== 'every layer' ? { ...one, size: askedSize } : one))

/** What the formats must carry, as small as the claim allows; and a network of all kinds of layers. */
export const MODELS: readonly { name: ModelName; size: number }[] = sized([
  { name: 'cnn', size: 32 },
  { name: 'mobilenet-v2', size: 96 },
  { name: 'efficientnet-b0', size: 32 },
  { name: 'resnet50', size: 32 },
  { name: 'vgg16', size: 32 },
  { name: 'every layer', size: 32 },
])

/** Published weights of MobileNetV2, where the shared data are. */
const published = fileURLToPath(
  new URL('../../../shared/data/weights/mobilenet_v2_1.0_224_no_top.h5', import.meta.url),
)

export interface ExportedModel {
  readonly name: ModelName
  readonly size: number
  /** The run's. */
  readonly folder: string
  /** uint8 [32, size, size, 3]. */
  readonly pixels: string
  /** What the run's model says, picture by picture. */
  readonly said: readonly (readonly number[])[]
  /** Writes it in a format. @returns the export's folder */
  write(format: ExportFormat): Promise<string>
}

const COUNT = 32

async function networkOf(name: ModelName, size: number, images: Tensor4D): Promise<LayersModel> {
  const classes = LABELS.length
  if (name === 'cnn') {
    const { network } = buildFresh(modelChoice.parse({ name: 'cnn' }), { size, classes, seed: 5 })
    return network
  }
  if (name === 'every layer') return everyLayer(size, classes)
  const made = livelyClassifier({ name, size, classes }, images)
  if (name === 'mobilenet-v2' && existsSync(published)) {
    await loadWeights(made.base, published)
    spreadLogits(made, images)
  }
  return made.network
}

/** The seed CNN's, what the base wants, or all that a preparation can be. */
function scalingFor(name: ModelName): PixelScaling {
  if (name === 'cnn') return pixelScalings.unit
  if (name !== 'every layer') return scalingOf(name, 'own')
  return { scale: 0.01, offset: [-0.4, -0.45, -0.5], deviation: [0.2, 0.25, 0.3], channels: 'bgr' }
}

/** Builds a model, asks it about 32 pictures, and keeps it as a run's folder in `work`. */
export async function exportedModel(
  { name, size }: { name: ModelName; size: number },
  photos: readonly string[],
  work: string,
): Promise<ExportedModel> {
  const pictures = await Promise.all(photos.map((path) => decodePicture(path, { size, resize: 'cover' })))
  const pixels = Buffer.concat(pictures)
  const images = tf.tensor4d(Float32Array.from(pixels), [COUNT, size, size, 3])
  const network = await networkOf(name, size, images)
  const choice =
    name === 'cnn' || name === 'every layer' ? { name: 'cnn' } : { name: 'transfer', options: { base: name } }
  const model = modelChoice.parse(choice)
  const parameters = network.countParams()
  const description: ModelDescription = {
    version: 1,
    model,
    labels: LABELS,
    preprocessing: { size, resize: 'cover', ...scalingFor(name) },
    parameters,
    trainableParameters: parameters,
    cotejo: '0.1.0',
  }
  const answers = tf.tidy(() => network.predict(preprocess(images, description.preprocessing)) as Tensor)
  const said = (await answers.array()) as number[][]
  tf.dispose([answers, images])
  const folder = join(work, name)
  await saveModel(join(folder, 'model'), network, description)
  network.dispose()
  const file = join(folder, 'pixels.u8')
  await writeFile(file, pixels)
  return {
    name,
    size,
    folder,
    pixels: file,
    said,
    async write(format) {
      const out = join(folder, format)
      await exportRun({ folder, run: name, format, out }, quietTask())
      return out
    },
  }
}

/** All of `MODELS` that are wanted, in a temporary folder. */
export async function exportedModels(names: readonly ModelName[] = MODELS.map(({ name }) => name)) {
  const work = await mkdtemp(join(tmpdir(), 'cotejo-formats-'))
  const folder = join(work, 'photos')
  await mkdir(folder)
  const photos = await writePhotos(folder, COUNT)
  const models: ExportedModel[] = []
  for (const one of MODELS.filter(({ name }) => names.includes(name)))
    models.push(await exportedModel(one, photos, work))
  return { work, models, remove: () => rm(work, { recursive: true, force: true }) }
}

/** The largest difference of a probability. */
export const largestDifference = (
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
): number =>
  Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value - (b[i]?.[j] ?? Infinity)))))
