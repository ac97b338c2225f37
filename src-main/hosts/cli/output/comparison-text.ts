// How a comparison looks in a terminal: the table, what is unequal, the verdict.
import type { Comparison } from '../../../contract'
import { duration, integer, loss, percent, plural, points, pValue, rate } from './format'
import { sparkline } from './sparkline'
import { table, type Cell } from './table'
import { noPaint, plain, type Paint } from './text'

const CURVE = 24

/** Each line of it is true of the test images; what else is compared has its name in it. */
export function comparisonPage(comparison: Comparison, paint: Paint = noPaint): string[] {
  const { runs, verdict } = comparison
  const best = verdict.best
  const uneven = runs.some((one) => one.uneven)
  const right = { align: 'right' as const }
  const columns = [
    { title: 'run' },
    { title: 'model' },
    { title: 'test accuracy', ...right },
    { title: '95 % interval', ...right },
    ...(uneven
      ? [
          { title: 'balanced', ...right },
          { title: 'macro-F1', ...right },
        ]
      : []),
    { title: 'test loss', ...right },
    { title: 'gap', ...right },
    { title: 'parameters', ...right },
    { title: 'time', ...right },
    { title: '% per million', ...right },
  ]
  const rows = runs.map((one): Cell[] => [
    one.run === best ? { text: one.run, style: 'bold' } : one.run,
    one.model,
    { text: percent(one.testAccuracy), style: 'bold' },
    one.interval === null ? '–' : `${percent(one.interval.low)} to ${percent(one.interval.high)}`,
    ...(uneven ? [percent(one.balancedAccuracy), percent(one.macroF1)] : []),
    loss(one.testLoss),
    points(one.gap),
    integer(one.parameters),
    duration(one.seconds),
    one.efficiency === null ? '–' : rate(one.efficiency * 100),
  ])
  return [
    ...table(columns, rows, { paint }),
    ...curves(comparison, paint),
    ...pairs(comparison, paint),
    ...conditions(comparison, paint),
    '',
    `${paint(verdict.kind === 'better' ? 'green' : 'yellow', 'Verdict:')} ${plain(verdict.text)}`,
  ]
}

/** The validation accuracy of all runs on one scale. */
function curves({ runs }: Comparison, paint: Paint): string[] {
  const series = runs.map(({ run, epochsHistory }) => ({
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
  return ['', ...table(columns, rows, { paint })]
}

function pairs({ pairs: all }: Comparison, paint: Paint): string[] {
  if (all.length === 0) return []
  const rows = all.map((pair): Cell[] => [
    `${pair.a} against ${pair.b}`,
    points(pair.difference),
    pair.mcnemar === null ? 'different test images' : `${pair.onlyA} : ${pair.onlyB}`,
    pair.mcnemar === null ? '–' : pValue(pair.mcnemar.p),
    pair.decided ? { text: 'decided', style: 'green' } : { text: 'not decided', style: 'dim' },
  ])
  const columns = [
    { title: 'difference' },
    { title: '', align: 'right' as const },
    { title: 'only one right', align: 'right' as const },
    { title: 'McNemar', align: 'right' as const },
    { title: '' },
  ]
  return ['', ...table(columns, rows, { paint })]
}

function conditions({ conditions: all }: Comparison, paint: Paint): string[] {
  const same = all.filter((one) => one.same).map((one) => one.name)
  const differing = all.filter((one) => !one.same)
  return [
    '',
    ...(same.length > 0 ? [paint('dim', `Same for all: ${same.join(', ')}`)] : []),
    ...differing.map((one) => {
      const line = `Different ${one.name}: ${one.values.map(plain).join(' | ')}`
      return one.matters ? paint('yellow', `${line} (the comparison is not fair)`) : paint('dim', line)
    }),
  ]
}
