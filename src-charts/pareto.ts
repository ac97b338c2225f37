// Accuracy against what a model costs, on a logarithmic axis, with the front where nothing is both better and cheaper.
import { type LineSeriesOption, type ScatterSeriesOption } from 'echarts'
import { type Figure } from '../src-main/contract'
import { type Chart, type ChartContext, type ChartRun, type LegendEntry } from './chart'
import { frame, grid, tooltip, xAxis, yAxis, zooming } from './frame'
import { plain, rich, short } from './label'
import { lookOf } from './looks'
import { accuracyScale, whiskers } from './whiskers'

export const costNames = ['parameters', 'seconds', 'bytes', 'multiplyAdds', 'latency'] as const
export type CostName = (typeof costNames)[number]

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
  let best = -Infinity
  for (const point of points.toSorted((a, b) => a.x - b.x || b.y - a.y)) {
    const last = front.at(-1)
    if (point.y > best || (last && point.x === last.x && point.y === last.y)) front.push(point)
    best = Math.max(best, point.y)
  }
  return front
}

export function pareto(
  { runs, cost }: { runs: readonly ParetoRun[]; cost: CostName },
  context: ChartContext,
): Chart {
  const { words, numbers, theme } = context
  const written: Record<CostName, (value: number) => string> = {
    parameters: numbers.compact,
    seconds: numbers.seconds,
    bytes: numbers.bytes,
    multiplyAdds: numbers.compact,
    latency: numbers.milliseconds,
  }
  const title = words.pareto.title(words.pareto.of[cost])
  // A logarithmic axis has no place for zero.
  const points = runs.flatMap((run) => {
    const { value, interval } = run.accuracy
    if (value === null || run.cost === null || !(run.cost > 0)) return []
    return [{ run, x: run.cost, y: value, interval, look: lookOf(run.place, theme) }]
  })
  const front = paretoFront(points)
  const scale = accuracyScale(
    points.flatMap(({ y, interval }) => [y, ...(interval ? [interval.low, interval.high] : [])]),
  )
  const many = points.length > 20
  const scatter: ScatterSeriesOption = {
    type: 'scatter',
    name: words.run,
    z: 5,
    symbolSize: 12,
    data: points.map(({ run, x, y, look }) => ({
      id: run.id,
      value: [x, y],
      symbol: look.symbol,
      itemStyle: { color: look.color, borderColor: theme.surface, borderWidth: 1 },
      label: {
        formatter: () => (many ? look.letter : `${look.letter} ${short(run.name, 22)}`),
        color: theme.ink,
      },
    })),
    label: { show: true, position: 'right', distance: 7, fontSize: 12 },
    labelLayout: { hideOverlap: true },
  }
  const steps: LineSeriesOption = {
    type: 'line',
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
    { name: words.pareto.front, color: theme.ink3, kind: 'line', dash: [5, 4], width: 1.5 },
  ]
  const { base, top } = frame(context, title, legend)
  const xs = points.map(({ x }) => x)
  const told = ({ run, x, y, interval }: (typeof points)[number]): string =>
    [
      `${lookOf(run.place, theme).letter} ${short(run.name, 40)}`,
      `${words.accuracy}  ${numbers.percent(y)}${interval ? ` (${numbers.percent(interval.low)} – ${numbers.percent(interval.high)})` : ''}`,
      `${words.axis[cost]}  ${written[cost](x)}`,
    ]
      .map(rich)
      .join('\n')
  return {
    title,
    summary: words.pareto.summary(
      front
        .map(({ run, x, y }) => `${plain(run.name)} ${numbers.percent(y)}, ${written[cost](x)}`)
        .join('; ') || '–',
    ),
    legend,
    height: 360,
    minWidth: 360,
    zoom: 'both',
    table: {
      columns: [
        { title: words.run },
        { title: words.axis[cost], format: written[cost] },
        { title: words.accuracy, format: (value) => numbers.percent(value) },
        { title: words.low, format: (value) => numbers.percent(value) },
        { title: words.high, format: (value) => numbers.percent(value) },
        { title: words.pareto.onFront },
      ],
      rows: points
        .toSorted((a, b) => a.x - b.x)
        .map((point) => [
          `${point.look.letter} ${plain(point.run.name)}`,
          point.x,
          point.y,
          point.interval?.low ?? null,
          point.interval?.high ?? null,
          front.includes(point) ? words.pareto.yes : words.pareto.no,
        ]),
    },
    option: {
      ...base,
      grid: grid(top, { right: 40 }),
      xAxis: xAxis(theme, cost === 'seconds' ? `${words.axis.seconds} (s, min, h)` : words.axis[cost], {
        type: 'log',
        ...logScale(xs),
        splitLine: { show: true, lineStyle: { color: theme.line } },
        axisLabel: { formatter: (x: number) => written[cost](x) },
      }),
      yAxis: yAxis(theme, words.axis.testAccuracy, {
        ...scale,
        axisLabel: { formatter: (y: number) => numbers.hundredths(y) },
      }),
      tooltip: tooltip(context, {
        trigger: 'item',
        formatter: ({ data }: { data: { id: string } }) => {
          const point = points.find(({ run }) => run.id === data.id)
          return point ? told(point) : ''
        },
      }),
      dataZoom: zooming(context, 'both'),
      series: [
        steps,
        whiskers(
          words.interval,
          points.map(({ x, interval, look }) => ({ at: x, interval, color: look.color })),
          'y',
          { end: 4, width: 1.25, z: 3 },
        ),
        scatter,
      ],
    },
  }
}

/** Ends of a logarithmic axis that hold all values with air on both sides. */
function logScale(xs: readonly number[]): { min: number; max: number } {
  if (xs.length === 0) return { min: 1, max: 10 }
  const [low, high] = [Math.min(...xs), Math.max(...xs)]
  return { min: 10 ** Math.floor(Math.log10(low / 1.15)), max: 10 ** Math.ceil(Math.log10(high * 1.15)) }
}
