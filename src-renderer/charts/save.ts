// A chart as a file: a picture with title and legend in dark ink on white, or its numbers.
import { printTheme, toCsv, type ChartContext, type Draw } from '../../src-charts'
import { fileName } from '../export/file-name'
import { init } from './echarts'
import { type FileKind } from './file-kinds'

const width = 900
/** Pixels of a PNG for each of the chart's: sharp on paper and on any screen. */
const density = 2

const forFile = (context: ChartContext): ChartContext => ({
  ...context,
  theme: printTheme,
  purpose: 'file',
  width,
})

function svg(draw: Draw, context: ChartContext): Blob {
  const { option, height } = draw(forFile(context))
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' })
  } finally {
    chart.dispose()
  }
}

async function png(draw: Draw, context: ChartContext): Promise<Blob> {
  const { option, height } = draw(forFile(context))
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  const chart = init(canvas, null, { renderer: 'canvas', width, height, devicePixelRatio: density })
  try {
    chart.setOption(option)
    chart.getZr().flush()
    return await new Promise<Blob>((done, fail) =>
      canvas.toBlob(
        (blob) => (blob ? done(blob) : fail(new Error('The picture could not be made'))),
        'image/png',
      ),
    )
  } finally {
    chart.dispose()
  }
}

/** With a byte order mark: spreadsheets take a file without one for the letters of another century. */
function csv(draw: Draw, context: ChartContext): Blob {
  const { table, data } = draw(context)
  return new Blob(['\uFEFF', toCsv(data ?? table)], { type: 'text/csv;charset=utf-8' })
}

/** Hands a file to the user: a download in a browser, a question where to put it in the desktop app. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export async function saveChart(draw: Draw, context: ChartContext, kind: FileKind): Promise<void> {
  const make = { png, svg, csv }[kind]
  const { title } = draw(context)
  download(await make(draw, context), `${fileName(title)}.${kind}`)
}
