// The blocks of a report for pdfmake.
import { type Content, type TableCell } from 'pdfmake'
import { type Block, type Figure, type Picture, type Pictures, type Table } from '../document/document'
import { drawChart, type DrawnChart } from '../figures/draw'
import { outlineText, textsOf } from '../figures/outline'
import { type Faces } from '../fonts/faces'
import { type Words } from '../words/words'
import { inline, ink, MONO, textContent } from './text'

/** Points between the margins of an A4 page. */
export const WIDTH = 487
const GAP = 15
/** Pixels of a drawing on a point: words of 12 pixels are as large as the text, in narrow ones a little smaller. */
const PIXELS = { wide: 4 / 3, half: 1.6 } as const
/** Rows of a table that is not divided between pages. */
export const SHORT = 14
/** Pictures in a row. */
const ROW = 6

const soft = { good: '#e6f5ec', info: '#eceffd', warning: '#fdf2da' } as const
const strong = { good: '#0b6b43', info: '#474b66', warning: '#7a4d00' } as const

export interface PdfContext {
  faces: Faces
  words: Words
}

export function tableContent(
  { caption, columns, rows, note, strong: sums = [] }: Omit<Table, 'kind'>,
  { faces }: PdfContext,
): Content {
  const fontSize = columns.length > 6 ? 7.5 : 8.5
  const align = (at: number) => columns[at]?.align ?? 'left'
  const head = columns.map(({ title }, at): TableCell => ({
    text: inline(title, faces, { color: ink.quiet, fontSize: fontSize - 0.5 }),
    alignment: align(at),
  }))
  const body = rows.map((row, y) =>
    row.map((cell, x): TableCell => ({
      text: textContent(cell, faces, { fontSize, ...(sums.includes(y) && { bold: true }) }),
      alignment: align(x),
    })),
  )
  const named = columns.filter((one) => one.align !== 'right').length
  const widths = columns.map((one) => (one.align === 'right' && named > 0 ? 'auto' : '*'))
  const parts = [
    ...(caption
      ? [{ text: inline(caption, faces, { bold: true, fontSize: 10 }), margin: [0, 10, 0, 4] }]
      : []),
    {
      table: { headerRows: 1, widths, body: [head, ...body], dontBreakRows: true },
      layout: 'report',
      margin: [0, 0, 0, note ? 0 : 8],
    },
    ...(note ? [{ text: inline(note, faces, { color: ink.quiet, fontSize: 8 }), margin: [0, 4, 0, 0] }] : []),
  ]
  // Short tables stay whole, and with their captions.
  return { stack: parts, unbreakable: rows.length <= SHORT } as unknown as Content
}

/** Charts of a document, drawn, with the faces that they need. */
export async function drawn({ name, draw, half }: Figure, { faces, words }: PdfContext): Promise<DrawnChart> {
  const points = half ? (WIDTH - GAP) / 2 : WIDTH
  const chart = await drawChart(draw, {
    name,
    width: Math.round(points * PIXELS[half ? 'half' : 'wide']),
    language: words.language,
  })
  await faces.prepare(textsOf(chart.svg))
  return { ...chart, svg: outlineText(chart.svg, faces) }
}

function figureContent({ svg, chart }: DrawnChart, { half, note }: Figure, { faces }: PdfContext): Content {
  const width = half ? (WIDTH - GAP) / 2 : WIDTH
  const caption = note ? `${chart.summary} ${note}` : chart.summary
  return {
    stack: [
      { text: inline(chart.title, faces, { bold: true, fontSize: 10 }), margin: [0, 0, 0, 2] },
      { svg, width, font: faces.main.name },
      { text: inline(caption, faces, { color: ink.quiet, fontSize: 8 }), margin: [0, 2, 0, 0] },
    ],
    margin: [0, 10, 0, 4],
    unbreakable: true,
    width,
  } as unknown as Content
}

function pictureCell(picture: Picture, side: number, { faces }: PdfContext): Content {
  const { data, mime, title, lines, mark, heat } = picture
  const image = (bytes: Buffer, type: string) => ({
    image: `data:${type};base64,${bytes.toString('base64')}`,
    fit: [side, side],
  })
  const sign = mark === 'wrong' ? '✗ ' : mark === 'right' ? '✓ ' : ''
  const colour = mark === 'wrong' ? '#b3261e' : strong.good
  const pair = heat && { columns: [image(data, mime), image(heat.data, heat.mime)], columnGap: 2 }
  return {
    width: heat ? 2 * side + 2 : side,
    stack: [
      pair ?? image(data, mime),
      ...(title
        ? [
            {
              text: [
                ...inline(sign, faces, { color: colour, fontSize: 7.5 }),
                ...inline(title, faces, { bold: true, fontSize: 7.5 }),
              ],
              margin: [0, 3, 0, 0],
            },
          ]
        : []),
      ...lines.map((line) => ({ text: inline(line, faces, { color: ink.quiet, fontSize: 7 }) })),
    ],
  } as unknown as Content
}

function picturesContent({ caption, pictures }: Pictures, context: PdfContext): Content {
  const wide = pictures.some((one) => one.heat)
  const row = wide ? ROW / 2 : ROW
  const side = wide ? ((WIDTH - (row - 1) * 8) / row - 2) / 2 : (WIDTH - (row - 1) * 8) / row
  const rows: Content[] = []
  for (let from = 0; from < pictures.length; from += row) {
    const columns = pictures.slice(from, from + row).map((one) => pictureCell(one, side, context))
    rows.push({ columns, columnGap: 8, margin: [0, 4, 0, 4], unbreakable: true } as unknown as Content)
  }
  const heading = { text: inline(caption, context.faces, { bold: true, fontSize: 10 }), margin: [0, 8, 0, 0] }
  const [first, ...rest] = rows
  return [{ stack: [heading, first], unbreakable: true }, ...rest] as unknown as Content
}

function calloutContent(block: Extract<Block, { kind: 'callout' }>, { faces, words }: PdfContext): Content {
  const { tone, label, title, text, advice = [] } = block
  const stack: unknown[] = [
    { text: inline(label, faces, { color: strong[tone], fontSize: 8 }) },
    { text: inline(title, faces, { bold: true, fontSize: 11.5 }), margin: [0, 1, 0, 3] },
    ...text.map((one) => ({ text: textContent(one, faces, { fontSize: 9.5 }), margin: [0, 0, 0, 2] })),
  ]
  if (advice.length > 0)
    stack.push(
      {
        text: inline(words.t('training.advice'), faces, { bold: true, fontSize: 8.5 }),
        margin: [0, 2, 0, 1],
      },
      {
        ul: advice.map((one) => ({ text: textContent(one, faces, { fontSize: 9 }) })),
        markerColor: ink.quiet,
      },
    )
  return {
    table: {
      widths: ['*'],
      body: [[{ stack, fillColor: soft[tone], margin: [10, 8, 10, 8] }]],
      dontBreakRows: true,
    },
    layout: 'noBorders',
    margin: [0, 4, 0, 6],
  } as unknown as Content
}

function codeContent(
  { text, title, language, folded }: Extract<Block, { kind: 'code' }>,
  { faces }: PdfContext,
): Content {
  // What is folded away elsewhere takes little room here, and can still be copied.
  const written = folded && language === 'json' ? JSON.stringify(JSON.parse(text)) : text
  const lines = written.split('\n').map((line) => ({
    text: line.replace(/\p{Cc}/gu, ' '),
    font: MONO,
    fontSize: folded ? 6.5 : 8,
    preserveLeadingSpaces: true,
    ...(folded && { wordBreak: 'break-all' }),
  }))
  return {
    stack: [
      ...(title ? [{ text: inline(title, faces, { fontSize: 8.5, bold: true }), margin: [0, 4, 0, 2] }] : []),
      {
        table: { widths: ['*'], body: [[{ stack: lines, fillColor: ink.sunken, margin: [8, 6, 8, 6] }]] },
        layout: 'noBorders',
      },
    ],
    margin: [0, 2, 0, 8],
  } as unknown as Content
}

/** A block; figures are drawn before (`drawn`). */
export function blockContent(
  block: Block,
  figures: ReadonlyMap<string, DrawnChart>,
  context: PdfContext,
): Content {
  const { faces } = context
  switch (block.kind) {
    case 'heading':
      return {
        text: inline(block.text, faces, { bold: true, fontSize: 12 }),
        margin: [0, 14, 0, 4],
      } as unknown as Content
    case 'paragraph':
      return {
        text: textContent(block.text, faces, block.quiet ? { color: ink.quiet } : {}),
        margin: [0, 0, 0, 6],
      } as unknown as Content
    case 'list': {
      const items = block.items.map((one) => ({ text: textContent(one, faces), margin: [0, 0, 0, 2] }))
      return {
        ...(block.ordered ? { ol: items } : { ul: items, markerColor: ink.quiet }),
        margin: [0, 2, 0, 6],
      } as unknown as Content
    }
    case 'facts':
      return {
        table: {
          widths: [140, '*'],
          dontBreakRows: true,
          body: block.facts.map(([name, value]) => [
            { text: inline(name, faces, { color: ink.quiet, fontSize: 9 }) },
            { text: textContent(value, faces, { fontSize: 9 }) },
          ]),
        },
        layout: 'facts',
        margin: [0, 4, 0, 8],
      } as unknown as Content
    case 'callout':
      return calloutContent(block, context)
    case 'code':
      return codeContent(block, context)
    case 'table':
      return tableContent(block, context)
    case 'figure':
      return figureContent(figures.get(block.name)!, block, context)
    case 'pictures':
      return picturesContent(block, context)
  }
}
