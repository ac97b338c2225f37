// Lines over epochs: of runs over each other, or of one run while it trains.
import { type LineSeriesOption } from 'echarts'
import { type Chart, type ChartContext, type LegendEntry } from './chart'
import { decimate, niceScale, type PointList } from './decimate'
import { frame, grid, placed, tooltip, xAxis, yAxis, zooming } from './frame'
import { plain, rich, short } from './label'
import { type ChartTable } from './table'

export interface Line {
  id: string
  /** Also the name in the legend; lines of one name are switched together. */
  name: string
  color: string
  /** Dash and gap; empty is solid. */
  dash?: readonly number[]
  width?: number
  opacity?: number
  /** Drawn where there are few points. */
  symbol?: string
  /** Stands at the end of the line. */
  letter?: string
  /** Behind the others, not in the tooltip, and of no weight for the axis. */
  faint?: boolean
  /** Without an entry of its own in the legend. */
  unlisted?: boolean
  points: PointList
}

/** A moment to be shown, on the x axis. */
export interface Mark {
  x: number
  label: string
}

export interface LinesData {
  title: string
  summary: string
  unit: 'percent' | 'loss'
  lines: readonly Line[]
  /** Asked for when it is read: live charts are drawn ten times a second. */
  table: () => ChartTable
  data?: () => ChartTable
  marks?: readonly Mark[]
  /** Where the axis ends even before there are points. */
  epochs?: number
}

/** Most points that a line is drawn from; the extremes of each stretch stay. What is only a backdrop needs fewer. */
const pointLimit = 800
const faintLimit = 480
/** Most lines that a tooltip names. */
const told = 10

/** The loss of the very first batches can be huge; the axis serves the rest, and their line leaves the frame. */
function top(lines: readonly { line: Line; points: readonly (readonly [number, number])[] }[]): {
  max: number
  interval: number
} {
  let most = 0
  const single: number[] = []
  for (const { line, points } of lines)
    for (const [, y] of points) {
      if (line.faint) single.push(y)
      else if (y > most) most = y
    }
  const usual = single.sort((a, b) => a - b)[Math.floor(single.length * 0.95)] ?? 0
  return niceScale(Math.max(most, usual))
}

interface Hovered {
  seriesIndex: number
  value: [number, number]
}

export function lineChart(data: LinesData, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const percent = data.unit === 'percent'
  const value = (y: number): string => (percent ? numbers.percent(y) : numbers.loss(y))
  const seen = new Set<string>()
  const legend: LegendEntry[] = []
  for (const line of data.lines) {
    const name = plain(line.name)
    if (line.unlisted || seen.has(name)) continue
    seen.add(name)
    const { color, dash = [], width = 2.25 } = line
    legend.push({ name, color, kind: 'line', dash, width })
  }
  const { base, top: above } = frame(context, data.title, legend)

  const drawn = data.lines.map((line) => ({
    line,
    points: decimate(line.points, line.faint ? faintLimit : pointLimit).map(
      ({ x, y }) => [x, y] as [number, number],
    ),
  }))
  const many = drawn.length > 12
  const series = drawn.map(({ line, points }, at): LineSeriesOption => {
    const few = !line.faint && points.length <= 40 && !many
    return {
      type: 'line',
      id: line.id,
      name: plain(line.name),
      data: points,
      z: line.faint ? 2 : 3,
      showSymbol: few || points.length === 1,
      symbol: line.symbol ?? 'circle',
      symbolSize: 5,
      silent: true,
      itemStyle: { color: line.color, opacity: line.opacity ?? 1 },
      lineStyle: {
        color: line.color,
        width: line.width ?? 2.25,
        type: line.dash?.length ? [...line.dash] : 'solid',
        opacity: line.opacity ?? 1,
        join: 'round',
      },
      emphasis: { disabled: line.faint === true || many, scale: 1.6 },
      ...(line.letter && !many
        ? {
            endLabel: {
              show: true,
              formatter: () => line.letter!,
              color: line.color,
              fontWeight: 700,
              distance: 6,
            },
            labelLayout: { moveOverlap: 'shiftY' as const },
          }
        : {}),
      ...(at === 0 && data.marks?.length
        ? {
            markLine: {
              silent: true,
              symbol: 'none',
              animation: false,
              lineStyle: { color: theme.lineStrong, type: [3, 3], width: 1 },
              // Beside the line, inside the plot: at the bottom where curves end at the top.
              label: {
                position: percent ? 'start' : 'end',
                verticalAlign: percent ? 'bottom' : 'top',
                align: 'left',
                distance: 0,
                padding: [4, 0, 6, 5],
                color: theme.ink3,
              },
              data: data.marks.map(({ x, label }) => ({
                xAxis: x,
                label: { formatter: () => short(label) },
              })),
            },
          }
        : {}),
    } as LineSeriesOption
  })

  const hover = (hovered: readonly Hovered[]): string => {
    const named = hovered.filter(({ seriesIndex }) => !data.lines[seriesIndex]!.faint)
    const shown = (named.length > 0 ? named : hovered).toSorted(
      (a, b) => (percent ? -1 : 1) * (a.value[1] - b.value[1]),
    )
    if (shown.length === 0) return ''
    const rows = shown
      .slice(0, told)
      .map(
        ({ seriesIndex, value: [, y] }) => `${rich(short(data.lines[seriesIndex]!.name, 40))}  ${value(y)}`,
      )
    const rest = shown.length > told ? [words.more(numbers.number(shown.length - told))] : []
    return [`${words.axis.epoch} ${numbers.number(shown[0]!.value[0], 2)}`, ...rows, ...rest].join('\n')
  }

  return {
    title: data.title,
    summary: data.summary,
    get table() {
      return data.table()
    },
    get data() {
      return data.data?.()
    },
    legend,
    height: above + 290,
    minWidth: 280,
    zoom: 'x',
    option: {
      ...base,
      grid: grid(above, data.lines.some(({ letter }) => letter) && !many ? { right: 34 } : {}),
      xAxis: xAxis(theme, words.axis.epoch, {
        min: 0,
        max: ({ max }: { max: number }) => Math.max(data.epochs ?? 1, Number.isFinite(max) ? max : 1),
        minInterval: 1,
        axisLabel: { formatter: (x: number) => numbers.number(x, 1) },
      }),
      yAxis: yAxis(theme, percent ? words.axis.accuracy : words.axis.loss, {
        min: 0,
        ...(percent ? { max: 1, interval: 0.2 } : top(drawn)),
        axisLabel: {
          formatter: (y: number) => (percent ? numbers.hundredths(y) : numbers.number(y, 2)),
        },
      }),
      tooltip: tooltip(context, { trigger: 'axis', formatter: hover }),
      dataZoom: zooming(context, 'x'),
      series: placed(context, series),
    },
  }
}
