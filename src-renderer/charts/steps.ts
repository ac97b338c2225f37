// Walking through a chart's points by keys: which there are, in the order in which they are read.
import { type EChartsOption } from 'echarts'

export interface Step {
  seriesIndex: number
  dataIndex: number
}

interface Series {
  type?: string
  silent?: boolean
  data?: readonly unknown[]
}

/**
 * Where the tooltip is one for all at a place, the points of the longest series; else every point of those that answer
 * to the pointer.
 */
export function stepsOf(option: EChartsOption): Step[] {
  const series = [option.series ?? []].flat() as Series[]
  const { trigger } = (option.tooltip ?? {}) as { trigger?: string }
  const pointsOf = ({ data = [] }: Series, seriesIndex: number): Step[] =>
    data.map((_, dataIndex) => ({ seriesIndex, dataIndex }))
  if (trigger !== 'axis') return series.flatMap((one, at) => (one.silent ? [] : pointsOf(one, at)))
  const lengths = series.map(({ type, data = [] }) => (type === 'custom' ? 0 : data.length))
  const longest = lengths.indexOf(Math.max(0, ...lengths))
  return longest < 0 ? [] : pointsOf(series[longest]!, longest)
}
