// What the difference between each two models is worth.
import { type Block, type Section, type Text } from '../document/document'
import { type ReportFacts } from '../facts/gather'
import { type PairComparison } from '../../../contract'
import { runName, runOf } from './names'
import { intervalText } from './summary'

/** Pairs that are listed, those with the smallest p first. */
const PAIRS = 30

/** The better one first, so that differences are above zero. */
function upright(pair: PairComparison): PairComparison {
  if (pair.difference >= 0) return pair
  const { a, b, difference, differenceInterval: interval, onlyA, onlyB } = pair
  return {
    ...pair,
    a: b,
    b: a,
    difference: -difference,
    differenceInterval: interval && { low: -interval.high, high: -interval.low },
    onlyA: onlyB,
    onlyB: onlyA,
  }
}

export function differencesSection(facts: ReportFacts): Section | null {
  const { words, comparison } = facts
  const pairs = comparison.pairs.filter(({ mcnemar }) => mcnemar !== null)
  if (pairs.length === 0) return null
  const sorted = pairs
    .toSorted((a, b) => a.mcnemar!.p - b.mcnemar!.p)
    .slice(0, PAIRS)
    .map(upright)
  const right = (key: string) => ({ title: words.t(key), align: 'right' as const })
  const adjusted = pairs.length > 1
  const rows = sorted.map(
    ({ a, b, difference, differenceInterval, onlyA, onlyB, mcnemar, holm, decided }): Text[] => [
      [{ text: `${runName(runOf(facts, a))} – ${runName(runOf(facts, b))}`, bold: true }],
      words.t('pointsOf', { points: words.points(difference) }),
      differenceInterval
        ? words.t('interval', {
            low: words.points(differenceInterval.low),
            high: words.points(differenceInterval.high),
          })
        : intervalText(null, facts),
      words.t('differences.only', { a: onlyA, b: onlyB }),
      words.pValue(mcnemar!.p),
      ...(adjusted ? [holm === null ? '–' : words.pValue(holm)] : []),
      words.t(decided ? 'differences.decided' : 'differences.open'),
    ],
  )
  const table: Block = {
    kind: 'table',
    caption: words.t('differences.table'),
    columns: [
      { title: words.t('columns.pair') },
      right('columns.difference'),
      right('columns.interval'),
      right('columns.only'),
      right('columns.p'),
      ...(adjusted ? [right('columns.holm')] : []),
      { title: words.t('columns.result') },
    ],
    rows,
  }
  const rest = pairs.length - sorted.length
  return {
    id: 'differences',
    title: words.t('sections.differences'),
    blocks: [
      { kind: 'paragraph', text: words.t('differences.how') },
      table,
      ...(rest > 0 ? [{ kind: 'paragraph', quiet: true, text: words.tn('more', rest) } as const] : []),
    ],
  }
}
