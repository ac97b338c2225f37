// Moments in a chart: a thin upright line with a word beside it, behind the curves.
import { type Chart, type Plugin } from 'chart.js'
import { token } from './setup'

export interface ChartMark {
  /** On the x axis. */
  x: number
  label: string
}

function drawMark(chart: Chart, { x, label }: ChartMark, low: boolean): void {
  const { ctx, chartArea, scales } = chart
  const at = scales.x!.getPixelForValue(x)
  if (at < chartArea.left || at > chartArea.right) return
  ctx.beginPath()
  ctx.moveTo(at, chartArea.top)
  ctx.lineTo(at, chartArea.bottom)
  ctx.stroke()
  // On the side where there is room.
  const right = at + ctx.measureText(label).width + 6 < chartArea.right
  ctx.textAlign = right ? 'left' : 'right'
  ctx.fillText(label, at + (right ? 5 : -5), low ? chartArea.bottom - 6 : chartArea.top + 12)
}

/**
 * @param marks the marks as they are when the chart is drawn
 * @param low whether their words are at the bottom: where curves end at the top
 */
export const markPlugin = (marks: () => readonly ChartMark[], low: () => boolean): Plugin<'line'> => ({
  id: 'marks',
  beforeDatasetsDraw(chart) {
    const { ctx } = chart
    ctx.save()
    ctx.strokeStyle = token('line-strong')
    ctx.fillStyle = token('ink-3')
    ctx.font = `12px ${token('font')}`
    ctx.setLineDash([3, 3])
    for (const mark of marks()) drawMark(chart as Chart, mark, low())
    ctx.restore()
  },
})
