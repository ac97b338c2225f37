// How results vary with the seed: the runs of a recipe that differ in nothing else, taken together.
import type { RunSummary } from './run'

export interface PartSpread {
  /** The recipe's name for these runs. */
  part: string
  /** In the order of their seeds. */
  runs: string[]
  seeds: number[]
  /** Test accuracy of each; null where a run has none. */
  accuracies: (number | null)[]
  /** Over the runs that have one; null where none has. */
  mean: number | null
  /** Sample standard deviation (n − 1); null below two runs. */
  deviation: number | null
  low: number | null
  high: number | null
  /** Seconds of training, of all of them together. */
  seconds: number
}

/** What a run of a recipe is called without its seed. */
export const partOf = ({ recipe, name }: Pick<RunSummary, 'recipe' | 'name'>): string => recipe?.part ?? name

type Summary = Pick<RunSummary, 'run' | 'name' | 'seed' | 'recipe' | 'testAccuracy' | 'seconds'>

function spreadOf(part: string, all: readonly Summary[]): PartSpread {
  const runs = [...all].sort((a, b) => a.seed - b.seed)
  const accuracies = runs.map((one) => one.testAccuracy)
  const known = accuracies.filter((one) => one !== null)
  const n = known.length
  const mean = n === 0 ? null : known.reduce((sum, one) => sum + one, 0) / n
  const squares = mean === null ? 0 : known.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return {
    part,
    runs: runs.map(({ run }) => run),
    seeds: runs.map(({ seed }) => seed),
    accuracies,
    mean,
    deviation: n < 2 ? null : Math.sqrt(squares / (n - 1)),
    low: n === 0 ? null : Math.min(...known),
    high: n === 0 ? null : Math.max(...known),
    seconds: runs.reduce((sum, one) => sum + (one.seconds ?? 0), 0),
  }
}

/** @param runs of one set, in any order; parts come in the order of their first runs */
export function seedSpread(runs: readonly Summary[]): PartSpread[] {
  const parts = new Map<string, Summary[]>()
  for (const run of runs) {
    const part = partOf(run)
    parts.set(part, [...(parts.get(part) ?? []), run])
  }
  return [...parts].map(([part, all]) => spreadOf(part, all))
}
