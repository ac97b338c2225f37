// The blocks of a report as HTML.
import { cellText, type ChartTable } from '../../../../src-charts'
import {
  spans,
  type Block,
  type Figure,
  type Pictures,
  type Span,
  type Table,
  type Text,
} from '../document/document'
import { darkTheme, drawChart, type DrawnChart } from '../figures/draw'
import { type Words } from '../words/words'
import { escapeHtml } from './escape'

/** Width of the text, and of a figure that stands beside another, in pixels. */
const WIDE = 840
const HALF = 410

/** Rows of a table behind a chart. */
const NUMBERS = 400

function spanHtml(span: Span): string {
  if (typeof span === 'string') return escapeHtml(span)
  let html = escapeHtml(span.text)
  if (span.code) html = `<code>${html}</code>`
  if (span.bold) html = `<strong>${html}</strong>`
  if (span.quiet) html = `<span class="quiet">${html}</span>`
  if (span.href && /^https:\/\//.test(span.href)) html = `<a href="${escapeHtml(span.href)}">${html}</a>`
  return html
}

const textHtml = (text: Text): string => `<bdi>${spans(text).map(spanHtml).join('')}</bdi>`

function tableHtml({ caption, columns, rows, note, strong = [] }: Table): string {
  const side = (at: number) => (columns[at]?.align === 'right' ? ' class="number"' : '')
  const head = columns.map(({ title }, at) => `<th scope="col"${side(at)}>${escapeHtml(title)}</th>`).join('')
  const body = rows.map((row, y) => {
    const cells = row.map((cell, x) =>
      x === 0 ? `<th scope="row">${textHtml(cell)}</th>` : `<td${side(x)}>${textHtml(cell)}</td>`,
    )
    return `<tr${strong.includes(y) ? ' class="sum"' : ''}>${cells.join('')}</tr>`
  })
  const below = note ? `<p class="note">${escapeHtml(note)}</p>` : ''
  return `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(caption)}"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>${below}`
}

/** The numbers of a chart as a table. */
export function chartTable({ columns, rows }: ChartTable, caption: string, most = NUMBERS): Table {
  return {
    kind: 'table',
    caption,
    columns: columns.map(({ title }, at) => ({ title, ...(at > 0 && { align: 'right' as const }) })),
    rows: rows.slice(0, most).map((row) => row.map((cell, at) => cellText(cell, columns[at]!))),
  }
}

/** Sizes are those of the page: the picture fills its place and keeps its proportions. */
function svgHtml({ svg, chart, width }: DrawnChart, dark: boolean): string {
  const hidden = dark
    ? 'aria-hidden="true"'
    : `role="img" aria-label="${escapeHtml(`${chart.title}. ${chart.summary}`)}"`
  const open = svg
    .replace(/^<svg width="[^"]*" height="[^"]*"/, '<svg')
    .replace('<svg', `<svg ${hidden} focusable="false" style="max-width:${width}px"`)
  return `<div class="chart ${dark ? 'dark' : 'light'}">${open}</div>`
}

async function figureHtml(figure: Figure, words: Words): Promise<string> {
  const { name, draw, note } = figure
  const width = figure.half ? HALF : WIDE
  const { language } = words
  const light = await drawChart(draw, { name, width, language })
  const dark = await drawChart(draw, { name: `${name}-dark`, width, language, theme: darkTheme })
  const { title, summary, table } = light.chart
  const numbers = tableHtml(chartTable(table, title))
  const more = note ? ` ${escapeHtml(note)}` : ''
  return `<figure id="figure-${name}"${figure.half ? ' class="half"' : ''}>
<div class="figure-title">${escapeHtml(title)}</div>
${svgHtml(light, false)}${svgHtml(dark, true)}
<figcaption>${escapeHtml(summary)}${more}</figcaption>
<details><summary>${escapeHtml(words.t('numbers'))}</summary>${numbers}</details>
</figure>`
}

function picturesHtml({ caption, pictures }: Pictures): string {
  const items = pictures.map(({ data, mime, width, height, alt, title, lines, mark, heat }) => {
    const image = (bytes: Buffer, type: string, text: string) =>
      `<img src="data:${type};base64,${bytes.toString('base64')}" width="${width}" height="${height}" alt="${escapeHtml(text)}">`
    const label =
      title || lines.length > 0
        ? `<span class="said">${title ? `<b>${escapeHtml(title)}</b>` : ''}${lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('')}</span>`
        : ''
    const second = heat ? image(heat.data, heat.mime, heat.alt) : ''
    return `<li${mark ? ` class="${mark}"` : ''}><span class="shot">${image(data, mime, alt)}${second}</span>${label}</li>`
  })
  const wide = pictures.some((one) => one.heat) ? ' with-heat' : ''
  return `<figure class="pictures${wide}"><figcaption>${escapeHtml(caption)}</figcaption><ul>${items.join('')}</ul></figure>`
}

function calloutHtml(block: Extract<Block, { kind: 'callout' }>, words: Words): string {
  const advice = block.advice?.length
    ? `<p class="try">${escapeHtml(words.t('training.advice'))}</p><ul>${block.advice.map((one) => `<li>${textHtml(one)}</li>`).join('')}</ul>`
    : ''
  const text = block.text.map((one) => `<p>${textHtml(one)}</p>`).join('')
  return `<div class="callout ${block.tone}"><p class="label">${escapeHtml(block.label)}</p><p class="callout-title">${escapeHtml(block.title)}</p>${text}${advice}</div>`
}

function codeHtml({ text, title, folded }: Extract<Block, { kind: 'code' }>): string {
  const code = `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>`
  if (!title) return code
  return folded
    ? `<details class="code"><summary>${escapeHtml(title)}</summary>${code}</details>`
    : `<p class="code-title">${escapeHtml(title)}</p>${code}`
}

export async function blockHtml(block: Block, words: Words): Promise<string> {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`
    case 'paragraph':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${textHtml(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.items.map((one) => `<li>${textHtml(one)}</li>`).join('')}</${tag}>`
    }
    case 'facts':
      return `<dl>${block.facts.map(([name, value]) => `<div><dt>${escapeHtml(name)}</dt><dd>${textHtml(value)}</dd></div>`).join('')}</dl>`
    case 'callout':
      return calloutHtml(block, words)
    case 'code':
      return codeHtml(block)
    case 'table':
      return tableHtml(block)
    case 'figure':
      return figureHtml(block, words)
    case 'pictures':
      return picturesHtml(block)
  }
}
