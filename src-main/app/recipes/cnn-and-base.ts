// A CNN from scratch and MobileNetV2, frozen, both at 32 pixels with a linear head: what student reports on CIFAR-10
// put side by side, and where the base does badly because it sees too little.
import { cnnOptions } from '../../contract'
import { baseName, baseOf, type RecipeFacts } from './facts'
import { conditionsFor, makeRecipe, onBase } from './make'
import { fromScratch, headOnly } from './phases'
import type { RecipeBuilder } from './recipe'

const SIZE = 32

export const cnnAndBase: RecipeBuilder = (facts: RecipeFacts, options) => {
  const base = baseOf(facts.bases, 'mobilenet-v2')
  if (!base) return null
  const conditions = conditionsFor(facts, options)
  const { plain } = conditions
  const size = Math.max(SIZE, base.smallest)
  return makeRecipe('cnn-and-base', facts, options, {
    bases: [base],
    conditions,
    parts: [
      {
        name: `CNN, ${size} px`,
        model: { name: 'cnn', options: cnnOptions.parse({}) },
        size,
        phases: fromScratch(plain),
      },
      {
        name: `${baseName(base)}, frozen, ${size} px`,
        model: onBase(base),
        size,
        phases: [headOnly(plain.phases[0]!.epochs)],
      },
    ],
    reasons: [{ code: 'starved', values: { base: baseName(base), size, usual: base.size } }],
  })
}
