// The figures of a confusion matrix. All of them need no more than its diagonal and its sums, which a resample of the
// images gives in one pass.

/** Of each class. Counts may be broken where they are expectations. */
export interface Marginals {
  /** Images of it, images said to be of it, and images that are both. */
  support: Float64Array
  predicted: Float64Array
  hits: Float64Array
}

export const emptyMarginals = (classes: number): Marginals => ({
  support: new Float64Array(classes),
  predicted: new Float64Array(classes),
  hits: new Float64Array(classes),
})

/** @param times how often each image counts */
export function countMarginals(
  { support, predicted, hits }: Marginals,
  labels: ArrayLike<number>,
  said: ArrayLike<number>,
  times: ArrayLike<number>,
): void {
  support.fill(0)
  predicted.fill(0)
  hits.fill(0)
  for (let i = 0; i < labels.length; i++) {
    const [label, guess, weight] = [labels[i]!, said[i]!, times[i]!]
    support[label]! += weight
    predicted[guess]! += weight
    if (guess === label) hits[label]! += weight
  }
}

/** Figures over all classes, NaN where one is not defined. */
export interface Means {
  precisionMacro: number
  precisionWeighted: number
  recallMacro: number
  recallWeighted: number
  f1Macro: number
  f1Weighted: number
  balancedAccuracy: number
  kappa: number
}

/**
 * As scikit-learn's `precision_score`, `recall_score` and `f1_score` with `average` `macro` and `weighted` (over the
 * classes that occur or were predicted; a fraction of nothing counts as 0), `balanced_accuracy_score` (over the classes
 * that occur) and `cohen_kappa_score` (not defined where one class is all there is and all that was said).
 */
export function means({ support, predicted, hits }: Marginals): Means {
  let [there, occurring, total, right, chance] = [0, 0, 0, 0, 0]
  const macro = { precision: 0, recall: 0, f1: 0 }
  const weighted = { precision: 0, recall: 0, f1: 0 }
  for (let c = 0; c < support.length; c++) {
    const [s, p, h] = [support[c]!, predicted[c]!, hits[c]!]
    if (s === 0 && p === 0) continue
    const precision = p > 0 ? h / p : 0
    const recall = s > 0 ? h / s : 0
    const f1 = (2 * h) / (s + p)
    there++
    if (s > 0) occurring++
    total += s
    right += h
    chance += s * p
    macro.precision += precision
    macro.recall += recall
    macro.f1 += f1
    weighted.precision += s * precision
    weighted.recall += h
    weighted.f1 += s * f1
  }
  const byChance = chance / total
  return {
    precisionMacro: macro.precision / there,
    precisionWeighted: weighted.precision / total,
    recallMacro: macro.recall / there,
    recallWeighted: weighted.recall / total,
    f1Macro: macro.f1 / there,
    f1Weighted: weighted.f1 / total,
    // The recall of a class that does not occur is 0 above and not counted here.
    balancedAccuracy: macro.recall / occurring,
    kappa: byChance === total ? NaN : (right - byChance) / (total - byChance),
  }
}
