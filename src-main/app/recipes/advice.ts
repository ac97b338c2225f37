// Cotejo's own advice for the data at hand: a pretrained base, trained as suits this many pictures of this size on this
// machine, beside a CNN from scratch as the baseline. Every choice has its reason.
import {
  augmentationPolicies,
  cnnOptions,
  suggestBalance,
  type Architecture,
  type BaseInfo,
  type Plan,
  type Reason,
} from '../../contract'
import { baseAtHand } from './bases'
import { featureSeconds, inputSize } from './cost'
import { baseName, isBox, type RecipeFacts } from './facts'
import { conditionsFor, makeRecipe, onBase } from './make'
import { fromScratch, headOnly, headThen } from './phases'
import type { RecipeBuilder } from './recipe'

/** Up to here a few more layers that learn would learn the pictures by heart. */
const FINE_TUNE = 2000
const LAST = 10
const FINE_RATE = 1e-4
/** A head on so few pictures needs more epochs, of few steps each, than a network from scratch. */
const FEW = 500
/** Below this each picture is seen in several versions. */
const VERY_FEW = 60
const VIEWS = 4
/** A head on features that do not change costs next to nothing; it may take the epochs that it needs. */
const HEAD_EPOCHS = 60
/** A CNN from scratch gains nothing by more than this, nor by pictures that were enlarged. */
const BASELINE_SIZE = 64
const SMALLEST = 32
/** Seconds that the base may look at the pictures. */
const LIMIT = 300

/** On a processor the base that was made for phones; with a graphics card one that knows more for the same picture. */
const forCpu: readonly Architecture[] = ['mobilenet-v2', 'mobilenet-v3-large', 'mobilenet']
const forCard: readonly Architecture[] = [
  'efficientnet-v2-b0',
  'efficientnet-b0',
  'densenet121',
  'resnet50',
  ...forCpu,
]

/** How much smaller pictures must be than the input to be called small. */
const SMALL = 0.75

function sizeReason(size: number, side: number, base: BaseInfo): string {
  if (side < size * SMALL) return 'enlarged'
  return size < base.size ? 'quicker' : 'largeEnough'
}

/** Why the pictures come in at this size, and what that costs. */
function sizeReasons(
  { dataset, side, machine }: RecipeFacts,
  base: BaseInfo,
  size: number,
  views: number,
): Reason[] {
  const { total, train } = dataset.images
  const seconds = featureSeconds(total + (views - 1) * train, size, base, machine)
  return [
    { code: sizeReason(size, side, base), values: { side, size, usual: base.size, base: baseName(base) } },
    { code: 'features', values: { images: total, seconds: Math.max(1, Math.round(seconds)) } },
  ]
}

export const advice: RecipeBuilder = (facts, options) => {
  const { machine, dataset } = facts
  const choice = baseAtHand(facts, machine.card === null ? forCpu : forCard)
  if (!choice) return null
  const { base } = choice
  const conditions = conditionsFor(facts, options)
  const { trainImages, plain } = conditions
  const few = trainImages < FEW
  const views = trainImages < VERY_FEW ? VIEWS : 1
  const size = inputSize(facts, [base], LIMIT / views)
  const baseline = Math.max(SMALLEST, Math.min(BASELINE_SIZE, facts.side))
  const fineTune = trainImages >= FINE_TUNE && !isBox(base)
  const uneven = suggestBalance(dataset)
  const { epochs } = plain.phases[0]!

  const machineReason: Reason =
    machine.card === null
      ? { code: 'onlyCpu', values: { base: baseName(base), cores: machine.cores } }
      : { code: 'card', values: { base: baseName(base), card: machine.card } }
  const plan: Partial<Plan> = {
    ...(views > 1 && { augmentation: augmentationPolicies.light, views }),
    ...(uneven && { classBalance: 'weights' }),
  }
  return makeRecipe('advice', facts, options, {
    bases: [base],
    recommended: choice.recommended,
    conditions,
    plan,
    parts: [
      {
        name: `${baseName(base)}, ${size} px`,
        model: onBase(base),
        size,
        phases: fineTune
          ? headThen(epochs, { last: LAST }, FINE_RATE)
          : [headOnly(few ? HEAD_EPOCHS : epochs)],
      },
      {
        name: `CNN from scratch, ${baseline} px`,
        model: { name: 'cnn', options: cnnOptions.parse({}) },
        size: baseline,
        phases: fromScratch(plain),
      },
    ],
    reasons: [
      ...(choice.recommended ? [] : [machineReason]),
      ...choice.reasons,
      ...sizeReasons(facts, base, size, views),
      fineTune
        ? { code: 'fineTune', values: { train: trainImages, last: LAST } }
        : { code: 'headOnly', values: { train: trainImages } },
      ...(views > 1 ? [{ code: 'views', values: { views } }] : []),
      ...(uneven
        ? [
            {
              code: 'uneven',
              values: {
                most: uneven.most.name,
                mostCount: uneven.most.count,
                fewest: uneven.fewest.name,
                fewestCount: uneven.fewest.count,
              },
            },
          ]
        : []),
      { code: 'baseline', values: { size: baseline } },
    ],
  })
}
