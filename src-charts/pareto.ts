// Accuracy against what a model costs, on a logarithmic axis, with the front where nothing is both better and cheaper.
import { type LineSeriesOption, type ScatterSeriesOption } from 'echarts'
import { type Figure } from '../src-main/contract'
import { type Chart, type ChartContext, type ChartRun, type LegendEntry } from './chart'
import { costScale, type CostName } from './costs'
import { frame, grid, placed, tooltip, xAxis, yAxis, zooming } from './frame'
import { plain, rich, short } from './label'
import { fillOf, letterOf, lookOf } from './looks'
import { accuracyScale, whiskers } from './whiskers'

export interface ParetoRun extends ChartRun {
  accuracy: Figure
  /** In the unit of its name: seconds of training, milliseconds of latency; null where it is not known. */
  cost: number | null
}

interface Point {
  x: number
  y: number
}

/**
 * The points that no other beats: none is at least as cheap (x) and as good (y) and in one of the two better. Of equal
 * points all are on the front. In the order of x.
 */
export function paretoFront<P extends Point>(points: readonly P[]): P[] {
  const front: P[] = []
  for (const point of points.toSorted((a, b) => a.x - b.x || b.y - a.y)) {
    const last = front.at(-1)
    if (!last || point.y > last.y || (point.x === last.x && point.y === last.y)) front.push(point)
  }
  return front
}

/** Three dashes, as an icon. */
const dashedLine = 'path://M0,4H2.4V5.6H0ZM3.8,4H6.2V5.6H3.8ZM7.6,4H10V5.6H7.6Z'

/** Where each point has its run's name in the legend, letters alone stand beside the points; of more runs too. */
const listed = 16

export function pareto(
  { runs, cost }: { runs: readonly ParetoRun[]; cost: CostName },
  context: ChartContext,
): Chart {
  const { words, numbers, theme } = context
  const title = words.pareto.title(words.pareto.of[cost])
  const percent = (value: number): string => numbers.percent(value)
  // A logarithmic axis has no place for zero.
  const known = runs.flatMap((run) => {
    const { value, interval } = run.accuracy
    if (value === null || run.cost === null || !(run.cost > 0)) return []
    const name = `${letterOf(run.place)} ${short(run.name, 30)}`
    return [{ run, name, cost: run.cost, y: value, interval, look: lookOf(run.place, theme) }]
  })
  const scale = costScale(
    known.map((one) => one.cost),
    cost,
    context,
  )
  const points = known.map((one) => ({ ...one, x: one.cost / scale.per }))
  const front = paretoFront(points)
  const scatter = points.map(({ run, name, x, y, look }): ScatterSeriesOption => ({
    type: 'scatter',
    id: run.id,
    name,
    z: 5,
    symbol: look.symbol,
    symbolSize: 13,
    itemStyle: fillOf(look, theme),
    label: {
      show: true,
      formatter: () => look.letter,
      position: 'right',
      distance: 5,
      color: theme.ink,
      fontWeight: 600,
      textBorderColor: theme.surface,
      textBorderWidth: 3,
    },
    data: [{ id: run.id, value: [x, y] } as never],
  }))
  const steps: LineSeriesOption = {
    type: 'line',
    id: 'front',
    name: words.pareto.front,
    step: 'end',
    silent: true,
    z: 2,
    symbol: 'none',
    lineStyle: { color: theme.ink3, width: 1.5, type: [5, 4] },
    itemStyle: { color: theme.ink3 },
    data: front.map(({ x, y }) => [x, y]),
  }
  const legend: LegendEntry[] = [
    ...(points.length <= listed ? points : []).map(({ name, look }): LegendEntry => {
      return { name, color: look.color, symbol: look.symbol, hollow: look.hollow, kind: 'symbol' }
    }),
    { name: words.pareto.front, color: theme.ink3, kind: 'symbol', symbol: dashedLine },
  ]
  const { base, top } = frame(context, title, legend)
  const told = ({ name, cost: paid, y, interval }: (typeof points)[number]): string => {
    const span = interval ? ` (${percent(interval.low)} – ${percent(interval.high)})` : ''
    return [name, `${words.accuracy}  ${percent(y)}${span}`, `${words.costs[cost]}  ${scale.written(paid)}`]
      .map(rich)
      .join('\n')
  }
  return {
    title,
    summary: words.pareto.summary(
      front.map((one) => `${plain(one.run.name)} ${percent(one.y)}, ${scale.written(one.cost)}`).join('; ') ||
        '–',
    ),
    legend,
    height: top + 350,
    minWidth: 320,
    zoom: 'both',
    table: {
      columns: [
        { title: words.run },
        { title: words.axis[cost], format: scale.written },
        { title: words.accuracy, format: percent },
        { title: words.low, format: percent },
        { title: words.high, format: percent },
        { title: words.pareto.onFront },
      ],
      rows: points
        .toSorted((a, b) => a.x - b.x)
        .map((point) => [
          `${point.look.letter} ${plain(point.run.name)}`,
          point.cost,
          point.y,
          point.interval?.low ?? null,
          point.interval?.high ?? null,
          front.includes(point) ? words.pareto.yes : words.pareto.no,
        ]),
    },
    option: {
      ...base,
      grid: grid(top, { right: 30 }),
      xAxis: xAxis(theme, scale.title, {
        type: 'log',
        min: scale.min,
        max: scale.max,
        splitLine: { show: true, lineStyle: { color: theme.line } },
        axisTick: { customValues: scale.ticks, lineStyle: { color: theme.lineStrong } },
        axisLabel: { customValues: scale.ticks, formatter: scale.tick },
      }),
      yAxis: yAxis(theme, words.axis.testAccuracy, {
        ...accuracyScale(
          points.flatMap(({ y, interval }) => [y, ...(interval ? [interval.low, interval.high] : [])]),
        ),
        axisLabel: { formatter: (y: number) => numbers.hundredths(y) },
      }),
      tooltip: tooltip(context, {
        trigger: 'item',
        formatter: ({ data }: { data?: { id?: string } }) => {
          const point = points.find(({ run }) => run.id === data?.id)
          return point ? told(point) : ''
        },
      }),
      dataZoom: zooming(context, 'both'),
      series: placed(context, [
        steps,
        ...points.map(({ name, x, interval, look }) =>
          whiskers(name, [{ at: x, interval, color: look.color }], 'y', { end: 4, width: 1.25, z: 3 }),
        ),
        ...scatter,
      ]),
    },
  }
}
