// Zooming by buttons and keys; the wheel and fingers are ECharts' own.
import { type ECharts } from './echarts'

interface Range {
  start: number
  end: number
}

const rangesOf = (chart: ECharts): Range[] => {
  const { dataZoom } = chart.getOption() as { dataZoom?: Partial<Range>[] }
  return (dataZoom ?? []).map(({ start = 0, end = 100 }) => ({ start, end }))
}

export const isZoomed = (chart: ECharts): boolean =>
  rangesOf(chart).some(({ start, end }) => start > 0.01 || end < 99.99)

function set(chart: ECharts, change: (range: Range) => Range): void {
  const batch = rangesOf(chart).map((range, dataZoomIndex) => ({ dataZoomIndex, ...change(range) }))
  chart.dispatchAction({ type: 'dataZoom', batch })
}

/** @param factor below 1 shows less of it, larger */
export const zoomBy = (chart: ECharts, factor: number): void =>
  set(chart, ({ start, end }) => {
    const middle = (start + end) / 2
    const half = Math.min(50, Math.max(0.5, ((end - start) / 2) * factor))
    const from = Math.min(100 - 2 * half, Math.max(0, middle - half))
    return { start: from, end: from + 2 * half }
  })

export const zoomReset = (chart: ECharts): void => set(chart, () => ({ start: 0, end: 100 }))
