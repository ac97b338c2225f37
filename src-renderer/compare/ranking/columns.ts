// The columns of the ranking: where each value is from, which way is better, how it is written.
import {
  type ComparedRun,
  type ComparisonEntry,
  type FigureName,
  type Interval,
} from '../../../src-main/contract'
import { type Formatter } from '../../format/format'

type Kind =
  'percent' | 'index' | 'loss' | 'points' | 'compact' | 'bytes' | 'duration' | 'milliseconds' | 'rate'

interface ColumnShape {
  better: 'high' | 'low'
  kind: Kind
  /** Nothing to be best in: it explains, it does not count. */
  told?: true
  /** The figure that it shows, with its interval; other columns read the run itself. */
  figure?: FigureName
  of?: (run: ComparedRun) => number | null | undefined
}

export const columns = {
  accuracy: { better: 'high', kind: 'percent', figure: 'accuracy' },
  balancedAccuracy: { better: 'high', kind: 'percent', figure: 'balancedAccuracy' },
  f1Macro: { better: 'high', kind: 'percent', figure: 'f1Macro' },
  kappa: { better: 'high', kind: 'index', figure: 'kappa' },
  loss: { better: 'low', kind: 'loss', figure: 'loss' },
  rocAucMacro: { better: 'high', kind: 'index', figure: 'rocAucMacro' },
  ece: { better: 'low', kind: 'percent', figure: 'ece' },
  gap: { better: 'low', kind: 'points', told: true, of: (run) => run.gap },
  parameters: { better: 'low', kind: 'compact', of: (run) => run.parameters },
  multiplyAdds: { better: 'low', kind: 'compact', of: (run) => run.cost?.multiplyAdds },
  bytes: { better: 'low', kind: 'bytes', of: (run) => run.cost?.bytes },
  seconds: { better: 'low', kind: 'duration', of: (run) => run.seconds },
  latency: { better: 'low', kind: 'milliseconds', of: (run) => run.cost?.latency?.median },
  throughput: { better: 'high', kind: 'rate', of: (run) => run.cost?.throughput?.imagesPerSecond },
} as const satisfies Record<string, ColumnShape>

export type ColumnName = keyof typeof columns
export const columnNames = Object.keys(columns) as ColumnName[]
const shapeOf = (name: ColumnName): ColumnShape => columns[name]

/** The accuracy always stands first; these can be chosen. */
export const optionalColumns = columnNames.filter((name) => name !== 'accuracy')

/** What is shown until a person chooses: where classes are uneven also what an accuracy alone would hide. */
export const usualColumns = (uneven: boolean): ColumnName[] => [
  ...(uneven ? (['balancedAccuracy', 'f1Macro'] as const) : []),
  'loss',
  'gap',
  'parameters',
  'seconds',
  ...(uneven ? [] : (['latency'] as const)),
]

export interface Value {
  value: number
  interval: Interval | null
  /** Over seeds. */
  deviation: number | null
}

export function valueOfRun(run: ComparedRun, name: ColumnName): Value | null {
  const { figure, of } = shapeOf(name)
  const plain = of?.(run)
  if (plain !== undefined && plain !== null) return { value: plain, interval: null, deviation: null }
  if (!figure) return null
  const found = run.figures?.[figure]
  if (found && found.value !== null) return { value: found.value, interval: found.interval, deviation: null }
  // A run whose figures could not be made still has what its evaluation says.
  if (name === 'accuracy' && run.testAccuracy !== null)
    return { value: run.testAccuracy, interval: run.interval ?? run.testInterval, deviation: null }
  if (name === 'loss' && run.testLoss !== null)
    return { value: run.testLoss, interval: null, deviation: null }
  return null
}

/** Of several seeds the mean: of figures as the comparison made it, of the rest over the runs that have the value. */
export function valueOfEntry(
  entry: ComparisonEntry,
  runs: readonly ComparedRun[],
  name: ColumnName,
): Value | null {
  if (runs.length === 1) return valueOfRun(runs[0]!, name)
  if (name === 'accuracy' && entry.mean !== null)
    return { value: entry.mean, interval: entry.interval, deviation: entry.deviation }
  const { figure } = shapeOf(name)
  const spread = figure && entry.figures[figure]
  if (spread) return { value: spread.mean, interval: spread.interval, deviation: spread.deviation }
  const known = runs.flatMap((run) => valueOfRun(run, name)?.value ?? [])
  if (known.length === 0) return null
  return { value: known.reduce((sum, one) => sum + one, 0) / known.length, interval: null, deviation: null }
}

export function write(name: ColumnName, value: number, f: Formatter): string {
  switch (shapeOf(name).kind) {
    case 'percent':
      return f.percent(value)
    case 'index':
    case 'loss':
      return f.loss(value)
    case 'points':
      return f.points(value)
    case 'compact':
      return f.compact(value)
    case 'bytes':
      return f.bytes(value)
    case 'duration':
      return f.duration(value)
    case 'milliseconds':
      return `${f.number(value, value < 10 ? 1 : 0)} ms`
    case 'rate':
      return f.number(value)
  }
}

/**
 * The best of a column; null where all are equal or fewer than two are known, and of figures of tests on different
 * pictures.
 */
export function bestOf(values: readonly (Value | null)[], name: ColumnName, fair = true): number | null {
  const { told, figure } = shapeOf(name)
  if (told || (figure && !fair)) return null
  const known = values.flatMap((one) => one?.value ?? [])
  if (new Set(known).size < 2) return null
  return shapeOf(name).better === 'high' ? Math.max(...known) : Math.min(...known)
}
