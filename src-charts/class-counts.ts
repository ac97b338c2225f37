// How many pictures each class has, and which of them train, validate and test.
import { type BarSeriesOption } from 'echarts'
import { type Chart, type ChartContext, type LegendEntry } from './chart'
import { frame, grid, placed, tooltip, xAxis, yAxis } from './frame'
import { plain, rich, short } from './label'
import { lookOf } from './looks'

export interface ClassCount {
  name: string
  train: number
  validation: number
  test: number
}

const parts = ['train', 'validation', 'test'] as const

export function classCounts(classes: readonly ClassCount[], context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const { title } = words.counts
  const total = (one: ClassCount): number => one.train + one.validation + one.test
  const rows = classes.toSorted((a, b) => total(b) - total(a))
  const legend = parts.map((part, hatch): LegendEntry => ({
    name: words[part],
    color: theme.splits[part],
    kind: 'area',
    hatch,
  }))
  const { base, top } = frame(context, title, legend)
  const told = (one?: ClassCount): string =>
    one ? `${plain(one.name)} (${numbers.number(total(one))})` : '–'
  return {
    title,
    summary: words.counts.summary(
      words.counts.classes(numbers.number(rows.length)),
      told(rows[0]),
      told(rows.at(-1)),
    ),
    legend,
    height: top + 70 + rows.length * 24,
    minWidth: 300,
    table: {
      columns: [
        { title: words.class },
        ...[...parts.map((part) => words[part]), words.counts.total].map((name) => ({
          title: name,
          format: (count: number) => numbers.number(count),
        })),
      ],
      rows: rows.map((one) => [plain(one.name), one.train, one.validation, one.test, total(one)]),
    },
    option: {
      ...base,
      grid: grid(top - 4),
      xAxis: xAxis(theme, words.axis.pictures, {
        min: 0,
        minInterval: 1,
        splitLine: { show: true, lineStyle: { color: theme.line } },
        axisLabel: { formatter: (count: number) => numbers.compact(count) },
      }),
      yAxis: yAxis(theme, words.class, {
        type: 'category',
        inverse: true,
        nameLocation: 'start',
        nameTextStyle: { align: 'right' },
        data: rows.map(({ name }) => short(name, 24)),
        splitLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: theme.ink, interval: 0 },
      }),
      tooltip: tooltip(context, {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        formatter: ([first]: { dataIndex: number }[]) => {
          const one = first && rows[first.dataIndex]
          if (!one) return ''
          return [
            rich(told(one)),
            ...parts.map((part) => `${words[part]}  ${numbers.number(one[part])}`),
          ].join('\n')
        },
      }),
      series: placed(
        context,
        parts.map((part, at): BarSeriesOption => ({
          type: 'bar',
          name: words[part],
          stack: 'all',
          barMaxWidth: 16,
          itemStyle: {
            color: theme.splits[part],
            decal: lookOf(at, theme).decal as never,
            borderColor: theme.surface,
            borderWidth: 0.5,
          },
          data: rows.map((one) => one[part]),
        })),
      ),
    },
  }
}
