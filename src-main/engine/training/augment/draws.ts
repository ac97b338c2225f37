// Random numbers for augmentation, one or a few a picture: drawn in the step from its seed, or from a table that was
// drawn for each picture (views.ts).
import { statelessUniform } from '../../random'
import { tf, type Tensor, type Tensor1D, type Tensor2D } from '../../tf'

/**
 * Where a batch's random numbers come from: the step's seed, int32 [2]; or float32 [batch, `TABLE`], the numbers of
 * each picture in a row, those for a salt in its column.
 */
export type Draws = Tensor1D | Tensor2D

/** Layers of a network salt their draws with their number, which stays under this. */
const SALT = 1 << 16

/** A salt for each draw, less than `TABLE` above the first: adding one changes no other. */
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

/** Columns of a table of draws. */
export const TABLE = 48

/**
 * What a step draws for its pictures as a table: the numbers that it would draw from its seed. With it, a piece of the
 * batch is changed as it would be in the whole.
 * @param batch pictures of the whole batch
 * @returns float32 [batch, `TABLE`]
 */
export const drawTable = (batch: number, seed: Tensor1D): Tensor2D =>
  tf.stack(
    Array.from({ length: TABLE }, (_, column) => statelessUniform([batch], seed, SALT + column)),
    1,
  ) as Tensor2D

/** Uniform in [0, 1), one number a picture, shape [batch, 1, …] of the given rank. */
export function uniform(batch: number, draws: Draws, of: number, rank: number): Tensor {
  const shape = [batch, ...Array<number>(rank - 1).fill(1)]
  if (draws.rank === 1) return statelessUniform(shape, draws as Tensor1D, of)
  return (draws as Tensor2D).slice([0, of - SALT], [batch, 1]).reshape(shape)
}

/** As `uniform`, in [-1, 1). */
export const signed = (batch: number, draws: Draws, of: number, rank: number): Tensor =>
  uniform(batch, draws, of, rank).mul(2).sub(1)
