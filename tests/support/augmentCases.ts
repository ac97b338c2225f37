// Augmentation on a backend against the loops of augmentReference: the same check for every backend.
import { expect } from 'vitest'
import { augmentation, augmentationPolicies, type Augmentation } from '../../src-main/contract'
import type { Compute } from '../../src-main/engine/compute'
import { statelessUniform } from '../../src-main/engine/random'
import { rng } from '../../src-main/engine/rng'
import { tf, type Tensor1D, type Tensor4D } from '../../src-main/engine/tf'
import { augment } from '../../src-main/engine/training/augment'
import { augmentReference } from './augmentReference'

const size = 9
const count = 24

export const augmentCases: Record<string, Partial<Augmentation>> = {
  flip: { flip: true },
  shift: { shift: 0.3 },
  rotation: { rotation: 40 },
  zoom: { zoom: 0.4 },
  brightness: { brightness: 0.4 },
  contrast: { contrast: 0.5 },
  saturation: { saturation: 0.8 },
  hue: { hue: 0.5 },
  'RandAugment 9': { randAugment: 9 },
  'RandAugment 3.3': { randAugment: 3.3 },
  erasing: { erasing: 0.6 },
  'MixUp 0.2': { mixUp: 0.2 },
  'MixUp 1': { mixUp: 1 },
  CutMix: { cutMix: 1 },
  'MixUp and CutMix': { mixUp: 0.4, cutMix: 1 },
  light: augmentationPolicies.light,
  standard: augmentationPolicies.standard,
  strong: augmentationPolicies.strong,
}

/** Smooth coloured pictures with some noise, whole numbers within 0..255. */
function pictures(): number[][] {
  const random = rng(3, 'augment')
  return Array.from({ length: count }, () => {
    const [phase, ...colour] = Array.from({ length: 4 }, () => random.next())
    return Array.from({ length: size * size * 3 }, (_, i) => {
      const [x, y] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size)]
      const wave = Math.sin(6 * phase! + x * colour[0]! + y * (1 - colour[1]!)) * colour[i % 3]!
      return Math.round(120 + 90 * wave + 30 * random.next())
    })
  })
}

/** Compares two steps of one policy, run as compiled functions, with the loops. */
export async function checkAugmentation(compute: Compute, options: Partial<Augmentation>): Promise<void> {
  const chosen = augmentation.parse(options)
  const batch = pictures()
  const compiled = compute.compile('augment', ([images, seed]) => {
    const { images: changed, share } = augment(images as Tensor4D, chosen, seed as Tensor1D)
    return share ? [changed, share] : [changed]
  })
  const images = tf.tensor4d(batch.flat(), [count, size, size, 3])
  try {
    for (const step of [0, 1]) {
      const seed = tf.tensor1d([77, step], 'int32')
      const drawn = new Map<number, ArrayLike<number>>()
      const draw = (salt: number, picture: number) => {
        if (!drawn.has(salt))
          drawn.set(
            salt,
            tf.tidy(() => statelessUniform([count], seed, salt).dataSync()),
          )
        return drawn.get(salt)![picture]!
      }
      const expected = augmentReference(batch, size, chosen, draw)
      const outputs = compiled.run([images, seed])
      const [ours, shares] = await Promise.all(outputs.map((tensor) => tensor.data()))
      tf.dispose([seed, outputs])
      const wanted = expected.pictures.flat()
      const off = wanted.filter((v, i) => Math.abs(v - ours![i]!) > 0.05)
      // A value that a float rounds over an edge (of a threshold, a step, a pixel) lands elsewhere: very few may.
      expect(off.length / wanted.length).toBeLessThan(0.002)
      expected.shares?.forEach((share, n) => expect(shares![n]).toBeCloseTo(share, 2))
      expect(shares === undefined).toBe(expected.shares === null)
    }
  } finally {
    images.dispose()
    compiled.dispose()
  }
}
