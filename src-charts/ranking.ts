// Runs by their accuracy on the test pictures, best first, each with its interval.
import { type ScatterSeriesOption } from 'echarts'
import { type Figure } from '../src-main/contract'
import { type Chart, type ChartContext, type ChartRun } from './chart'
import { frame, grid, placed, tooltip, xAxis, yAxis } from './frame'
import { plain, rich, short } from './label'
import { fillOf, lookOf } from './looks'
import { accuracyScale, whiskers } from './whiskers'

export interface RankedRun extends ChartRun {
  accuracy: Figure
  /** Accuracy of the single seeds, where several runs stand here as one. */
  seeds?: readonly number[]
}

/** Best first; runs without a figure come last. */
const ranked = (runs: readonly RankedRun[]): RankedRun[] =>
  runs.toSorted((a, b) => (b.accuracy.value ?? -1) - (a.accuracy.value ?? -1))

export function ranking(runs: readonly RankedRun[], context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const rows = ranked(runs)
  const name = (run: RankedRun, most = 30): string =>
    `${lookOf(run.place, theme).letter}  ${short(run.name, most)}`
  const interval = ({ accuracy: { interval: found } }: RankedRun): string =>
    found ? ` (${numbers.percent(found.low)} – ${numbers.percent(found.high)})` : ''
  const told = (run: RankedRun): string =>
    `${name(run, 60)} ${run.accuracy.value === null ? '–' : numbers.percent(run.accuracy.value)}${interval(run)}`
  const scale = accuracyScale(
    rows.flatMap(({ accuracy: { value, interval: found }, seeds = [] }) => [
      ...(value === null ? [] : [value]),
      ...(found ? [found.low, found.high] : []),
      ...seeds,
    ]),
  )
  const dots: ScatterSeriesOption = {
    type: 'scatter',
    name: words.axis.testAccuracy,
    z: 5,
    symbolSize: 11,
    data: rows.flatMap((run, at) => {
      const look = lookOf(run.place, theme)
      const { value } = run.accuracy
      if (value === null) return []
      return [{ id: run.id, value: [value, at], symbol: look.symbol, itemStyle: fillOf(look, theme) }]
    }),
  }
  const seeds: ScatterSeriesOption = {
    type: 'scatter',
    name: words.ranking.seeds,
    silent: true,
    z: 3,
    symbol: 'rect',
    symbolSize: [1.5, 9],
    data: rows.flatMap((run, at) =>
      (run.seeds ?? []).map((value) => ({ value: [value, at], itemStyle: { color: theme.ink3 } })),
    ),
  }
  const { base, top } = frame(context, words.ranking.title, [])
  const listed = rows.slice(0, 8).map(told)
  if (rows.length > 8) listed.push(words.more(numbers.number(rows.length - 8)))
  return {
    title: words.ranking.title,
    summary: words.ranking.summary(listed.join('; ')),
    legend: [],
    height: top + 70 + Math.max(2, rows.length) * 30,
    minWidth: 360,
    table: {
      columns: [
        { title: words.run },
        { title: words.axis.testAccuracy.replace(/ \(%\)$/, ''), format: (value) => numbers.percent(value) },
        { title: words.low, format: (value) => numbers.percent(value) },
        { title: words.high, format: (value) => numbers.percent(value) },
      ],
      rows: rows.map((run) => [
        `${lookOf(run.place, theme).letter} ${plain(run.name)}`,
        run.accuracy.value,
        run.accuracy.interval?.low ?? null,
        run.accuracy.interval?.high ?? null,
      ]),
    },
    option: {
      ...base,
      grid: grid(top - 6),
      xAxis: xAxis(theme, words.axis.testAccuracy, {
        ...scale,
        splitLine: { show: true, lineStyle: { color: theme.line } },
        axisLabel: { formatter: (x: number) => numbers.hundredths(x) },
      }),
      yAxis: yAxis(theme, words.run, {
        type: 'category',
        inverse: true,
        nameLocation: 'start',
        data: rows.map((run) => name(run)),
        nameTextStyle: { align: 'right' },
        splitLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: theme.ink, formatter: (text: string) => text, interval: 0 },
      }),
      tooltip: tooltip(context, {
        trigger: 'item',
        formatter: ({ data }: { data: { id: string } }) => {
          const run = rows.find(({ id }) => id === data.id)
          return run ? rich(told(run)) : ''
        },
      }),
      series: placed(context, [
        whiskers(
          words.interval,
          rows.map((run, at) => ({
            at,
            interval: run.accuracy.interval,
            color: lookOf(run.place, theme).color,
          })),
          'x',
          { end: 5, width: 2 },
        ),
        seeds,
        dots,
      ]),
    },
  }
}
