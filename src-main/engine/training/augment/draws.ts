// Random numbers for augmentation, one or a few a picture, drawn in the step from its seed.
import { statelessUniform } from '../../random'
import { type Tensor, type Tensor1D } from '../../tf'

/** Layers of a network salt their draws with their number, which stays under this. */
const SALT = 1 << 16

/** A salt for each draw: adding one changes no other. */
export const salt = {
  flip: SALT,
  shiftX: SALT + 1,
  shiftY: SALT + 2,
  rotation: SALT + 3,
  zoom: SALT + 4,
  brightness: SALT + 5,
  contrast: SALT + 6,
  saturation: SALT + 7,
  hue: SALT + 8,
  erase: SALT + 9,
  eraseArea: SALT + 10,
  eraseAspect: SALT + 11,
  eraseX: SALT + 12,
  eraseY: SALT + 13,
  mixUp: SALT + 14,
  cutMix: SALT + 15,
  cutX: SALT + 16,
  cutY: SALT + 17,
  mixOrCut: SALT + 18,
  /** Of RandAugment's first change; the second one's are 8 further. */
  randKind: SALT + 32,
  randSign: SALT + 33,
} as const

/** Uniform in [0, 1), one number a picture, shape [batch, 1, …] of the given rank. */
export function uniform(batch: number, seed: Tensor1D, salt: number, rank: number): Tensor {
  return statelessUniform([batch, ...Array<number>(rank - 1).fill(1)], seed, salt)
}

/** As `uniform`, in [-1, 1). */
export const signed = (batch: number, seed: Tensor1D, salt: number, rank: number): Tensor =>
  uniform(batch, seed, salt, rank).mul(2).sub(1)
