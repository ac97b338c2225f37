// How well each class is recognised by each run: bars with their intervals, a row of them a class.
import { type BarSeriesOption } from 'echarts'
import { type Figure } from '../src-main/contract'
import { type Chart, type ChartContext, type ChartRun, type LegendEntry } from './chart'
import { frame, grid, placed, tooltip, xAxis, yAxis } from './frame'
import { plain, rich, short } from './label'
import { letterOf, lookOf } from './looks'
import { whiskers } from './whiskers'

export interface ClassFigure {
  name: string
  /** Test pictures of this class. */
  count: number
  recall: Figure
  precision: Figure
  f1: Figure
}

export interface PerClassData {
  runs: readonly (ChartRun & { classes: readonly ClassFigure[] })[]
  figure: 'recall' | 'precision' | 'f1'
}

/** Of a class's band the bars take this part. */
const filled = 0.76

export function perClass({ runs, figure }: PerClassData, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const title = words.perClass[figure]
  const names = [...new Set(runs.flatMap((run) => run.classes.map(({ name }) => name)))]
  const of = runs.map((run) => new Map(run.classes.map((one) => [one.name, one])))
  const nameOf = (run: ChartRun): string => `${letterOf(run.place)} ${short(run.name, 40)}`
  const value = (run: number, name: string): Figure =>
    of[run]!.get(name)?.[figure] ?? { value: null, interval: null }

  const legend: LegendEntry[] = runs.map((run) => {
    const { color } = lookOf(run.place, theme)
    return { name: nameOf(run), color, kind: 'area', hatch: run.place }
  })
  const { base, top } = frame(context, title, runs.length > 1 ? legend : [])
  const barHeight = Math.max(5, Math.min(13, 40 / runs.length))
  const bars = runs.map((run, at): BarSeriesOption => {
    const { color, decal } = lookOf(run.place, theme)
    return {
      type: 'bar',
      id: run.id,
      name: nameOf(run),
      barGap: '0%',
      barCategoryGap: `${100 * (1 - filled)}%`,
      itemStyle: { color, decal: (runs.length > 1 ? decal : null) as never },
      emphasis: { focus: 'none' },
      data: names.map((name) => value(at, name).value ?? '-'),
    }
  })
  const intervals = runs.map((run, at) =>
    whiskers(
      nameOf(run),
      names.map((name, place) => ({ at: place, interval: value(at, name).interval, color: theme.ink })),
      'x',
      {
        offset: (band) => band * filled * ((at + 0.5) / runs.length - 0.5),
        end: Math.min(3, barHeight / 3),
        width: 1.25,
        halo: theme.surface,
      },
    ),
  )
  const means = names
    .map((name) => {
      const known = runs.flatMap((_, at) => value(at, name).value ?? [])
      return { name, mean: known.reduce((sum, one) => sum + one, 0) / known.length }
    })
    .filter(({ mean }) => Number.isFinite(mean))
    .sort((a, b) => b.mean - a.mean)
  const told = (one?: { name: string; mean: number }): string =>
    one ? `${plain(one.name)} (${numbers.percent(one.mean)})` : '–'
  const percent = (fraction: number): string => numbers.percent(fraction)
  return {
    title,
    summary: `${title}. ${words.perClass.summary(told(means[0]), told(means.at(-1)))}`,
    legend: runs.length > 1 ? legend : [],
    height: top + 70 + names.length * Math.max(24, (runs.length * barHeight) / filled),
    minWidth: 320,
    table: {
      columns: [
        { title: words.class },
        { title: words.count, format: (count) => numbers.number(count) },
        ...runs.flatMap((run) => {
          const sign =
            runs.length > 1
              ? `${letterOf(run.place)} ${plain(run.name)}`
              : words.axis[figure].replace(/ \(%\)$/, '')
          return [
            { title: sign, format: percent },
            { title: `${sign}; ${words.low}`, format: percent },
            { title: `${sign}; ${words.high}`, format: percent },
          ]
        }),
      ],
      rows: names.map((name) => [
        plain(name),
        of.map((classes) => classes.get(name)?.count).find((count) => count !== undefined) ?? null,
        ...runs.flatMap((_, at) => {
          const { value: known, interval } = value(at, name)
          return [known, interval?.low ?? null, interval?.high ?? null]
        }),
      ]),
    },
    option: {
      ...base,
      grid: grid(top - 4),
      xAxis: xAxis(theme, words.axis[figure], {
        min: 0,
        max: 1,
        splitLine: { show: true, lineStyle: { color: theme.line } },
        axisLabel: { formatter: (x: number) => numbers.hundredths(x) },
      }),
      yAxis: yAxis(theme, words.class, {
        type: 'category',
        inverse: true,
        nameLocation: 'start',
        nameTextStyle: { align: 'right' },
        data: names.map((name) => short(name, 24)),
        splitLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: theme.ink, interval: 0 },
      }),
      tooltip: tooltip(context, {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([first]: { dataIndex: number }[]) => {
          const name = first && names[first.dataIndex]
          if (name === undefined) return ''
          const rows = runs.slice(0, 10).map((run, at) => {
            const { value: known, interval } = value(at, name)
            const span = interval ? ` (${percent(interval.low)} – ${percent(interval.high)})` : ''
            return `${rich(nameOf(run))}  ${known === null ? '–' : percent(known)}${span}`
          })
          return [rich(short(name, 60)), ...rows].join('\n')
        },
      }),
      series: placed(context, [...bars, ...intervals]),
    },
  }
}
