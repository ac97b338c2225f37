// One run has one seed; every use of random numbers gets a seed of its own from it, so that adding a use changes
// no other.
import { rng } from '../rng'

/**
 * The seed of one use.
 * @param use names and numbers of the use, such as `'weights', 'dense'`
 * @returns integer in [0, 2^31), which every library takes as a seed
 */
export const deriveSeed = (seed: number, ...use: readonly (string | number)[]): number =>
  rng(seed, use.join('/')).below(2 ** 31)
