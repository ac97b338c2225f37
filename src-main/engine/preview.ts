// A live preview of an augmentation: a few of the user's own pictures through the function that training uses.
import {
  MOST_PREVIEWS,
  UserError,
  type Augmentation,
  type AugmentPreview,
  type EngineCallParams,
} from '../contract'
import type { Compute } from './compute'
import { openDataset } from './data/open'
import { sharp } from './data/sharp'
import { squarePicture } from './data/square'
import { throwIfCancelled, type Task } from './task'
import { tf, type Tensor1D, type Tensor4D } from './tf'
import { augment } from './training/augment'

/**
 * Augments `count` versions of each picture. Version v is what step v of a run with this seed would make of them, were
 * they its batch; pictures that are mixed are mixed among each other.
 * @throws UserError `dataset-not-found`, `not-found`, `invalid-argument`, `dataset-source-missing`
 */
export async function previewAugmentation(
  params: EngineCallParams<'augment.preview'>,
  compute: Compute,
  task: Task,
): Promise<AugmentPreview> {
  const { indices, count, size, augmentation, seed } = params
  if (indices.length * count > MOST_PREVIEWS) {
    throw new UserError('invalid-argument', `A preview shows at most ${MOST_PREVIEWS} pictures.`, {
      detail: { most: MOST_PREVIEWS, asked: indices.length * count },
      hint: 'Ask for fewer pictures, or fewer versions of each.',
    })
  }
  const open = await openDataset(params.dataset)
  const pixels = await Promise.all(
    indices.map((index) => squarePicture(open, index, { size, resize: open.dataset.resize })),
  )
  throwIfCancelled(task)
  const made = await versions(pixels, { size, count, augmentation, seed }, compute)
  throwIfCancelled(task)
  const images = indices.flatMap((index, i) =>
    made.map(async ({ bytes, shares }, version) => ({
      index,
      version,
      ...(await encode(bytes.subarray(i * size * size * 3, (i + 1) * size * size * 3), size)),
      mixed: shares && { index: indices[(i + 1) % indices.length]!, share: shares[i]! },
    })),
  )
  return { size, images: await Promise.all(images) }
}

interface Version {
  /** All pictures, one after the other. */
  bytes: Uint8ClampedArray
  /** Of each picture, the share that is its own; null where nothing is mixed. */
  shares: number[] | null
}

async function versions(
  pixels: readonly Uint8Array[],
  options: { size: number; count: number; augmentation: Augmentation; seed: number },
  compute: Compute,
): Promise<Version[]> {
  const { size, count, augmentation, seed } = options
  const compiled = compute.compile('augment', ([batch, step]) => {
    const { images, share } = augment(batch as Tensor4D, augmentation, step as Tensor1D)
    return share ? [images, share] : [images]
  })
  const batch = tf.tensor4d(Float32Array.from(Buffer.concat(pixels)), [pixels.length, size, size, 3])
  try {
    const made: Version[] = []
    for (let version = 0; version < count; version++) {
      const step = tf.tensor1d([seed, version], 'int32')
      const outputs = compiled.run([batch, step])
      const [values, shares] = await Promise.all(outputs.map((tensor) => tensor.data()))
      tf.dispose([step, outputs])
      // Clamped arrays round, as a person's screen would show it.
      made.push({ bytes: Uint8ClampedArray.from(values!), shares: shares ? Array.from(shares) : null })
    }
    return made
  } finally {
    batch.dispose()
    compiled.dispose()
  }
}

/** Small pictures as PNG, without the marks that JPEG leaves on few pixels. */
async function encode(pixels: Uint8ClampedArray, size: number): Promise<{ mime: string; base64: string }> {
  const raw = sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
  const [mime, bytes] =
    size <= 96
      ? (['image/png', await raw.png().toBuffer()] as const)
      : (['image/jpeg', await raw.jpeg({ quality: 88 }).toBuffer()] as const)
  return { mime, base64: bytes.toString('base64') }
}
