// ECharts on an element: made when the element comes near the screen, as large as it is, gone when the component is.
import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue'
import { type ECharts } from './echarts'

/** How far below the screen a chart is made ready. */
const ahead = '600px'

/**
 * @param box the element to draw in; its size is the chart's
 * @param made called once, when there is something to draw on
 */
export function useCanvas(
  box: Readonly<ShallowRef<HTMLElement | null>>,
  made: (chart: ECharts) => void,
): ShallowRef<ECharts | null> {
  const chart = shallowRef<ECharts | null>(null)
  let gone = false
  let frame = 0

  const resize = new ResizeObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => chart.value?.resize())
  })
  const near = new IntersectionObserver(
    async (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      near.disconnect()
      const { init } = await import('./echarts')
      if (gone || !box.value) return
      chart.value = init(box.value, null, { renderer: 'canvas' })
      made(chart.value)
      resize.observe(box.value)
    },
    // What scrolls is not the window; margins count from its edge.
    { root: document.getElementById('main'), rootMargin: ahead },
  )
  onMounted(() => box.value && near.observe(box.value))
  onBeforeUnmount(() => {
    gone = true
    near.disconnect()
    resize.disconnect()
    cancelAnimationFrame(frame)
    chart.value?.dispose()
    chart.value = null
  })
  return chart
}
