// Whether a model is as sure as it is right: accuracy by confidence, above how often each confidence occurs.
import { type BarSeriesOption, type LineSeriesOption } from 'echarts'
import { type Figures } from '../src-main/contract'
import { type Chart, type ChartContext, type ChartRun, type LegendEntry } from './chart'
import { frame, placed, tooltip, xAxis, yAxis } from './frame'
import { plain, rich, short } from './label'
import { letterOf, lookOf } from './looks'
import { whiskers } from './whiskers'

export interface ReliabilityRun extends ChartRun {
  calibration: Pick<Figures['calibration'], 'bins' | 'overconfidence'>
}

export function reliability(runs: readonly ReliabilityRun[], context: ChartContext): Chart {
  const { words, numbers, theme } = context
  const { title } = words.reliability
  const nameOf = (run: ChartRun): string => `${letterOf(run.place)} ${short(run.name, 40)}`
  const looks = runs.map(({ place }) => lookOf(place, theme))
  const legend: LegendEntry[] = [
    ...runs.map((run, at): LegendEntry => {
      const { color, dash } = looks[at]!
      return { name: nameOf(run), color, dash, kind: 'line' }
    }),
    { name: words.reliability.perfect, color: theme.ink3, dash: [3, 3], width: 1, kind: 'line' },
  ]
  const { base, top } = frame(context, title, legend)
  const bins = runs[0]?.calibration.bins ?? []
  const percent = (value: number): string => numbers.percent(value)
  const lines = runs.map((run, at): LineSeriesOption => {
    const { color, dash, symbol } = looks[at]!
    return {
      type: 'line',
      name: nameOf(run),
      symbol,
      symbolSize: 7,
      showSymbol: true,
      silent: true,
      itemStyle: { color },
      lineStyle: { color, width: 2, type: dash.length ? [...dash] : 'solid' },
      data: run.calibration.bins.flatMap(({ confidence, accuracy }) =>
        confidence === null || accuracy === null ? [] : [[confidence, accuracy]],
      ),
    }
  })
  const perfect: LineSeriesOption = {
    type: 'line',
    name: words.reliability.perfect,
    silent: true,
    symbol: 'none',
    z: 1,
    itemStyle: { color: theme.ink3 },
    lineStyle: { color: theme.ink3, width: 1, type: [3, 3] },
    data: [
      [0, 0],
      [1, 1],
    ],
  }
  const intervals = runs.map((run, at) =>
    whiskers(
      nameOf(run),
      run.calibration.bins.flatMap(({ confidence, interval }) =>
        confidence === null ? [] : [{ at: confidence, interval, color: looks[at]!.color }],
      ),
      'y',
      { end: 3, width: 1 },
    ),
  )
  const histogram = runs.map((run, at): BarSeriesOption => {
    const { color, decal } = looks[at]!
    return {
      type: 'bar',
      name: nameOf(run),
      xAxisIndex: 1,
      yAxisIndex: 1,
      barGap: '0%',
      barCategoryGap: '12%',
      itemStyle: { color, decal: (runs.length > 1 ? decal : null) as never },
      data: run.calibration.bins.map(({ count }) => count),
    }
  })
  const unit = { min: 0, max: 1, axisLabel: { formatter: (value: number) => numbers.hundredths(value) } }
  const inside = { left: 14, right: 22, outerBoundsMode: 'same' as const, outerBoundsContain: 'all' as const }
  /** Pixels of the upper part with its labels and titles. */
  const plot = 330
  return {
    title,
    summary: words.reliability.summary(
      runs
        .map((run) => `${plain(run.name)} ${numbers.signed(100 * run.calibration.overconfidence)} %`)
        .join('; ') || '–',
    ),
    legend,
    height: top + 6 + plot + 200,
    minWidth: 280,
    table: {
      columns: [
        { title: words.run },
        { title: words.reliability.from, format: percent },
        { title: words.reliability.to, format: percent },
        { title: words.count, format: (count) => numbers.number(count) },
        { title: words.axis.confidence.replace(/ \(%\)$/, ''), format: percent },
        { title: words.accuracy, format: percent },
        { title: words.low, format: percent },
        { title: words.high, format: percent },
      ],
      rows: runs.flatMap((run) =>
        run.calibration.bins.map((bin) => [
          `${letterOf(run.place)} ${plain(run.name)}`,
          bin.low,
          bin.high,
          bin.count,
          bin.confidence,
          bin.accuracy,
          bin.interval?.low ?? null,
          bin.interval?.high ?? null,
        ]),
      ),
    },
    option: {
      ...base,
      grid: [
        { ...inside, top: top + 6, height: plot },
        { ...inside, top: top + 6 + plot + 18, height: 170 },
      ] as never,
      xAxis: [
        xAxis(theme, words.axis.confidence, { ...unit, gridIndex: 0 }),
        xAxis(theme, words.axis.confidence, {
          type: 'category',
          gridIndex: 1,
          data: bins.map(({ low, high }) => `${numbers.hundredths(low)}–${numbers.hundredths(high)}`),
          axisTick: { show: false },
        }),
      ] as never,
      yAxis: [
        yAxis(theme, words.axis.rightAtConfidence, { ...unit, gridIndex: 0 }),
        yAxis(theme, words.axis.pictures, {
          gridIndex: 1,
          minInterval: 1,
          splitNumber: 3,
          axisLabel: { formatter: (count: number) => numbers.compact(count) },
        }),
      ] as never,
      tooltip: tooltip(context, {
        trigger: 'axis',
        formatter: (
          hovered: { seriesType: string; seriesName: string; dataIndex: number; value: unknown }[],
        ) =>
          hovered
            .filter(({ seriesName }) => seriesName !== words.reliability.perfect)
            .slice(0, 10)
            .map(({ seriesType, seriesName, dataIndex, value }) => {
              const sign = rich(seriesName)
              if (seriesType === 'bar') {
                const bin = bins[dataIndex]!
                return `${sign}  ${percent(bin.low)} – ${percent(bin.high)}: ${numbers.number(Number(value))}`
              }
              const [x, y] = value as [number, number]
              return `${sign}  ${percent(x)} → ${percent(y)}`
            })
            .join('\n'),
      }),
      series: placed(context, [perfect, ...lines, ...intervals, ...histogram]),
    },
  }
}
