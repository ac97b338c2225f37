// Nine pretrained networks with the same head, each with its own preprocessing: the table of a student's report.
import type { Architecture } from '../../contract'
import { inputSize } from './cost'
import { baseName, baseOf } from './facts'
import { conditionsFor, makeRecipe, onBase } from './make'
import { headOnly } from './phases'
import type { RecipeBuilder } from './recipe'

const ARCHITECTURES: readonly Architecture[] = [
  'mobilenet-v2',
  'mobilenet-v3-large',
  'efficientnet-b0',
  'efficientnet-b3',
  'vgg16',
  'vgg19',
  'resnet50',
  'resnet101',
  'resnet152',
]
const DENSE = 256
/** Up to this side pictures are taken as they are, as in the reports: all nine see equally little then. */
const SMALL = 32
/** Seconds for all nine bases together. */
const LIMIT = 1200

export const nineArchitectures: RecipeBuilder = (facts, options) => {
  const bases = ARCHITECTURES.flatMap((name) => baseOf(facts.bases, name) ?? [])
  if (bases.length < 2) return null
  const conditions = conditionsFor(facts, options)
  const { epochs } = conditions.plain.phases[0]!
  const smallest = Math.max(...bases.map((one) => one.smallest))
  const size = facts.side <= SMALL ? Math.max(SMALL, smallest) : inputSize(facts, bases, LIMIT)
  return makeRecipe('nine-architectures', facts, options, {
    bases,
    conditions,
    parts: bases.map((base) => ({
      name: `${baseName(base)}, ${size} px`,
      model: onBase(base, { dense: DENSE }),
      size,
      phases: [headOnly(epochs)],
    })),
    reasons: [
      { code: 'sameHead', values: { dense: DENSE } },
      { code: 'ownPreprocessing', values: { count: bases.length } },
      ...(size <= SMALL ? [{ code: 'asInReports', values: { size } }] : []),
    ],
  })
}
