// How a comparison looks in a terminal: what the models are worth, what they cost, what is unequal, the verdict.
import type { Comparison } from '../../../contract'
import { differences } from './comparison-pairs'
import { costs, ranking, results } from './comparison-tables'
import { percent, plural } from './format'
import { sparkline } from './sparkline'
import { table, type Cell } from './table'
import { noPaint, plain, type Paint } from './text'

const CURVE = 24
/** Lines of a part that can be left out; the window and `--json` have all. */
const MANY = 12
/** So many values still stand in one line, one a run. */
const FEW = 3

const byNumber = new Intl.Collator('en', { numeric: true })

/** Each line of it is true of the test images; what else is compared has its name in it. */
export function comparisonPage(comparison: Comparison, paint: Paint = noPaint): string[] {
  const { verdict } = comparison
  return [
    ...ranking(comparison, paint),
    ...results(comparison, paint),
    ...costs(comparison, paint),
    ...curves(comparison, paint),
    ...differences(comparison, MANY, paint),
    ...conditions(comparison, paint),
    '',
    `${paint(verdict.kind === 'better' ? 'green' : 'yellow', 'Verdict:')} ${plain(verdict.text)}`,
  ]
}

/** The validation accuracy of all runs on one scale. */
function curves({ runs }: Comparison, paint: Paint): string[] {
  const trained = runs.filter(({ epochsHistory }) => epochsHistory.length > 0)
  const series = trained.slice(0, MANY).map(({ run, epochsHistory }) => ({
    run,
    values: epochsHistory.map((one) => (one.validation ?? one.train).accuracy),
  }))
  const all = series.flatMap(({ values }) => values)
  if (all.length === 0) return []
  const range: [number, number] = [Math.min(...all), Math.max(...all)]
  const longest = Math.max(...series.map(({ values }) => values.length))
  const rows = series.map(({ run, values }): Cell[] => [
    run,
    { text: sparkline(values, range, Math.min(CURVE, longest)), style: 'cyan' },
    `${percent(values[0])} → ${percent(values.at(-1))}`,
    plural(values.length, 'epoch'),
  ])
  const columns = [{ title: 'validation accuracy' }, { title: '' }, { title: '' }, { title: '' }]
  const more = trained.length - series.length
  return [
    '',
    ...table(columns, rows, { paint }),
    ...(more > 0 ? [paint('dim', `and ${plural(more, 'more run')}`)] : []),
  ]
}

/** Each run's, in their order; of more than a few runs what there is among them. */
function values(each: readonly string[]): string {
  const all = each.map(plain)
  if (all.length <= FEW) return all.join(' | ')
  const found = [...new Set(all)].sort(byNumber.compare)
  return found.length > MANY ? `${found.slice(0, MANY).join(' | ')} | …` : found.join(' | ')
}

function conditions({ conditions: all }: Comparison, paint: Paint): string[] {
  const same = all.filter((one) => one.same).map((one) => one.name)
  const differing = all.filter((one) => !one.same)
  return [
    '',
    ...(same.length > 0 ? [paint('dim', `Same for all: ${same.join(', ')}`)] : []),
    ...differing.map((one) => {
      const line = `Different ${one.name}: ${values(one.values)}`
      return one.matters ? paint('yellow', `${line} (the comparison is not fair)`) : paint('dim', line)
    }),
  ]
}
