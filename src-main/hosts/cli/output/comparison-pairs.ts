// What the differences of a comparison are worth, in a terminal.
import type { Comparison, EntryPair, PairComparison } from '../../../contract'
import { entryName } from './comparison-tables'
import { plural, pValue } from './format'
import { table, type Cell } from './table'
import { type Paint } from './text'

const right = { align: 'right' as const }

const METHOD = {
  exact: 'McNemar',
  'chi-squared': 'McNemar',
  crossed: 'seeds × images',
  images: 'images',
} as const

/** "+3.7 (−0.2 to +7.5)", in points. */
function apart({ difference, differenceInterval }: EntryPair): string {
  const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value * 100).toFixed(1)}`
  const range = differenceInterval
    ? ` (${points(differenceInterval.low)} to ${points(differenceInterval.high)})`
    : ''
  return `${points(difference)}${range}`
}

/** Every pair of entries; where there are many, those of the best. */
export function differences(comparison: Comparison, most: number, paint: Paint): string[] {
  const { entries, entryPairs, cochran, pairs } = comparison
  if (entryPairs.length === 0) return []
  const tested = entryPairs.filter(({ test }) => test !== null)
  const shown = tested.length <= most ? tested : tested.filter(({ a }) => a === 0).slice(0, most)
  const corrected = tested.length > 1
  const single = (pair: EntryPair) => [pair.a, pair.b].every((at) => entries[at]!.runs.length === 1)
  const anySingle = shown.some(single)
  const byRuns = new Map(pairs.map((pair) => [`${pair.a} ${pair.b}`, pair]))
  const rows = shown.map((pair): Cell[] => {
    const [a, b] = [entries[pair.a]!, entries[pair.b]!]
    return [
      `${entryName(a)} against ${entryName(b)}`,
      apart(pair),
      ...(anySingle ? [single(pair) ? onlyOne(byRuns, a.runs[0]!, b.runs[0]!) : ''] : []),
      pValue(pair.test!.p),
      METHOD[pair.test!.method],
      ...(corrected ? [pValue(pair.holm)] : []),
      pair.decided ? { text: 'decided', style: 'green' } : { text: 'not decided', style: 'dim' },
    ]
  })
  const columns = [
    { title: 'difference' },
    { title: 'points (95 %)', ...right },
    ...(anySingle ? [{ title: 'only one right', ...right }] : []),
    { title: 'by chance', ...right },
    { title: 'test' },
    ...(corrected ? [{ title: 'Holm', ...right }] : []),
    { title: '' },
  ]
  const [left, apartFrom] = [tested.length - shown.length, entryPairs.length - tested.length]
  const all = cochran
    ? `All ${cochran.df + 1} runs equally good? Cochran's Q = ${cochran.q.toFixed(1)}, ${cochran.df} degrees of freedom, ${pValue(cochran.p)}`
    : null
  return [
    '',
    ...(rows.length > 0 ? table(columns, rows, { paint }) : []),
    ...(apartFrom > 0 ? [paint('yellow', `${plural(apartFrom, 'pair')} on different test images`)] : []),
    ...(left > 0 ? [paint('dim', `and ${plural(left, 'more pair')}; --json has them all`)] : []),
    ...(all ? [all] : []),
  ]
}

/** "12 : 5" */
function onlyOne(pairs: Map<string, PairComparison>, a: string, b: string): string {
  const [found, turned] = [pairs.get(`${a} ${b}`), pairs.get(`${b} ${a}`)]
  if (found?.mcnemar) return `${found.onlyA} : ${found.onlyB}`
  return turned?.mcnemar ? `${turned.onlyB} : ${turned.onlyA}` : '–'
}
