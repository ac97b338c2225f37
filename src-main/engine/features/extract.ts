// Computes features, batch by batch.
import type { Augmentation, Preprocessing } from '../../contract'
import type { CompiledFunction, Compute } from '../compute'
import { imageTensor, inferenceBatch, type ImageReader } from '../models/inference'
import { tf, type LayersModel, type Tensor, type Tensor2D, type Tensor4D } from '../tf'
import { augment } from '../training/augment'
import { TABLE } from '../training/augment/draws'
import { viewDraws } from '../training/augment/views'
import type { Cut } from './cut'
import { variablesOf } from './graph'
import { featuresOf } from './halves'

/** Batches have a multiple of so many pictures. */
const MULTIPLE = 8

export interface ExtractorOptions {
  network: LayersModel
  cut: Cut
  preprocessing: Preprocessing
  augmentation: Augmentation
  /** What views are drawn from. */
  seed: number
  images: ImageReader
  compute: Compute
}

export interface Extractor {
  /** Pictures at a time. */
  readonly batch: number
  /**
   * @param pictures at most `batch`
   * @param view null for the pictures as they are
   * @returns cut.values numbers a picture
   */
  run(pictures: readonly number[], view: number | null): Promise<Float32Array>
  dispose(): void
}

export function createExtractor(options: ExtractorOptions): Extractor {
  const { network, cut, preprocessing, augmentation, seed, images, compute } = options
  const batch = inferenceBatch(images.size)
  const variables = variablesOf(cut.before)
  const plain = compute.compile('features', (inputs) => [
    featuresOf(network, cut, preprocessing, inputs[inputs.length - 1] as Tensor4D),
  ])
  const augmented = compute.compile('features-of-views', (inputs) => {
    const [pictures, draws] = inputs.slice(-2) as [Tensor4D, Tensor2D]
    const changed = augment(pictures.cast('float32'), augmentation, draws)
    return [featuresOf(network, cut, preprocessing, changed.images)]
  })
  const call = async (compiled: CompiledFunction, inputs: Tensor[]): Promise<Float32Array> => {
    const [rows] = compiled.run([...variables, ...inputs])
    tf.dispose(inputs)
    try {
      return (await rows!.data()) as Float32Array
    } finally {
      rows!.dispose()
    }
  }

  return {
    batch,
    async run(pictures, view) {
      // The last batch is filled up: backends compute a single picture by other kernels than several, which differ in
      // the last bits, and what a picture's features are must not depend on how many were missing beside it.
      const length = Math.min(batch, Math.ceil(pictures.length / MULTIPLE) * MULTIPLE)
      const full = Array.from({ length }, (_, i) => pictures[Math.min(i, pictures.length - 1)]!)
      const pixels = imageTensor(images, full)
      const rows =
        view === null
          ? await call(plain, [pixels])
          : await call(augmented, [pixels, tf.tensor2d(viewDraws(seed, full, view), [length, TABLE])])
      return rows.subarray(0, pictures.length * cut.values)
    },
    dispose() {
      plain.dispose()
      augmented.dispose()
    },
  }
}
