// The tables of a comparison in a terminal: models over seeds, runs, and what they cost.
import type { ComparedRun, Comparison, ComparisonEntry } from '../../../contract'
import { bytes, decimal, duration, integer, loss, percent, percentRange, points, rate } from './format'
import { table, type Cell } from './table'
import { plain, type Paint } from './text'

const right = { align: 'right' as const }

/** Where there are many of them, the best ones: the window and `--json` have all. */
const MOST = 60

/** What an entry is called: its run, or what its runs are called together. */
export const entryName = (entry: ComparisonEntry): string =>
  entry.runs.length === 1 ? entry.runs[0]! : `${plain(entry.name)} (${entry.runs.length} seeds)`

/** Those that cannot be told apart share a place. */
const places = ({ entries }: Comparison): string[] =>
  entries.map(({ rank }) => (rank === null ? '–' : String(rank)))

/** Entries of several seeds beside the others; nothing where every run is an entry of its own. */
export function ranking(comparison: Comparison, paint: Paint): string[] {
  const { entries } = comparison
  if (entries.every(({ runs }) => runs.length === 1)) return []
  const ranks = places(comparison)
  const rows = entries.slice(0, MOST).map((entry, at): Cell[] => [
    ranks[at]!,
    at === 0 ? { text: entryName(entry), style: 'bold' } : entryName(entry),
    {
      text:
        entry.deviation === null
          ? percent(entry.mean)
          : `${percent(entry.mean)} ± ${(entry.deviation * 100).toFixed(1)}`,
      style: 'bold',
    },
    percentRange(entry.total),
    percent(entry.figures.f1Macro?.mean),
    decimal(entry.figures.rocAucMacro?.mean),
    loss(entry.figures.loss?.mean),
  ])
  const columns = [
    { title: '#', ...right },
    { title: 'over seeds' },
    { title: 'test accuracy', ...right },
    { title: '95 % interval', ...right },
    { title: 'macro-F1', ...right },
    { title: 'ROC AUC', ...right },
    { title: 'test loss', ...right },
  ]
  const note =
    '± is the deviation from seed to seed; the interval is of another seed’s model on other images.'
  return [...table(columns, rows, { paint }), paint('dim', note), '']
}

/** The runs, best first, with what their test came to. */
export function results(comparison: Comparison, paint: Paint): string[] {
  const { runs, entries, verdict } = comparison
  const ranks = places(comparison)
  const placeOf = new Map(entries.flatMap((entry, at) => entry.runs.map((run) => [run, ranks[at]!])))
  const uneven = runs.some((one) => one.uneven)
  const columns = [
    { title: '#', ...right },
    { title: 'run' },
    { title: 'test accuracy', ...right },
    { title: '95 % interval', ...right },
    ...(uneven ? [{ title: 'balanced', ...right }] : []),
    { title: 'macro-F1', ...right },
    { title: 'ROC AUC', ...right },
    { title: 'calibration error', ...right },
    { title: 'test loss', ...right },
    { title: 'gap', ...right },
  ]
  const rows = ranked(comparison).map((one): Cell[] => [
    placeOf.get(one.run) ?? '–',
    one.run === verdict.best ? { text: one.run, style: 'bold' } : one.run,
    { text: percent(one.testAccuracy), style: 'bold' },
    percentRange(one.interval),
    ...(uneven ? [percent(one.figures?.balancedAccuracy.value ?? one.balancedAccuracy)] : []),
    percent(one.figures?.f1Macro.value ?? one.macroF1),
    decimal(one.figures?.rocAucMacro.value),
    percent(one.figures?.ece.value),
    loss(one.testLoss),
    points(one.gap),
  ])
  return table(columns, rows, { paint })
}

/** Runs in the order of their entries. */
function ranked({ runs, entries }: Comparison): ComparedRun[] {
  const byId = new Map(runs.map((one) => [one.run, one]))
  return entries.flatMap((entry) => entry.runs.map((run) => byId.get(run)!))
}

export function costs(comparison: Comparison, paint: Paint): string[] {
  const { runs } = comparison
  const measured = runs.some(({ cost }) => cost !== null)
  const columns = [
    { title: 'run' },
    { title: 'model' },
    { title: 'parameters', ...right },
    ...(measured
      ? [
          { title: 'multiply-adds', ...right },
          { title: 'size', ...right },
          { title: 'one picture', ...right },
        ]
      : []),
    { title: 'training', ...right },
    { title: '% per million', ...right },
  ]
  const rows = ranked(comparison).map((one): Cell[] => [
    one.run,
    one.model,
    integer(one.parameters),
    ...(measured
      ? [integer(one.cost?.multiplyAdds), bytes(one.cost?.bytes), milliseconds(one.cost?.latency?.median)]
      : []),
    duration(one.seconds),
    one.efficiency === null ? '–' : rate(one.efficiency * 100),
  ])
  return ['', ...table(columns, rows, { paint })]
}

const milliseconds = (value: number | undefined): string => (value === undefined ? '–' : `${rate(value)} ms`)
