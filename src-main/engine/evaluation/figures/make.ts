// Every figure of a run's test, with its uncertainty. Fractions of images have Wilson's interval, all else is
// resampled (docs/decisions/0015).
import { type ClassFigures, type Figure, type Figures, type Interval } from '../../../contract'
import { type Task } from '../../task'
import { wilsonInterval } from '../statistics/wilson'
import { centredInterval, percentileInterval, REPLICATES, resample } from './bootstrap'
import { perfectAreaInterval, worstMeans } from './bounds'
import { claimsOf, overconfidence, reliabilityBins } from './calibration'
import { areaMean, classF1, measurer, resampledNames, type ResampledName } from './measure'
import { type Scores } from './scores'
import { temperatureOf } from './temperature'
import { placesOfTruth } from './top-k'

/** A fraction of images. */
const fraction = (part: number, whole: number): Figure => ({
  value: whole > 0 ? part / whole : null,
  interval: wilsonInterval(part, whole),
})

const figure = (value: number, interval: Interval | null): Figure =>
  Number.isNaN(value) ? { value: null, interval: null } : { value, interval }

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** What each figure came to in each resample. */
function collector(classes: number) {
  const empty = () => new Float64Array(REPLICATES)
  const perClass = () => Array.from({ length: classes }, empty)
  const overall = Object.fromEntries(resampledNames.map((name) => [name, empty()])) as Record<
    ResampledName,
    Float64Array
  >
  return { overall, f1: perClass(), rocAuc: perClass(), averagePrecision: perClass() }
}

/**
 * @param scores of at least one image
 * @param task reports nothing; it is asked whether to go on
 * @throws UserError `cancelled`
 */
export async function makeFigures(scores: Scores, task: Task): Promise<Figures> {
  const { classes, labels, predicted, probabilities } = scores
  const [count, width] = [labels.length, classes.length]
  const claims = claimsOf(probabilities, width, labels, predicted)
  const measure = measurer(scores, claims)
  const drawn = collector(width)
  await resample(
    count,
    REPLICATES,
    (times, at) => {
      const { overall, marginals, areas } = measure(times)
      for (const name of resampledNames) drawn.overall[name][at] = overall[name]
      areas.forEach((one, c) => {
        drawn.f1[c]![at] = classF1(marginals, c)
        drawn.rocAuc[c]![at] = one.rocAuc
        drawn.averagePrecision[c]![at] = one.averagePrecision
      })
    },
    task,
  )

  const { overall, marginals, areas } = measure(new Uint16Array(count).fill(1))
  const { support, predicted: said, hits } = marginals
  const right = total(hits)
  const rocAucs = areas.map(({ rocAuc }, c) => {
    const perfect = rocAuc === 1 ? perfectAreaInterval(support[c]!, count - support[c]!) : null
    return figure(rocAuc, percentileInterval(drawn.rocAuc[c]!) ?? perfect)
  })
  const worst = right === count ? worstMeans(marginals) : null
  const atBound = (name: ResampledName): Interval | null => {
    if (worst && name in worst) return { low: worst[name as keyof typeof worst], high: overall[name] }
    // The mean of what each class could be; NaN, and no interval, where a class can say nothing.
    const lows = (weights?: Float64Array) =>
      areaMean(
        areas,
        ({ rocAuc }, c) => (Number.isNaN(rocAuc) ? NaN : (rocAucs[c]!.interval?.low ?? -1)),
        weights,
      )
    if (overall[name] !== 1) return null
    if (name === 'rocAucMacro') return { low: Math.max(0, lows()), high: 1 }
    return name === 'rocAucWeighted' ? { low: Math.max(0, lows(support)), high: 1 } : null
  }
  const resampled = (name: ResampledName): Figure =>
    figure(overall[name], percentileInterval(drawn.overall[name]) ?? atBound(name))
  const places = placesOfTruth(probabilities, width, labels)
  const top = (k: number): Figure => fraction(places.filter((place) => place < k).length, count)

  return {
    version: 1,
    count,
    accuracy: fraction(right, count),
    ...(width > 2 && { top2: top(2) }),
    ...(width > 3 && { top3: top(3) }),
    ...(width > 5 && { top5: top(5) }),
    loss: resampled('loss'),
    precisionMacro: resampled('precisionMacro'),
    precisionWeighted: resampled('precisionWeighted'),
    recallMacro: resampled('recallMacro'),
    // By definition the accuracy.
    recallWeighted: fraction(right, count),
    f1Macro: resampled('f1Macro'),
    f1Weighted: resampled('f1Weighted'),
    balancedAccuracy: resampled('balancedAccuracy'),
    kappa: resampled('kappa'),
    rocAucMacro: resampled('rocAucMacro'),
    rocAucWeighted: resampled('rocAucWeighted'),
    averagePrecisionMacro: resampled('averagePrecisionMacro'),
    averagePrecisionWeighted: resampled('averagePrecisionWeighted'),
    ece: figure(overall.ece, centredInterval(drawn.overall.ece, overall.ece, { low: 0, high: 1 })),
    classes: classes.map((name, c): ClassFigures => {
      const [precision, recall] = [fraction(hits[c]!, said[c]!), fraction(hits[c]!, support[c]!)]
      const f1 = classF1(marginals, c)
      const low = Math.min(precision.interval?.low ?? 0, recall.interval?.low ?? 0)
      return {
        name,
        count: support[c]!,
        predicted: said[c]!,
        right: hits[c]!,
        precision,
        recall,
        // Where it is 1 in every resample: F1 is never below the lower of the two.
        f1: figure(f1, percentileInterval(drawn.f1[c]!) ?? (f1 === 1 ? { low, high: 1 } : null)),
        rocAuc: rocAucs[c]!,
        averagePrecision: figure(areas[c]!.averagePrecision, percentileInterval(drawn.averagePrecision[c]!)),
      }
    }),
    calibration: {
      bins: reliabilityBins(claims),
      overconfidence: overconfidence(claims),
      temperature: temperatureOf(scores),
    },
  }
}
