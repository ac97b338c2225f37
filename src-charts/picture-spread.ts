// How large, how long and how bright the pictures of a data set are: a histogram each.
import { type BarSeriesOption } from 'echarts'
import { type Histogram, type Spread } from '../src-main/contract'
import { type Chart, type ChartContext } from './chart'
import { frame, placed, tooltip, xAxis, yAxis } from './frame'

const kinds = ['side', 'aspect', 'brightness'] as const
/** Pixels of one histogram with its labels and titles, and from one to the next. */
const plot = 190
const pitch = plot + 16

/** From the first to the last bin that is not empty. */
function used({ counts, edges }: Histogram): { low: number; high: number; count: number }[] {
  const first = counts.findIndex((count) => count > 0)
  const last = counts.findLastIndex((count) => count > 0)
  if (first < 0) return []
  return counts
    .slice(first, last + 1)
    .map((count, at) => ({ low: edges[first + at]!, high: edges[first + at + 1]!, count }))
}

export function pictureSpread(spread: Spread, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const { title } = words.spread
  /** In the unit of the axis: pixels, width by height, parts of a hundred. */
  const written = (kind: (typeof kinds)[number], value: number): string =>
    kind === 'brightness'
      ? numbers.number((100 * value) / 256)
      : numbers.number(value, kind === 'aspect' ? 2 : 0)
  const parts = kinds
    .map((kind) => ({ kind, bins: used(spread[kind]) }))
    .filter(({ bins }) => bins.length > 0)
  const { base, top } = frame(context, title, [])
  const above = (at: number): number => top + 6 + at * pitch
  const span = (kind: (typeof kinds)[number], { low, high }: { low: number; high: number }): string =>
    `${written(kind, low)}–${written(kind, high)}`
  return {
    title,
    summary: parts
      .map(({ kind, bins }) => {
        const most = bins.reduce((best, bin) => (bin.count > best.count ? bin : best))
        return words.spread.summary(words.axis[kind], span(kind, most), numbers.number(most.count))
      })
      .join(' '),
    legend: [],
    height: above(Math.max(1, parts.length)),
    minWidth: 280,
    table: {
      columns: [
        { title: words.spread.figure },
        { title: words.spread.from, format: (value) => numbers.number(value, 2) },
        { title: words.spread.to, format: (value) => numbers.number(value, 2) },
        { title: words.count, format: (count) => numbers.number(count) },
      ],
      rows: parts.flatMap(({ kind, bins }) =>
        bins.map(({ low, high, count }) => {
          const scale = kind === 'brightness' ? 100 / 256 : 1
          return [words.axis[kind], low * scale, high * scale, count]
        }),
      ),
    },
    option: {
      ...base,
      grid: parts.map((_, at) => ({
        top: above(at),
        height: plot,
        left: 14,
        right: 22,
        outerBoundsMode: 'same',
        outerBoundsContain: 'all',
      })) as never,
      xAxis: parts.map(({ kind, bins }, gridIndex) =>
        xAxis(theme, words.axis[kind], {
          type: 'category',
          gridIndex,
          axisTick: { show: false },
          data: bins.map((bin) => span(kind, bin)),
        }),
      ) as never,
      yAxis: parts.map((_, gridIndex) =>
        yAxis(theme, words.axis.pictures, {
          gridIndex,
          minInterval: 1,
          splitNumber: 3,
          axisLabel: { formatter: (count: number) => numbers.compact(count) },
        }),
      ) as never,
      tooltip: tooltip(context, {
        trigger: 'axis',
        formatter: ([first]: { seriesIndex: number; dataIndex: number }[]) => {
          const part = first && parts[first.seriesIndex]
          const bin = part?.bins[first!.dataIndex]
          return part && bin
            ? `${words.axis[part.kind]} ${span(part.kind, bin)}  ${numbers.number(bin.count)}`
            : ''
        },
      }),
      series: placed(
        context,
        parts.map(({ kind, bins }, at): BarSeriesOption => ({
          type: 'bar',
          name: words.axis[kind],
          xAxisIndex: at,
          yAxisIndex: at,
          barCategoryGap: '8%',
          itemStyle: { color: theme.accent },
          data: bins.map(({ count }) => count),
        })),
      ),
    },
  }
}
