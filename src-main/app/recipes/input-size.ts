// The effect of the input size: one frozen base at five of them.
import { baseAtHand } from './bases'
import { featureSeconds } from './cost'
import { baseName } from './facts'
import { conditionsFor, makeRecipe, onBase } from './make'
import { headOnly } from './phases'
import type { RecipeBuilder } from './recipe'

const SIZES = [32, 96, 128, 160, 224] as const

export const inputSizes: RecipeBuilder = (facts, options) => {
  const choice = baseAtHand(facts, ['mobilenet-v2'])
  if (!choice) return null
  const { base } = choice
  const conditions = conditionsFor(facts, options)
  const { epochs } = conditions.plain.phases[0]!
  const sizes = SIZES.filter((size) => size >= base.smallest)
  const images = facts.dataset.images.total
  const seconds = sizes.reduce((sum, size) => sum + featureSeconds(images, size, base, facts.machine), 0)
  return makeRecipe('input-size', facts, options, {
    bases: [base],
    recommended: choice.recommended,
    conditions,
    parts: sizes.map((size) => ({
      name: `${baseName(base)}, ${size} px`,
      model: onBase(base),
      size,
      phases: [headOnly(epochs)],
    })),
    reasons: [
      ...choice.reasons,
      { code: 'onlySize', values: { side: facts.side } },
      { code: 'features', values: { images, seconds: Math.max(1, Math.round(seconds)) } },
    ],
  })
}
