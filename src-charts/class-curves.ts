// ROC curves and precision against recall: of one class of several runs, or of several classes of one run.
import { type LineSeriesOption } from 'echarts'
import { type Chart, type ChartContext, type LegendEntry } from './chart'
import { frame, grid, placed, tooltip, xAxis, yAxis, zooming } from './frame'
import { distinct, plain, rich, short } from './label'
import { lookOf } from './looks'
import { type ChartTable } from './table'

/** A curve and the area under it (of precision and recall: the average precision). */
export interface ClassCurve {
  name: string
  /** Place of its run, or of its class where one run's classes are drawn: colour, dash. */
  place: number
  /** With the letter of its place, for runs. */
  lettered: boolean
  /** Equally long; x does not fall. */
  curve: { readonly x: readonly number[]; readonly y: readonly number[] }
  area: number | null
}

/** Where the table reads the curves. */
const stations = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9]

/** The largest y of all points up to an x: what an operating point there can have. */
function best({ x, y }: ClassCurve['curve'], at: number, upTo: boolean): number | null {
  let found: number | null = null
  for (let index = 0; index < x.length; index++)
    if (upTo ? x[index]! <= at : x[index]! >= at) found = Math.max(found ?? 0, y[index]!)
  return found
}

interface Kind {
  title: string
  x: string
  y: string
  area: string
  summary: (list: string) => string
  at: (x: string) => string
  /** The diagonal is what guessing gets. */
  diagonal: string | null
  step: 'start' | 'end' | undefined
  upTo: boolean
}

function classCurves(curves: readonly ClassCurve[], kind: Kind, about: string, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const looks = curves.map(({ place }) => lookOf(place, theme))
  const names = distinct(
    curves.map(({ name, lettered, area }, at) => {
      const sign = lettered ? `${looks[at]!.letter} ` : ''
      return `${sign}${short(name, 32)}${area === null ? '' : ` (${numbers.loss(area)})`}`
    }),
  )
  const legend: LegendEntry[] = curves.map((_, at) => {
    const { color, dash } = looks[at]!
    return { name: names[at]!, color, dash, kind: 'line' }
  })
  const title = about ? `${kind.title}: ${plain(about)}` : kind.title
  const { base, top } = frame(context, title, legend)
  const series = curves.map(({ curve }, at): LineSeriesOption => {
    const { color, dash, symbol } = looks[at]!
    return {
      type: 'line',
      name: names[at],
      showSymbol: false,
      symbol,
      symbolSize: 7,
      silent: true,
      step: kind.step,
      itemStyle: { color },
      lineStyle: { color, width: 2, type: dash.length ? [...dash] : 'solid' },
      data: curve.x.map((x, index) => [x, curve.y[index]!]),
    }
  })
  const diagonal: LineSeriesOption[] = kind.diagonal
    ? [
        {
          type: 'line',
          name: kind.diagonal,
          silent: true,
          symbol: 'none',
          z: 1,
          lineStyle: { color: theme.lineStrong, width: 1, type: [3, 3] },
          tooltip: { show: false },
          data: [
            [0, 0],
            [1, 1],
          ],
          endLabel: { show: false },
        },
      ]
    : []
  const percent = (value: number): string => numbers.percent(value)
  const table: ChartTable = {
    columns: [
      { title: curves[0]?.lettered ? words.run : words.class },
      { title: kind.area, format: numbers.loss },
      ...stations.map((at) => ({ title: kind.at(numbers.percent(at, 0)), format: percent })),
    ],
    rows: curves.map((one, at) => [
      `${one.lettered ? `${looks[at]!.letter} ` : ''}${plain(one.name)}`,
      one.area,
      ...stations.map((x) => best(one.curve, x, kind.upTo)),
    ]),
  }
  const data: ChartTable = {
    columns: [{ title: curves[0]?.lettered ? words.run : words.class }, { title: kind.x }, { title: kind.y }],
    rows: curves.flatMap((one) =>
      one.curve.x.map((x, index) => [plain(one.name), 100 * x, 100 * one.curve.y[index]!] as const),
    ),
  }
  const unit = { min: 0, max: 1, axisLabel: { formatter: (value: number) => numbers.hundredths(value) } }
  return {
    title,
    summary: kind.summary(
      curves
        .map((one) => `${plain(one.name)} ${one.area === null ? '–' : numbers.loss(one.area)}`)
        .join('; ') || '–',
    ),
    legend,
    height: top + 360,
    minWidth: 280,
    zoom: 'both',
    table,
    data,
    option: {
      ...base,
      grid: grid(top),
      xAxis: xAxis(theme, kind.x, unit),
      yAxis: yAxis(theme, kind.y, unit),
      tooltip: tooltip(context, {
        trigger: 'axis',
        formatter: (hovered: { seriesIndex: number; value: [number, number] }[]) => {
          const known = hovered.filter(({ seriesIndex }) => seriesIndex < curves.length).slice(0, 10)
          if (known.length === 0) return ''
          return known
            .map(
              ({ seriesIndex, value: [x, y] }) =>
                `${rich(names[seriesIndex]!)}  ${percent(x)} → ${percent(y)}`,
            )
            .join('\n')
        },
      }),
      dataZoom: zooming(context, 'both'),
      series: placed(context, [...series, ...diagonal]),
    },
  }
}

/** @param about the class or the run that all curves are of; may be empty */
export const rocCurves = (curves: readonly ClassCurve[], about: string, context: ChartContext): Chart => {
  const { roc, axis } = context.words
  const kind = {
    ...roc,
    x: axis.falsePositives,
    y: axis.truePositives,
    diagonal: roc.guess,
    upTo: true,
  } as const
  return classCurves(curves, { ...kind, step: undefined }, about, context)
}

/** @param curves with recall as x and precision as y */
export const precisionRecallCurves = (
  curves: readonly ClassCurve[],
  about: string,
  context: ChartContext,
): Chart => {
  const { precisionRecall, axis } = context.words
  const kind = { ...precisionRecall, x: axis.recall, y: axis.precision, diagonal: null, upTo: false } as const
  return classCurves(curves, { ...kind, step: undefined }, about, context)
}
