// Computes features, batch by batch.
import type { Augmentation, Preprocessing } from '../../contract'
import type { CompiledFunction, Compute } from '../compute'
import { inFittingBatches } from '../memory'
import { imageTensor, inferenceBatch, readAndDispose, type ImageReader } from '../models/inference'
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
  const compile = () => ({
    plain: compute.compile('features', (inputs) => [
      featuresOf(network, cut, preprocessing, inputs[inputs.length - 1] as Tensor4D),
    ]),
    augmented: compute.compile('features-of-views', (inputs) => {
      const [pictures, draws] = inputs.slice(-2) as [Tensor4D, Tensor2D]
      const changed = augment(pictures.cast('float32'), augmentation, draws)
      return [featuresOf(network, cut, preprocessing, changed.images)]
    }),
  })
  let compiled = compile()
  const free = () => {
    compiled.plain.dispose()
    compiled.augmented.dispose()
  }
  const call = async (forward: CompiledFunction, inputs: Tensor[]): Promise<Float32Array> => {
    try {
      const [rows] = forward.run([...variables, ...inputs])
      return await readAndDispose(rows!)
    } finally {
      tf.dispose(inputs)
    }
  }
  /** What fitted last time. */
  let fitting = batch

  /** With what has no memory left from a larger batch. */
  function shrink(size: number): void {
    if (size === fitting) return
    free()
    compiled = compile()
    fitting = size
  }

  /** @param pictures at most `size` */
  async function extract(pictures: readonly number[], view: number | null, size: number) {
    // The last batch is filled up: backends compute a single picture by other kernels than several, which differ in
    // the last bits, and what a picture's features are must not depend on how many were missing beside it.
    const length = Math.min(size, Math.ceil(pictures.length / MULTIPLE) * MULTIPLE)
    const full = Array.from({ length }, (_, i) => pictures[Math.min(i, pictures.length - 1)]!)
    const inputs = tf.tidy(() => [
      imageTensor(images, full),
      ...(view === null ? [] : [tf.tensor2d(viewDraws(seed, full, view), [length, TABLE])]),
    ])
    const rows = await call(view === null ? compiled.plain : compiled.augmented, inputs)
    return rows.subarray(0, pictures.length * cut.values)
  }

  return {
    batch,
    run: (pictures, view) =>
      inFittingBatches(fitting, compute, async (size) => {
        shrink(size)
        const rows = new Float32Array(pictures.length * cut.values)
        for (let from = 0; from < pictures.length; from += size) {
          rows.set(await extract(pictures.slice(from, from + size), view, size), from * cut.values)
        }
        return rows
      }),
    dispose: free,
  }
}
