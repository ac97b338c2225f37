// Runs that differ in their seed alone, taken together: one entry each in the ranking.
import { type ComparisonEntry, type EntryPair, type Figures, figureNames } from '../../contract'
import { isEvaluated, sameTestImages, type EvaluatedRun, type JudgedRun } from './conditions'
import { withHolm } from './pairs'
import { discordant, rightBits } from './rightness'
import { groupName, seedGroups } from './seed-groups'
import { seedSpread } from './seed-spread'
import { crossedInterval, crossedTest, groupOf, type Group } from './significance/crossed'
import { differenceInterval } from './significance/difference-interval'
import { mcnemar } from './significance/mcnemar'

/** An entry with the runs that it is made of. */
export interface Entry {
  shown: ComparisonEntry
  evaluated: EvaluatedRun[]
  /** Image by image; null before any of them was evaluated. */
  group: Group | null
}

const fraction = { low: 0, high: 1 }
const aroundZero = { low: -1, high: 1 }
const aboveZero = { low: 0, high: Infinity }

function entryOf(runs: JudgedRun[], figuresOf: (one: EvaluatedRun) => Figures | null): Entry {
  const evaluated = runs.filter(isEvaluated)
  const shown: ComparisonEntry = {
    name: groupName(runs),
    runs: runs.map((one) => one.run.id),
    seeds: runs.map((one) => one.run.seed),
    evaluated: evaluated.length,
    over: null,
    mean: null,
    deviation: null,
    interval: null,
    total: null,
    figures: {},
    rank: null,
  }
  if (evaluated.length === 0) return { shown, evaluated, group: null }
  const many = evaluated.length > 1
  const group = groupOf(
    evaluated.map((one) => rightBits(one.evaluation.predictions)),
    evaluated[0]!.evaluation.test.count,
  )
  const accuracy = seedSpread(
    evaluated.map(({ evaluation }) => ({
      value: evaluation.test.accuracy,
      interval: evaluation.testInterval,
    })),
    fraction,
  )
  const total = many ? crossedInterval(group) : accuracy.interval
  const figures = figureSpreads(evaluated.map(figuresOf))
  return {
    shown: { ...shown, over: many ? 'seeds' : 'images', ...accuracy, total, figures },
    evaluated,
    group,
  }
}

/** Of the figures that all runs have. */
function figureSpreads(all: readonly (Figures | null)[]): ComparisonEntry['figures'] {
  const found: ComparisonEntry['figures'] = {}
  for (const name of figureNames) {
    const each = all.map((one) => one?.[name])
    const known = each.flatMap((one) => (one && one.value !== null ? [{ ...one, value: one.value }] : []))
    if (known.length < all.length) continue
    found[name] = seedSpread(known, name === 'loss' ? aboveZero : name === 'kappa' ? aroundZero : fraction)
  }
  return found
}

/** Entries of the same name are told apart by the id of their first run. */
function tellApart(entries: readonly Entry[]): void {
  const names = entries.map(({ shown }) => shown.name)
  for (const { shown } of entries)
    if (names.filter((name) => name === shown.name).length > 1)
      shown.name = `${shown.name} · ${shown.runs[0]!}`
}

const meanLoss = ({ evaluated }: Entry): number =>
  evaluated.reduce((sum, one) => sum + one.evaluation.test.loss, 0) / evaluated.length

/** The best first: by mean accuracy, equal ones by mean loss; those without an evaluated run last. */
function better(a: Entry, b: Entry): number {
  if (a.shown.mean === null || b.shown.mean === null)
    return Number(a.shown.mean === null) - Number(b.shown.mean === null)
  return b.shown.mean - a.shown.mean || meanLoss(a) - meanLoss(b)
}

/** Two entries that have evaluated runs. */
function comparePair(a: Entry, b: Entry): Pick<EntryPair, 'difference' | 'differenceInterval' | 'test'> {
  const difference = a.shown.mean! - b.shown.mean!
  const [x, y] = [a.evaluated[0]!, b.evaluated[0]!]
  if (!sameTestImages(x, y)) return { difference, differenceInterval: null, test: null }
  const count = x.evaluation.predictions.label.length
  if (a.evaluated.length === 1 && b.evaluated.length === 1) {
    const [right, other] = [rightBits(x.evaluation.predictions), rightBits(y.evaluation.predictions)]
    const { onlyA, onlyB } = discordant(right, other)
    return {
      difference,
      differenceInterval: differenceInterval(onlyA, onlyB, count),
      test: mcnemar(onlyA, onlyB),
    }
  }
  const { p, method, interval } = crossedTest(a.group!, b.group!)
  return { difference, differenceInterval: interval, test: { p, method } }
}

/**
 * Entries, the best first, every two of them compared, and ranked by what is decided: entries that cannot be told
 * apart share a rank. Ranks are null where not all were tested on the same images.
 *
 * @param figuresOf a run's figures, if they could be made
 */
export function compareEntries(
  runs: readonly JudgedRun[],
  figuresOf: (one: EvaluatedRun) => Figures | null,
): { entries: Entry[]; pairs: EntryPair[] } {
  const entries = seedGroups(runs)
    .map((group) => entryOf(group, figuresOf))
    .sort(better)
  tellApart(entries)
  const tested = entries.filter((one) => one.evaluated.length > 0)
  const every = tested.flatMap((a, i) =>
    tested.slice(i + 1).map((b, j) => ({ a: i, b: i + 1 + j, ...comparePair(a, b) })),
  )
  const pairs = withHolm(every, (pair) => pair.test?.p ?? null)
  const fair = pairs.every((pair) => pair.test !== null)
  tested.forEach((entry, place) => {
    const above = pairs.filter((pair) => pair.b === place && pair.decided).length
    entry.shown.rank = fair ? 1 + above : null
  })
  return { entries, pairs }
}
