// Charts as SVG, drawn without a browser: the same functions as on the screen.
import {
  chartNumbers,
  chartWords,
  printTheme,
  type Chart,
  type ChartTheme,
  type Draw,
} from '../../../../src-charts'
import { type ReportLanguage } from '../../../contract'

export interface DrawnChart {
  chart: Chart
  svg: string
  width: number
  height: number
}

/** The dark theme's tokens (src-renderer/design/tokens.css), for a page that is read in the dark. */
export const darkTheme: ChartTheme = {
  font: printTheme.font,
  surface: '#191c2b',
  ink: '#eef0fa',
  ink2: '#b9bdd4',
  ink3: '#959ab6',
  line: '#2a2e43',
  lineStrong: '#70758f',
  accent: '#9aa8ff',
  bad: '#ff9a8f',
  primary: '#eef0fa',
  onPrimary: '#161930',
  runs: ['#93a2ff', '#ff9a68', '#4fcf9f', '#e08fe3', '#e2ba4c', '#69c3e6'],
  splits: { train: '#7d8ef5', validation: '#46529f', test: '#ff9a68' },
}

/**
 * ECharts numbers its clip paths, gradients and patterns over all charts of a process, and adds rules for the pointer:
 * with names of their own several charts can stand in one page, and a report is the same each time.
 */
function tidied(svg: string, name: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ class="zr\d+-cls-\d+"/g, '')
    .replace(/ pointer-events="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, `${name}-`)
    .replace(/[\t ]+\n/g, '\n')
}

/**
 * Draws a chart.
 * @param name unique among the charts of a page
 */
export async function drawChart(
  draw: Draw,
  {
    name,
    width,
    language,
    theme = printTheme,
  }: { name: string; width: number; language: ReportLanguage; theme?: ChartTheme },
): Promise<DrawnChart> {
  const echarts = await import('echarts')
  const context = {
    words: chartWords(language),
    numbers: chartNumbers(language),
    theme,
    purpose: 'report' as const,
    width,
  }
  const chart = draw(context)
  const { height } = chart
  const made = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    made.setOption({ ...chart.option, animation: false })
    return { chart, svg: tidied(made.renderToSVGString({ useViewBox: true }), name), width, height }
  } finally {
    made.dispose()
  }
}
