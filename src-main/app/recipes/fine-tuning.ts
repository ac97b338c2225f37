// What fine-tuning adds: the head alone, beside a head that was trained first and then the last 10 layers of the base
// with it, at the two ends of the rates that are usual for that.
import { baseAtHand } from './bases'
import { inputSize } from './cost'
import { baseName } from './facts'
import { conditionsFor, makeRecipe, onBase } from './make'
import { headOnly, headThen } from './phases'
import type { RecipeBuilder } from './recipe'

/** Counted in Keras's order, those without weights included. */
const LAST = 10
const RATES = [1e-4, 1e-5] as const
/** Seconds for the frozen part of the base. */
const LIMIT = 300

export const fineTuning: RecipeBuilder = (facts, options) => {
  const choice = baseAtHand(facts, ['mobilenet-v2'])
  if (!choice) return null
  const { base } = choice
  const conditions = conditionsFor(facts, options)
  const { epochs } = conditions.plain.phases[0]!
  const size = inputSize(facts, [base], LIMIT)
  const model = onBase(base)
  return makeRecipe('fine-tuning', facts, options, {
    bases: [base],
    recommended: choice.recommended,
    conditions,
    parts: [
      // As many epochs as the others have in both phases.
      { name: `${baseName(base)}, head only`, model, size, phases: [headOnly(2 * epochs)] },
      ...RATES.map((rate) => ({
        name: `${baseName(base)}, last ${LAST} layers at ${rate.toExponential()}`,
        model,
        size,
        phases: headThen(epochs, { last: LAST }, rate),
      })),
    ],
    reasons: [...choice.reasons, { code: 'headFirst', values: { last: LAST } }],
  })
}
