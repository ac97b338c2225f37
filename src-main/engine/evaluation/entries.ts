// Runs that differ in their seed alone, taken together: one entry each in the ranking.
import { type ComparisonEntry, type EntryPair, type Figures, figureNames } from '../../contract'
import { isEvaluated, recipeKey, sameTestImages, type EvaluatedRun, type JudgedRun } from './conditions'
import { withHolm } from './pairs'
import { discordant, rightBits } from './rightness'
import { seedSpread } from './seed-spread'
import { crossedInterval, crossedTest } from './significance/crossed'
import { differenceInterval } from './significance/difference-interval'
import { mcnemar } from './significance/mcnemar'
import { testSetKey } from './test-set'

/** An entry with the runs that it is made of. */
export interface Entry {
  shown: ComparisonEntry
  evaluated: EvaluatedRun[]
}

/** Runs of one recipe, one a seed. Of runs of the same seed the second begins another group, as it adds no luck. */
function groups(runs: readonly JudgedRun[]): JudgedRun[][] {
  const found = new Map<string, JudgedRun[]>()
  const seen = new Map<string, number>()
  for (const one of runs) {
    const tested = one.evaluation ? testSetKey(one.evaluation.predictions) : null
    const key = recipeKey(one)
    const time = seen.get(`${key} ${one.run.seed}`) ?? 0
    seen.set(`${key} ${one.run.seed}`, time + 1)
    const place = `${key} ${time}`
    const group = found.get(place) ?? []
    const other = group.find(isEvaluated)
    if (tested !== null && other && testSetKey(other.evaluation.predictions) !== tested)
      found.set(`${place} ${one.run.id}`, [one])
    else found.set(place, [...group, one])
  }
  return [...found.values()].map((group) => [...group].sort((a, b) => a.run.seed - b.run.seed))
}

/** What several runs are called together: the recipe's word for them, or what their names begin with. */
function nameOf(group: readonly JudgedRun[]): string {
  const names = group.map((one) => one.summary.name)
  if (group.length === 1) return names[0]!
  const parts = new Set(group.map((one) => one.run.recipe?.part))
  const [part] = parts
  if (parts.size === 1 && part) return part
  let common = names[0]!
  for (const name of names) while (!name.startsWith(common)) common = common.slice(0, -1)
  // "CNN, seed " and "CNN (" are what is left of "CNN, seed 1" and "CNN (2)".
  return common.replace(/[\s,;:·([{–-]*(\b(seed|semilla|semente)\b)?[\s\d,;:·=#([{–-]*$/iu, '') || names[0]!
}

const fraction = { low: 0, high: 1 }
const aroundZero = { low: -1, high: 1 }
const aboveZero = { low: 0, high: Infinity }

const bitsOf = (runs: readonly EvaluatedRun[]): Uint32Array[] =>
  runs.map((one) => rightBits(one.evaluation.predictions))

function entryOf(group: JudgedRun[], figuresOf: (one: EvaluatedRun) => Figures | null): Entry {
  const evaluated = group.filter(isEvaluated)
  const base = {
    name: nameOf(group),
    runs: group.map((one) => one.run.id),
    seeds: group.map((one) => one.run.seed),
  }
  const nothing = {
    over: null,
    mean: null,
    deviation: null,
    interval: null,
    total: null,
    figures: {},
    rank: null,
  }
  if (evaluated.length === 0) return { shown: { ...base, evaluated: 0, ...nothing }, evaluated }
  const all = evaluated.map(figuresOf)
  const figures: ComparisonEntry['figures'] = {}
  for (const name of figureNames) {
    const each = all.map((one) => one?.[name] ?? null)
    const known = each.filter((one) => one !== null && one.value !== null)
    if (known.length < each.length) continue
    const values = known.map((one) => ({ value: one!.value!, interval: one!.interval }))
    figures[name] = seedSpread(values, name === 'loss' ? aboveZero : name === 'kappa' ? aroundZero : fraction)
  }
  const accuracy = seedSpread(
    evaluated.map(({ evaluation }) => ({
      value: evaluation.test.accuracy,
      interval: evaluation.testInterval,
    })),
    fraction,
  )
  const many = evaluated.length > 1
  const total = many
    ? crossedInterval(bitsOf(evaluated), evaluated[0]!.evaluation.test.count)
    : accuracy.interval
  return {
    shown: {
      ...base,
      evaluated: evaluated.length,
      over: many ? 'seeds' : 'images',
      ...accuracy,
      total,
      figures,
      rank: null,
    },
    evaluated,
  }
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
    const { onlyA, onlyB } = discordant(bitsOf(a.evaluated)[0]!, bitsOf(b.evaluated)[0]!)
    return {
      difference,
      differenceInterval: differenceInterval(onlyA, onlyB, count),
      test: mcnemar(onlyA, onlyB),
    }
  }
  const { p, method, interval } = crossedTest(bitsOf(a.evaluated), bitsOf(b.evaluated), count)
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
  const entries = groups(runs)
    .map((group) => entryOf(group, figuresOf))
    .sort(better)
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
