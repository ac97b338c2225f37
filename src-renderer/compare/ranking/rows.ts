// The rows of the ranking: entries in the order of their places, or sorted by a column. Pure.
import { type ComparedRun, type Comparison, type ComparisonEntry } from '../../../src-main/contract'
import { columns, valueOfEntry, type ColumnName } from './columns'

export interface PlacedRun {
  run: ComparedRun
  /** Its place in the comparison: letter and colour, whatever the order of the rows. */
  place: number
}

export interface RankingRow {
  /** Place in `entries`. */
  at: number
  entry: ComparisonEntry
  runs: PlacedRun[]
  medal: Medal
}

/**
 * `rank` 1 to 3 gets a medal, later ones a number. `shared`: others cannot be told apart from it and hold the same
 * place. `tie`: nothing could be told apart at all, so there is nothing to give a medal for.
 */
export type Medal =
  | { kind: 'place'; rank: number; shared: boolean }
  | { kind: 'tie' }
  /** Not evaluated, alone, or not comparable. */
  | { kind: 'none' }

export function medals({ entries, verdict }: Pick<Comparison, 'entries' | 'verdict'>): Medal[] {
  const ranked = entries.filter(({ rank }) => rank !== null)
  const none = (): Medal => ({ kind: 'none' })
  if (ranked.length < 2 || verdict.kind === 'unfair') return entries.map(none)
  const tie = ranked.every(({ rank }) => rank === 1)
  return entries.map(({ rank }): Medal => {
    if (rank === null) return none()
    if (tie) return { kind: 'tie' }
    return { kind: 'place', rank, shared: ranked.filter((other) => other.rank === rank).length > 1 }
  })
}

export interface Order {
  by: ColumnName | 'place'
  reversed: boolean
}

/** By place: as the comparison has them, best first. By a column: best first too; rows without a value come last. */
export function rankingRows(comparison: Comparison, { by, reversed }: Order): RankingRow[] {
  const medal = medals(comparison)
  const placeOf = new Map(comparison.runs.map((run, place) => [run.run, { run, place }]))
  const rows = comparison.entries.map((entry, at): RankingRow => ({
    at,
    entry,
    runs: entry.runs.flatMap((id) => placeOf.get(id) ?? []),
    medal: medal[at]!,
  }))
  if (by === 'place') {
    // A run that is shown to be worse than another never stands above it, whatever its accuracy.
    const rank = ({ entry }: RankingRow) => entry.rank ?? Infinity
    rows.sort((a, b) => (rank(a) === rank(b) ? a.at - b.at : rank(a) - rank(b)))
    const none = rows.findIndex((row) => row.entry.rank === null)
    const evaluated = none < 0 ? rows : rows.slice(0, none)
    return reversed ? [...evaluated.reverse(), ...rows.slice(evaluated.length)] : rows
  }
  const sign = (columns[by].better === 'high' ? -1 : 1) * (reversed ? -1 : 1)
  const values = new Map(
    rows.map((row) => [
      row.at,
      valueOfEntry(
        row.entry,
        row.runs.map(({ run }) => run),
        by,
      )?.value ?? null,
    ]),
  )
  return rows.sort((a, b) => {
    const [x, y] = [values.get(a.at)!, values.get(b.at)!]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y) || a.at - b.at
  })
}

/** A scale that holds all of these with a little air, in steps of 5 points: differences are seen at their size. */
export function accuracyScale(
  values: readonly { value: number; interval: { low: number; high: number } | null }[],
): { from: number; to: number } {
  const ends = values.flatMap(({ value, interval }) =>
    interval ? [interval.low, interval.high, value] : [value],
  )
  if (ends.length === 0) return { from: 0, to: 1 }
  const from = Math.max(0, Math.floor((Math.min(...ends) - 0.02) * 20) / 20)
  const to = Math.min(1, Math.ceil((Math.max(...ends) + 0.02) * 20) / 20)
  return { from, to: Math.max(to, from + 0.05) }
}
