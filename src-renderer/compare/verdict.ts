// Which words a verdict takes, and from which numbers. Pure, so that every case can be tested. Entries are spoken of,
// not runs: several seeds of a model are one.
import { type Comparison, type ComparisonEntry } from '../../src-main/contract'

export interface VerdictWords {
  kind: 'better' | 'tie' | 'unfair' | 'single' | 'waiting'
  /** Keys of messages; the view fills in names and numbers. */
  title: string
  text: string
  best: ComparisonEntry | null
  second: ComparisonEntry | null
  difference: number | null
  testCount: number | null
  /** Names of all that the test pictures cannot tell from the best, the best first; of a tie between more than two. */
  tied: string[]
  /** Test pictures that would settle a tie. */
  needed: number | null
  /** Names of the conditions that make the comparison unfair. */
  differing: string[]
  /** The test behind it: key of its sentence, its p, and how many pairs p was adjusted for (Holm), if it was. */
  test: { key: string; p: number; pairs: number } | null
  cochran: { p: number; q: number; df: number; runs: number; differ: boolean } | null
}

/** Below this p-value a difference is called one, as in the engine. */
export const significance = 0.05

function titleKey(kind: VerdictWords['kind'], entries: number, tied: number): string {
  if (kind === 'better' && entries > 2) return 'compare.verdict.better.titleOfAll'
  if (kind === 'tie' && tied > 2) return 'compare.verdict.tie.titleOfMany'
  return `compare.verdict.${kind}.title`
}

function textKey(
  kind: VerdictWords['kind'],
  difference: number | null,
  seeds: boolean,
  tied: number,
): string {
  if (kind === 'tie' && tied > 2) return 'compare.verdict.tie.textOfMany'
  if (kind === 'tie' && difference === 0) return 'compare.verdict.tie.equal'
  if ((kind === 'tie' || kind === 'better') && seeds) return `compare.verdict.${kind}.seeds`
  return `compare.verdict.${kind}.text`
}

export function verdictWords(comparison: Comparison): VerdictWords {
  const { verdict, runs, conditions, entries, entryPairs, cochran } = comparison
  const evaluated = runs.filter((run) => run.evaluation !== null).length
  const kind = evaluated === 0 ? 'waiting' : verdict.kind
  const awaited = kind === 'single' && evaluated < runs.length
  const entry = (at: number | null) => (at === null ? null : (entries[at] ?? null))
  const [best, second] = [entry(verdict.bestEntry), entry(verdict.secondEntry)]
  const judged = entries.filter((one) => one.evaluated > 0)
  const tied =
    kind === 'tie' ? [verdict.bestEntry, ...verdict.tied].flatMap((at) => entry(at)?.name ?? []) : []
  const seeds = [best, second].some((one) => (one?.evaluated ?? 0) > 1)
  const pair = entryPairs.find(
    ({ a, b }) => [a, b].includes(verdict.bestEntry ?? -1) && [a, b].includes(verdict.secondEntry ?? -1),
  )
  const compares = kind === 'better' || kind === 'tie'
  const testKey = pair?.test?.method === 'crossed' || pair?.test?.method === 'images' ? 'pSeeds' : 'p'
  return {
    kind,
    // Of runs that lie beside it without a result, it is not alone: they are awaited.
    title: awaited ? 'compare.verdict.single.awaitedTitle' : titleKey(kind, judged.length, tied.length),
    text: awaited ? 'compare.verdict.single.awaited' : textKey(kind, verdict.difference, seeds, tied.length),
    best,
    second,
    difference: verdict.difference === null ? null : Math.abs(verdict.difference),
    testCount: verdict.testCount,
    tied: tied.length > 2 ? tied : [],
    needed: kind === 'tie' ? verdict.needed : null,
    differing: conditions.filter((one) => one.matters && !one.same).map((one) => one.name),
    test:
      compares && verdict.p !== null
        ? {
            key: `compare.verdict.${testKey}`,
            p: verdict.p,
            pairs: judged.length > 2 ? entryPairs.filter(({ test }) => test !== null).length : 1,
          }
        : null,
    cochran: compares && cochran ? { ...cochran, runs: evaluated, differ: cochran.p < significance } : null,
  }
}
