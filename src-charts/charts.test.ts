// Every chart: drawn as it will be in a report, in several languages, and by itself.
import * as echarts from 'echarts'
import { beforeAll, describe, expect, it } from 'vitest'
import { context, nastyName, sampleCharts } from '../tests/support/charts'
import { cellText, measureText, plain, toCsv, type Chart } from './index'

const charts = Object.entries(sampleCharts())

/** The chart as an SVG, without a browser. */
function svgOf({ option, height }: Chart, width = 720): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** All axes of an option. */
const axesOf = ({ option }: Chart) =>
  [option.xAxis, option.yAxis].flat() as { name?: string; axisLabel?: { formatter?: unknown } }[]

/** Complains where tags do not close in the order in which they opened, or a text has what XML forbids. */
function expectWellFormed(svg: string): void {
  const open: string[] = []
  const bare = svg.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  for (const [, close, name, self] of bare.matchAll(/<(\/?)([a-zA-Z][\w:]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!self) open.push(name!)
  }
  expect(open).toEqual([])
  expect(bare.replace(/<\/?[a-zA-Z][^<>]*>/g, '')).not.toMatch(
    /[<>]|&(?!(?:amp|lt|gt|quot|#39|#x?[\da-f]+);)/i,
  )
  // eslint-disable-next-line no-control-regex
  expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u)
}

beforeAll(() => echarts.setPlatformAPI({ measureText: measureText as never }))

describe.each(charts)('%s', (_name, draw) => {
  it('names its axes in every language, each in its own', () => {
    const names = (['en', 'es', 'pt-BR'] as const).map((language) =>
      axesOf(draw(context(language))).map(({ name }) => name),
    )
    for (const list of names) {
      expect(list.length).toBeGreaterThanOrEqual(2)
      for (const name of list) expect(name).toMatch(/\S/)
    }
    expect(names[1]).not.toEqual(names[0])
  })

  it('says what there is to see, and has numbers behind it', () => {
    const { title, summary, table, data } = draw(context())
    expect(title).toMatch(/\S/)
    expect(summary.length).toBeGreaterThan(20)
    expect(summary).not.toMatch(/undefined|NaN|Infinity/)
    for (const { columns, rows } of [table, ...(data ? [data] : [])]) {
      expect(rows.length).toBeGreaterThan(0)
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]))
      const text = rows.flatMap((row) => row.map((cell, at) => cellText(cell, columns[at]!))).join('\n')
      expect(text).not.toMatch(/undefined|NaN|Infinity/)
    }
  })

  it.each(['en', 'es'] as const)('is drawn without a browser, in %s', (language) => {
    for (const purpose of ['file', 'report'] as const) {
      const chart = draw(context(language, purpose))
      const svg = svgOf(chart)
      expectWellFormed(svg)
      expect(svg).not.toMatch(/NaN|undefined|<img|<b>|<script/)
      expect(svg.match(/<(path|text)/g)!.length).toBeGreaterThan(20)
      // The title only where the picture stands alone; axis titles always.
      const words = svg.replace(/<[^>]*>/g, '')
      if (purpose === 'file') expect(words).toContain(chart.title.slice(0, 12))
      for (const { name } of axesOf(chart)) expect(words).toContain(name)
    }
  })

  it('has no templates, which would read markup in names, and nothing that answers in a picture', () => {
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          if (key === 'formatter') expect(typeof inner, `${path}.formatter`).toBe('function')
          if (path.split('.').length < 8 && key !== 'data') walk(inner, `${path}.${key}`)
        }
    }
    const screen = draw(context('en', 'screen')).option
    walk(screen, 'option')
    expect((screen.tooltip as { renderMode: string }).renderMode).toBe('richText')
    const { option } = draw(context('en', 'report'))
    expect(option.tooltip).toEqual({ show: false })
    for (const one of [option.series].flat()) expect(one).toMatchObject({ silent: true })
  })

  it('lists in its legend only what it draws, once each', () => {
    const { legend, option } = draw(context('en', 'screen'))
    const names = legend.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const drawn = new Set([option.series].flat().map((series) => (series as { name?: string }).name))
    for (const name of names) expect(drawn).toContain(name)
  })
})

describe('a tooltip', () => {
  it('cannot be marked up by a name', () => {
    const { option } = sampleCharts().ranking!(context('en', 'screen'))
    const { formatter } = option.tooltip as { formatter: (asked: unknown) => string }
    const text = formatter({ data: { id: 'run-2' } })
    expect(text).toContain('<img src=x onerror=alert(1)>')
    expect(text).not.toMatch(/\{[a-zA-Z0-9_]+\|/)
    expect(text.replaceAll('\u2060', '')).toContain('{m|x}')
    expect(text).not.toContain('\u202E')
  })
})

describe('many', () => {
  it('runs: fifty are drawn, told apart and within reason', () => {
    for (const [name, draw] of Object.entries(sampleCharts(50))) {
      const chart = draw(context('en', 'file', 900))
      expect(chart.height, name).toBeLessThan(4000)
      expectWellFormed(svgOf(chart, 900))
    }
  })
})

it('a file has names as they were given, but for what cannot be written', () => {
  const csv = toCsv(sampleCharts().ranking!(context()).table)
  expect(csv).toContain(`"C ${plain(nastyName).replaceAll('"', '""')}"`)
})
