// The test pictures in the plane: near each other is what the model takes for alike. A class has its colour and symbol;
// what the model got wrong is crossed.
import { type ScatterSeriesOption } from 'echarts'
import { type EmbeddingMap } from '../src-main/contract'
import { type Chart, type ChartContext, type LegendEntry } from './chart'
import { frame, grid, placed, tooltip, xAxis, yAxis, zooming } from './frame'
import { distinct, plain, rich, short } from './label'
import { fillOf, lookOf } from './looks'

/** A cross of two strokes. */
const cross = 'path://M1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5L0,1Z'

export function embeddingMap(map: EmbeddingMap, context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const { title } = words.map
  const names = distinct(map.labels.map((name, at) => short(name, 28) || String(at)))
  const classes = map.labels.map((_, label) => label).filter((label) => map.label.includes(label))
  const wrong = map.index.flatMap((_, at) => (map.label[at] === map.predicted[at] ? [] : [at]))
  const legend: LegendEntry[] = [
    ...classes.map((label): LegendEntry => {
      const { color, symbol, hollow } = lookOf(label, theme)
      return { name: names[label]!, color, symbol, hollow, kind: 'symbol' }
    }),
    ...(wrong.length
      ? [{ name: words.map.wrong, color: theme.bad, symbol: cross, kind: 'symbol' } as const]
      : []),
  ]
  const { base, top } = frame(context, title, legend)
  // Which point of the map each drawn point is.
  const members = new Map(classes.map((label) => [label, [] as number[]]))
  map.label.forEach((label, at) => members.get(label)!.push(at))
  const size = map.index.length > 3000 ? 4 : map.index.length > 800 ? 6 : 8
  const point = (at: number) => ({ id: String(map.index[at]), value: [map.x[at]!, map.y[at]!, at] })
  const clouds = classes.map((label): ScatterSeriesOption => {
    const look = lookOf(label, theme)
    return {
      type: 'scatter',
      name: names[label],
      symbol: look.symbol,
      symbolSize: size,
      itemStyle: { ...fillOf(look, theme), ...(look.hollow ? {} : { borderWidth: 0 }), opacity: 0.8 },
      data: members.get(label)!.map(point),
    }
  })
  const crosses: ScatterSeriesOption = {
    type: 'scatter',
    name: words.map.wrong,
    symbol: cross,
    symbolSize: size + 5,
    z: 4,
    itemStyle: { color: theme.bad, borderColor: theme.surface, borderWidth: 1 },
    data: wrong.map(point),
  }
  const bare = {
    scale: true,
    axisLabel: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.lineStrong } },
  }
  return {
    title,
    summary: words.map.summary(
      numbers.number(map.index.length),
      numbers.number(map.total),
      numbers.number(wrong.length),
    ),
    legend,
    height: top + 440,
    minWidth: 300,
    zoom: 'both',
    table: {
      columns: [
        { title: words.map.index, format: String },
        { title: words.class },
        { title: words.map.predicted },
        { title: words.axis.umap1, format: (value) => numbers.number(value, 2) },
        { title: words.axis.umap2, format: (value) => numbers.number(value, 2) },
      ],
      rows: map.index.map((index, at) => [
        index,
        plain(map.labels[map.label[at]!] ?? ''),
        plain(map.labels[map.predicted[at]!] ?? ''),
        map.x[at]!,
        map.y[at]!,
      ]),
    },
    option: {
      ...base,
      grid: grid(top),
      xAxis: xAxis(theme, words.axis.umap1, bare),
      yAxis: yAxis(theme, words.axis.umap2, bare),
      tooltip: tooltip(context, {
        trigger: 'item',
        formatter: ({ data }: { data: { value: [number, number, number] } }) => {
          const at = data.value[2]
          const [truth, said] = [map.label[at]!, map.predicted[at]!]
          return [
            `${words.class}  ${rich(names[truth]!)}`,
            ...(truth === said ? [] : [`${words.map.predicted}  ${rich(names[said]!)}`]),
          ].join('\n')
        },
      }),
      dataZoom: zooming(context, 'both'),
      series: placed(context, [...clouds, ...(wrong.length ? [crosses] : [])]),
    },
  }
}
