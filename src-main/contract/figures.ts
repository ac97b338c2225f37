// What a model is worth: every figure of its test, with its uncertainty. Made from evaluation.json and
// test-probabilities.f32 alone; kept as figures.json beside them.
import { z } from './zod'
import { count } from './common'
import { interval } from './run'

/** A figure and its 95 % interval; null where it is not defined (a class that is absent), or has no interval. */
export const figure = z.object({ value: z.number().nullable(), interval: interval.nullable() })
export type Figure = z.infer<typeof figure>

/**
 * Definitions are scikit-learn's with its defaults: means are over the classes that occur or were predicted, and a
 * class that was never predicted has precision 0 in them, one that does not occur recall 0.
 */
const overall = {
  accuracy: figure,
  /** Of data sets with more classes than k. */
  top2: figure.optional(),
  top3: figure.optional(),
  top5: figure.optional(),
  /** Mean cross-entropy (natural logarithm). */
  loss: figure,
  precisionMacro: figure,
  precisionWeighted: figure,
  recallMacro: figure,
  recallWeighted: figure,
  f1Macro: figure,
  f1Weighted: figure,
  balancedAccuracy: figure,
  /** Cohen's. */
  kappa: figure,
  /** One class against the rest; means are over the classes of which there are test images, and others than them. */
  rocAucMacro: figure,
  rocAucWeighted: figure,
  averagePrecisionMacro: figure,
  averagePrecisionWeighted: figure,
  /** Expected calibration error, 15 bins of equal width. */
  ece: figure,
}
export const figureNames = Object.keys(overall) as FigureName[]
export type FigureName = keyof typeof overall
export const figureName = z.enum(figureNames)

export const classFigures = z.object({
  name: z.string(),
  /** Test images of this class, images that were said to be of it, and images that are both. */
  count,
  predicted: count,
  right: count,
  precision: figure,
  recall: figure,
  f1: figure,
  rocAuc: figure,
  averagePrecision: figure,
})
export type ClassFigures = z.infer<typeof classFigures>

/** Images whose confidence (probability of the predicted class) lies in (low, high]. */
export const reliabilityBin = z.object({
  low: z.number(),
  high: z.number(),
  count,
  /** Null where the bin is empty. */
  confidence: z.number().nullable(),
  accuracy: z.number().nullable(),
  interval: interval.nullable(),
})

export const calibration = z.object({
  bins: z.array(reliabilityBin),
  /** Mean confidence minus accuracy: above zero the model says too much. */
  overconfidence: z.number(),
  /**
   * Temperature scaling (Guo et al. 2017): what logits are divided by so that the loss is least. Each half of the test
   * images is judged with the temperature of the other half, so `ece` and `loss` are honest.
   */
  temperature: z.object({ value: z.number(), ece: z.number(), loss: z.number() }).nullable(),
})

export const figures = z.object({
  version: z.literal(1),
  /** Test images. */
  count,
  ...overall,
  classes: z.array(classFigures),
  calibration,
})
export type Figures = z.infer<typeof figures>

/** Points of a curve, at most 400; `x` and `y` are equally long. */
const curve = z.object({ x: z.array(z.number()), y: z.array(z.number()) })

/** One class against the rest; null where the test set has none of it, `roc` also where it has nothing else. */
export const classCurves = z.object({
  name: z.string(),
  /** False positive rate, true positive rate. */
  roc: curve.nullable(),
  /** Recall, precision. */
  precisionRecall: curve.nullable(),
})
export const runCurves = z.object({ classes: z.array(classCurves) })
export type RunCurves = z.infer<typeof runCurves>
