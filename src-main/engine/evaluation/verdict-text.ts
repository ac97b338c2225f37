// A verdict in words, for the terminal and for records: one sentence that claims no more than the test images show.
import { isImported, type Verdict } from '../../contract'
import { sameTestImages, type JudgedRun } from './conditions'
import { type Entry } from './entries'
import { SIGNIFICANCE } from './pairs'

const share = (value: number): string => value.toFixed(3)
const images = (n: number): string => (n === 1 ? '1 test image' : `${n} test images`)

/** "p = 0.03", "p < 0.0001"; never rounded to the other side of the line. */
export function pText(p: number): string {
  if (p < 0.0001) return 'p < 0.0001'
  for (let digits = 2; digits < 6; digits++) {
    const rounded = Number(p.toFixed(digits))
    if (rounded > 0 && rounded < SIGNIFICANCE === p < SIGNIFICANCE) return `p = ${p.toFixed(digits)}`
  }
  return `p = ${p}`
}

/** Two significant digits, upwards: an estimate should not look like a count. */
export function aboutUp(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1)
  return Math.ceil(n / unit) * unit
}

/** An entry's name, and how many seeds it has. */
const name = ({ shown, evaluated }: Entry): string =>
  evaluated.length > 1 ? `${shown.name} (${evaluated.length} seeds)` : shown.name

/** "0.847", "0.847 ± 0.012" */
const accuracy = ({ shown }: Entry): string =>
  shown.deviation === null ? share(shown.mean!) : `${share(shown.mean!)} ± ${share(shown.deviation)}`

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')

/** One of the two was tested on all pictures, the other on the test split. */
const foldsDiffer = (a: JudgedRun, b: JudgedRun): boolean => (a.run.folds === null) !== (b.run.folds === null)

function outlook({ needed, difference }: Omit<Verdict, 'text'>, best: Entry, rival: Entry): string {
  if (needed !== null)
    return `about ${needed.toLocaleString('en')} would be needed for a difference of this size`
  if (difference === 0) return 'they got equally many right'
  return best.evaluated.length > 1 && rival.evaluated.length > 1
    ? 'their seeds differ as much as they do, so more seeds would be needed'
    : 'no number of images would, with as few seeds'
}

/** Of models that were trained elsewhere nobody here knows what they have seen. */
function elsewhereText(entries: readonly Entry[]): string {
  const names = entries.filter(({ evaluated }) => isImported(evaluated[0]!.run)).map(name)
  const [was, has] = names.length > 1 ? ['were', 'have'] : ['was', 'has']
  if (names.length === 0) return ''
  return ` ${listed(names)} ${was} trained elsewhere: whether ${names.length > 1 ? 'they' : 'it'} ${has} seen these images is not known.`
}

/**
 * @param entries those that have evaluated runs, the best first
 * @param pairs how many pairs of them the p-values are corrected for
 */
export const verdictText = (
  verdict: Omit<Verdict, 'text'>,
  entries: readonly Entry[],
  pairs: number,
): string => `${judgement(verdict, entries, pairs)}${elsewhereText(entries)}`

function judgement(verdict: Omit<Verdict, 'text'>, entries: readonly Entry[], pairs: number): string {
  const { kind, testCount, difference, p, tied } = verdict
  const [best] = entries
  if (!best) return 'No run has been evaluated yet.'
  const first = best.evaluated[0]!
  if (kind === 'single') {
    const { low, high } = best.shown.total!
    const range = `95 % interval ${share(low)} to ${share(high)}`
    return `${name(best)}: ${accuracy(best)} on ${images(testCount!)} (${range}); there is no second ${best.evaluated.length > 1 ? 'model' : 'run'} to compare it with.`
  }
  if (kind === 'unfair') {
    const stranger = entries.find((one) => !sameTestImages(first, one.evaluated[0]!))!
    const folds = foldsDiffer(first, stranger.evaluated[0]!) ? ', both with folds or both without' : ''
    return `${name(best)} and ${name(stranger)} were tested on different images, so their accuracies cannot be compared; train them on the same dataset and split${folds}.`
  }
  const rival = entries[verdict.secondEntry!]!
  const accuracies = `${accuracy(best)} against ${accuracy(rival)}`
  const chance = pairs > 1 ? `${pText(p!)} after Holm's correction for ${pairs} pairs` : pText(p!)
  if (kind === 'better') {
    const all = entries.length === 3 ? 'both others' : `all ${entries.length - 1} others`
    const others = entries.length > 2 ? `${all}, the next of which is ${name(rival)}` : name(rival)
    return `${name(best)} is better than ${others}: ${accuracies} on the same ${images(testCount!)} (difference ${(100 * difference!).toFixed(1)} points, ${chance}).`
  }
  const others = tied.slice(1).map((place) => name(entries[place]!))
  const more = others.length > 0 ? ` Nor can they tell ${name(best)} from ${listed(others)}.` : ''
  const these = testCount === 1 ? 'this 1 test image' : `these ${testCount} test images`
  return `${name(best)} and ${name(rival)}, ${accuracies}: ${these} cannot tell them apart (${chance}); ${outlook(verdict, best, rival)}.${more}`
}
