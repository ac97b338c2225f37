// Intervals: a line with two ends, upright or lying, over bars, dots or points.
import { type CustomSeriesOption } from 'echarts'
import { type Interval } from '../src-main/contract'

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>

/** @param end half the length of the strokes at both ends, in pixels */
export function whiskerShape(
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: string,
  { end = 4, width = 1.5, halo }: { end?: number; width?: number; halo?: string } = {},
) {
  const upright = Math.abs(from[0] - to[0]) < 1e-6
  const cap = ([x, y]: readonly [number, number]) =>
    upright ? { x1: x - end, y1: y, x2: x + end, y2: y } : { x1: x, y1: y - end, x2: x, y2: y + end }
  const lines = [{ x1: from[0], y1: from[1], x2: to[0], y2: to[1] }, cap(from), cap(to)]
  const drawn = (color: string, lineWidth: number) =>
    lines.map((shape) => ({ type: 'line' as const, shape, style: { stroke: color, lineWidth } }))
  return {
    type: 'group' as const,
    children: [...(halo ? drawn(halo, width + 2) : []), ...drawn(stroke, width)],
  }
}

export interface WhiskerItem {
  /** On the axis of the thing measured: its number, or its value on an axis of values. */
  at: number
  interval: Interval | null
  color: string
}

/**
 * @param along `y` for upright whiskers (the figure is on the y axis), `x` for lying ones
 * @param offset where among grouped bars, from −0.5 to 0.5 of the band; 0 in its middle
 */
export function whiskers(
  name: string,
  items: readonly WhiskerItem[],
  along: 'x' | 'y',
  options: {
    offset?: (bandWidth: number) => number
    end?: number
    width?: number
    halo?: string
    z?: number
  } = {},
): CustomSeriesOption {
  const data = items.filter((item) => item.interval !== null)
  const renderItem: RenderItem = (params, api) => {
    const item = data[params.dataIndex]
    if (!item?.interval) return null
    const { low, high } = item.interval
    const pair = (value: number): [number, number] => (along === 'y' ? [item.at, value] : [value, item.at])
    const from = api.coord(pair(low)) as [number, number]
    const to = api.coord(pair(high)) as [number, number]
    if (options.offset) {
      const size = api.size!([1, 1]) as number[]
      const shift = options.offset(Math.abs(along === 'y' ? size[0]! : size[1]!))
      const axis = along === 'y' ? 0 : 1
      from[axis] += shift
      to[axis] += shift
    }
    return whiskerShape(from, to, item.color, options)
  }
  return {
    type: 'custom',
    name,
    silent: true,
    clip: true,
    // The legend takes its colour from the first series of a name.
    itemStyle: { color: items[0]?.color ?? 'transparent' },
    z: options.z ?? 4,
    renderItem,
    encode: along === 'y' ? { x: 0, y: [1, 2] } : { y: 0, x: [1, 2] },
    data: data.map(({ at, interval }) => [at, interval!.low, interval!.high]),
  }
}

/** A scale that holds figures and intervals with a little air, in steps of 5 points; at most 0 to 1. */
export function accuracyScale(values: readonly number[]): { min: number; max: number } {
  const known = values.filter(Number.isFinite)
  if (known.length === 0) return { min: 0, max: 1 }
  const min = Math.max(0, Math.floor((Math.min(...known) - 0.02) * 20) / 20)
  const max = Math.min(1, Math.ceil((Math.max(...known) + 0.02) * 20) / 20)
  return { min, max: Math.max(max, min + 0.05) }
}
