// What the wrong preprocessing costs: one base with its own, and with each wrong one on purpose. Feeding 0..1 to a
// ResNet50 took it from 66 to 27 % in a student's report.
import { ownScaling, type NamedScaling } from '../../contract'
import { baseAtHand } from './bases'
import { inputSize } from './cost'
import { baseName } from './facts'
import { conditionsFor, makeRecipe, onBase } from './make'
import { headOnly } from './phases'
import type { RecipeBuilder } from './recipe'

/** What each does to the values, so that it can be read off a run's name. */
const words: Record<NamedScaling, string> = {
  unit: '0..1',
  signed: '-1..1',
  raw: '0..255',
  caffe: 'BGR, mean off',
  torch: 'mean and deviation',
}
/** Seconds for the base, over all runs. */
const LIMIT = 600

export const preprocessing: RecipeBuilder = (facts, options) => {
  const choice = baseAtHand(facts, ['resnet50', 'mobilenet-v2'])
  if (!choice) return null
  const { base } = choice
  const conditions = conditionsFor(facts, options)
  const { epochs } = conditions.plain.phases[0]!
  const own = ownScaling(base.architecture)
  const wrong = (Object.keys(words) as NamedScaling[]).filter((name) => name !== own)
  const size = inputSize(facts, [base], LIMIT / (wrong.length + 1))
  const phases = [headOnly(epochs)]
  return makeRecipe('preprocessing', facts, options, {
    bases: [base],
    recommended: choice.recommended,
    conditions,
    parts: [
      { name: `${baseName(base)}, its own preprocessing (${words[own]})`, model: onBase(base), size, phases },
      ...wrong.map((scaling) => ({
        name: `${baseName(base)}, wrong scaling (${words[scaling]})`,
        model: onBase(base, {}, scaling),
        size,
        phases,
      })),
    ],
    reasons: [...choice.reasons, { code: 'onPurpose', values: { base: baseName(base), own: words[own] } }],
  })
}
