// The same layers on top of both: convolutions that learn from nothing, and a pretrained base that stays frozen. What
// differs is only what looks at the picture; average, dense layer and dropout after it are equal.
import { cnnOptions, headOptions } from '../../contract'
import { baseAtHand } from './bases'
import { inputSize } from './cost'
import { baseName } from './facts'
import { conditionsFor, makeRecipe, onBase } from './make'
import { fromScratch, headOnly } from './phases'
import type { RecipeBuilder } from './recipe'

/** Each halves the side; the last has few enough channels for a folder of photos. */
const FILTERS = [32, 64, 128]
const TOP = headOptions.parse({ pooling: 'globalAverage', dense: 128, dropout: 0.3 })
/** Larger pictures cost a CNN from scratch time, and it does no better on them; many pictures cost it the more. */
const LARGEST = 128
const LARGEST_OF_MANY = 64
const MANY = 10_000
/** Seconds for the base. */
const LIMIT = 300

export const threeAnimals: RecipeBuilder = (facts, options) => {
  const choice = baseAtHand(facts, ['mobilenet-v2'])
  if (!choice) return null
  const { base } = choice
  const conditions = conditionsFor(facts, options)
  const { plain } = conditions
  const slow = facts.machine.card === null && conditions.trainImages >= MANY
  const largest = slow ? LARGEST_OF_MANY : LARGEST
  const size = Math.max(base.smallest, Math.min(largest, inputSize(facts, [base], LIMIT)))
  const { pooling, dense, dropout, activation, batchNorm } = TOP
  return makeRecipe('three-animals', facts, options, {
    bases: [base],
    recommended: choice.recommended,
    conditions,
    parts: [
      {
        name: 'CNN from scratch',
        model: {
          name: 'cnn',
          options: cnnOptions.parse({ filters: FILTERS, pooling, dense, dropout, activation, batchNorm }),
        },
        size,
        phases: fromScratch(plain),
      },
      {
        name: `${baseName(base)}, frozen`,
        model: onBase(base, TOP),
        size,
        phases: [headOnly(plain.phases[0]!.epochs)],
      },
    ],
    reasons: [...choice.reasons, { code: 'sameTop', values: { dense, dropout, size } }],
  })
}
