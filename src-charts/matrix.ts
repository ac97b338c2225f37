// A confusion matrix, and the difference of two: rows are the true classes, columns what the model said.
import { type CustomSeriesOption } from 'echarts'
import { type Chart, type ChartContext } from './chart'
import { frame, grid, placed, tooltip, xAxis, yAxis } from './frame'
import { plain, rich, short } from './label'
import { inkOn, mix } from './theme'

type Counts = readonly (readonly number[])[]

interface Cells {
  title: string
  summary: string
  labels: readonly string[]
  counts: Counts
  ground: (actual: number, predicted: number) => string
  written: (count: number) => string
  /** Hatched, so that it is told from the others in grey too. */
  marked: (count: number) => boolean
  tell: (actual: number, predicted: number) => string
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function cells(data: Cells, context: ChartContext): Chart {
  const { words, numbers, theme, width = 560 } = context
  const { labels, counts } = data
  const size = labels.length
  const { base, top } = frame(context, data.title, [])
  const names = labels.map((name) => short(name, 16))
  const longest = Math.max(...names.map((name) => [...name].length)) * 6.6
  const upright = longest > (width - longest - 60) / Math.max(1, size)
  const items = counts.flatMap((row, actual) => row.map((count, predicted) => [predicted, actual, count]))
  const series: CustomSeriesOption = {
    type: 'custom',
    name: data.title,
    encode: { x: 0, y: 1 },
    data: items,
    renderItem: (params, api) => {
      const [predicted, actual, count] = items[params.dataIndex]! as [number, number, number]
      const [x, y] = api.coord([predicted, actual]) as [number, number]
      const [w, h] = api.size!([1, 1]) as [number, number]
      const ground = data.ground(actual, predicted)
      const ink = inkOn(ground, theme)
      const box = {
        x: x - w / 2 + 0.5,
        y: y - h / 2 + 0.5,
        width: Math.max(0.5, w - 1),
        height: Math.max(0.5, h - 1),
      }
      const text = data.written(count)
      const fits = w > text.length * 7 + 4 && h > 13 && count !== 0
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: box,
            style: { fill: ground, stroke: actual === predicted ? theme.ink : undefined, lineWidth: 1 },
          },
          ...(data.marked(count) && w > 6
            ? [
                {
                  type: 'line' as const,
                  shape: { x1: box.x, y1: box.y + box.height, x2: box.x + box.width, y2: box.y },
                  style: { stroke: mix(ground, ink, 0.35), lineWidth: 1 },
                },
              ]
            : []),
          ...(fits
            ? [
                {
                  type: 'text' as const,
                  style: {
                    x,
                    y,
                    text,
                    fill: ink,
                    align: 'center' as const,
                    verticalAlign: 'middle' as const,
                    font: `12px ${theme.font}`,
                    ...(data.marked(count) ? { stroke: ground, lineWidth: 3 } : {}),
                  },
                },
              ]
            : []),
        ],
      }
    },
  }
  const side = Math.max(18, Math.min(44, 520 / size))
  return {
    title: data.title,
    summary: data.summary,
    legend: [],
    height: Math.round(top + 80 + size * side + (upright ? longest : 16)),
    minWidth: Math.min(640, 160 + size * 16),
    table: {
      columns: [
        { title: `${words.axis.actual} ↓ ${words.axis.predicted} →` },
        ...labels.map((name) => ({ title: plain(name), format: data.written })),
      ],
      rows: labels.map((name, actual) => [
        plain(name),
        ...labels.map((_, said) => counts[actual]?.[said] ?? null),
      ]),
    },
    option: {
      ...base,
      grid: grid(top),
      xAxis: xAxis(theme, words.axis.predicted, {
        type: 'category',
        data: names,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: theme.ink, rotate: upright ? 90 : 0, interval: 'auto' },
      }),
      yAxis: yAxis(theme, words.axis.actual, {
        type: 'category',
        inverse: true,
        nameLocation: 'start',
        nameTextStyle: { align: 'right' },
        data: names,
        splitLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: theme.ink, interval: 'auto' },
      }),
      tooltip: tooltip(context, {
        trigger: 'item',
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const [predicted, actual, count] = items[dataIndex]! as [number, number, number]
          return [
            `${rich(short(labels[actual]!, 40))} → ${rich(short(labels[predicted]!, 40))}`,
            `${data.written(count) || numbers.number(0)}${data.tell(actual, predicted)}`,
          ].join('\n')
        },
      }),
      series: placed(context, [series]),
    },
  }
}

/** @param confusion rows are the true classes, columns the predicted ones */
export function confusionMatrix(
  { labels, confusion, about = '' }: { labels: readonly string[]; confusion: Counts; about?: string },
  context: ChartContext,
): Chart {
  const { words, numbers, theme } = context
  const totals = confusion.map(sum)
  const share = (actual: number, predicted: number): number =>
    totals[actual] ? confusion[actual]![predicted]! / totals[actual] : 0
  const right = sum(confusion.map((row, at) => row[at] ?? 0))
  let worst = { actual: 0, predicted: 0, count: 0 }
  confusion.forEach((row, actual) =>
    row.forEach((count, predicted) => {
      if (actual !== predicted && count > worst.count) worst = { actual, predicted, count }
    }),
  )
  const summary = [words.confusion.summary(numbers.number(right), numbers.number(sum(totals)))]
  if (worst.count > 0) {
    const [truth, said] = [plain(labels[worst.actual]!), plain(labels[worst.predicted]!)]
    summary.push(words.confusion.worst(truth, said, numbers.number(worst.count)))
  }
  return cells(
    {
      title: about ? `${words.confusion.title}: ${plain(about)}` : words.confusion.title,
      summary: summary.join(' '),
      labels,
      counts: confusion,
      // By its share of the true class, so that rare classes are read like common ones; a single picture is seen too.
      ground: (actual, predicted) => {
        const part = share(actual, predicted)
        return mix(theme.surface, theme.accent, part === 0 ? 0 : 0.1 + 0.85 * part)
      },
      written: (count) => numbers.number(count),
      marked: () => false,
      tell: (actual, predicted) => ` (${numbers.percent(share(actual, predicted))})`,
    },
    context,
  )
}

export interface DifferenceData {
  labels: readonly string[]
  a: { name: string; confusion: Counts }
  b: { name: string; confusion: Counts }
}

/** Counts of a minus those of b: warm where a says it more often, hatched where b does. */
export function matrixDifference({ labels, a, b }: DifferenceData, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const counts = labels.map((_, actual) =>
    labels.map((_, said) => (a.confusion[actual]?.[said] ?? 0) - (b.confusion[actual]?.[said] ?? 0)),
  )
  const most = Math.max(1, ...counts.flat().map(Math.abs))
  const diagonal = sum(counts.map((row, at) => row[at]!))
  const [first, second] = [plain(a.name), plain(b.name)]
  return cells(
    {
      title: words.difference.title(short(a.name), short(b.name)),
      summary: words.difference.summary(first, second, numbers.signed(diagonal)),
      labels,
      counts,
      ground: (actual, said) => {
        const count = counts[actual]![said]!
        const part = Math.abs(count) / most
        return mix(
          theme.surface,
          count > 0 ? theme.runs[0]! : theme.runs[1]!,
          count === 0 ? 0 : 0.12 + 0.7 * part,
        )
      },
      written: (count) => numbers.signed(count),
      marked: (count) => count < 0,
      tell: (actual, said) =>
        ` (${numbers.number(a.confusion[actual]?.[said] ?? 0)} − ${numbers.number(b.confusion[actual]?.[said] ?? 0)})`,
    },
    context,
  )
}
