// Views: a fixed number of augmented versions of a picture, instead of a new one each step. What is drawn for a view
// depends on the seed, the picture and the view alone, not on the batch that it comes in.
import { UserError } from '../../../contract'
import type { Augmentation, Plan } from '../../../contract/plan'
import { rng } from '../../rng'
import { TABLE } from './draws'
import { mixes } from './mix'

/** Whether a plan changes pictures at all. */
export const augments = (o: Augmentation): boolean =>
  o.flip || Object.values(o).some((amount) => typeof amount === 'number' && amount > 0)

/** The view that an epoch shows, counted from 0 both; null where each step draws anew or nothing is changed. */
export const viewOf = ({ views, augmentation }: Plan, epoch: number): number | null =>
  views === null || !augments(augmentation) ? null : epoch % views

/**
 * The random numbers of a view of some pictures.
 * @param pictures their indices
 * @returns a table as `Draws` describes it: pictures.length × `TABLE`, row by row
 */
export function viewDraws(seed: number, pictures: ArrayLike<number>, view: number): Float32Array {
  const table = new Float32Array(pictures.length * TABLE)
  for (let i = 0; i < pictures.length; i++) {
    const random = rng(seed, `view/${view}/${pictures[i]!}`)
    // Multiples of 2⁻²⁴: as float32 they stay below 1.
    for (let at = i * TABLE; at < (i + 1) * TABLE; at++)
      table[at] = Math.floor(random.next() * 2 ** 24) / 2 ** 24
  }
  return table
}

/** @throws UserError `invalid-argument` where views are asked for of pictures that are mixed with others */
export function checkViews({ views, augmentation }: Plan): void {
  if (views === null || !mixes(augmentation)) return
  throw new UserError(
    'invalid-argument',
    'MixUp and CutMix mix pictures with others of their batch: a picture has no fixed views then.',
    {
      detail: { views, mixUp: augmentation.mixUp, cutMix: augmentation.cutMix },
      hint: 'Turn MixUp and CutMix off, or leave the number of views out.',
    },
  )
}
