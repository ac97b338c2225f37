// What the comparison comes to. Entries are compared, not runs: several seeds of a model speak as one.
import { type EntryPair, type Verdict } from '../../contract'
import { sameTestImages } from './conditions'
import { type Entry } from './entries'
import { discordant, rightBits } from './rightness'
import { crossedNeeded } from './significance/crossed'
import { imagesNeeded } from './significance/mcnemar'
import { aboutUp, verdictText } from './verdict-text'

/** The run of an entry with the highest test accuracy; of equal ones that of the lowest loss. */
const bestRun = ({ evaluated }: Entry): string =>
  [...evaluated].sort(
    ({ evaluation: { test: a } }, { evaluation: { test: b } }) => b.accuracy - a.accuracy || a.loss - b.loss,
  )[0]!.run.id

/** Test images that would show a difference such as that of the two; null where no number of them would. */
function neededFor(a: Entry, b: Entry): number | null {
  const [first, other] = [a.evaluated[0]!.evaluation, b.evaluated[0]!.evaluation]
  if (a.evaluated.length > 1 || b.evaluated.length > 1) return crossedNeeded(a.group!, b.group!)
  const { onlyA, onlyB } = discordant(rightBits(first.predictions), rightBits(other.predictions))
  return imagesNeeded(onlyA, onlyB, first.test.count)
}

/**
 * Holds the best entry against the others; equal ones are ranked by their test loss. Unfair where any two of them saw
 * different test images.
 *
 * @param all the best first, and their pairs, as `compareEntries` gives them
 */
export function judge(all: readonly Entry[], pairs: readonly EntryPair[]): Verdict {
  const entries = all.filter((one) => one.evaluated.length > 0)
  const fields = judged(entries, pairs)
  return { ...fields, text: verdictText(fields, entries, pairs.length) }
}

function judged(entries: readonly Entry[], pairs: readonly EntryPair[]): Omit<Verdict, 'text'> {
  const none = {
    second: null,
    secondEntry: null,
    tied: [],
    difference: null,
    p: null,
    testCount: null,
    needed: null,
  }
  const [best, second] = entries
  if (!best) return { ...none, kind: 'single', best: null, bestEntry: null }
  const first = best.evaluated[0]!
  const testCount = first.evaluation.test.count
  const leader = { ...none, best: bestRun(best), bestEntry: 0 }
  if (!second) return { ...leader, kind: 'single', testCount }

  if (entries.some((one) => !sameTestImages(first, one.evaluated[0]!))) {
    const difference = best.shown.mean! - second.shown.mean!
    return { ...leader, kind: 'unfair', second: bestRun(second), secondEntry: 1, difference }
  }
  const against = pairs.filter(({ a }) => a === 0)
  const tied = against.filter((pair) => !pair.decided).map(({ b }) => b)
  const secondEntry = tied[0] ?? 1
  const rival = entries[secondEntry]!
  const { difference, holm } = against.find(({ b }) => b === secondEntry)!
  const found = { ...leader, second: bestRun(rival), secondEntry, tied, difference, p: holm, testCount }
  if (tied.length === 0) return { ...found, kind: 'better' }
  const estimate = neededFor(best, rival)
  return { ...found, kind: 'tie', needed: estimate && aboutUp(estimate) }
}
