// A report as Markdown, for a blog or a hand-in: one .md file, and its figures as PNG and SVG in a folder beside it.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sharp } from '../../data/sharp'
import { type Task } from '../../task'
import { breathe } from '../breathe'
import { type Block, type Figure, type Pictures, type ReportDocument } from '../document/document'
import { drawChart } from '../figures/draw'
import { outlineText, textsOf } from '../figures/outline'
import { Faces } from '../fonts/faces'
import { chartTable } from '../html/blocks'
import { type Words } from '../words/words'
import { escapeMarkdown } from './escape'
import { tableMarkdown, textMarkdown } from './text'

const WIDTH = 840
const HALF = 560
/** Pixels of a PNG for each of the drawing: sharp on paper. */
const DENSITY = 2
/** Pictures in a row, as tables have no line breaks. */
const ROW = 4
/** Rows of a table behind a figure; more are in the figure alone. */
const NUMBERS = 60

interface Place {
  /** Name of the figures' folder, as the .md file refers to it. */
  readonly name: string
  readonly path: string
  readonly faces: Faces
  readonly words: Words
}

const link = (place: Place, file: string): string => `${encodeURIComponent(place.name)}/${file}`

async function figureMarkdown({ name, draw, half, note }: Figure, place: Place): Promise<string> {
  const { words, faces, path } = place
  const drawn = await drawChart(draw, { name, width: half ? HALF : WIDTH, language: words.language })
  const { chart, svg, width } = drawn
  await faces.prepare(textsOf(svg))
  const png = await sharp(Buffer.from(outlineText(svg, faces)), { density: 72 * DENSITY })
    .resize(width * DENSITY)
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 9, palette: true, quality: 95 })
    .toBuffer()
  await writeFile(join(path, `${name}.svg`), svg)
  await writeFile(join(path, `${name}.png`), png)
  const alt = escapeMarkdown(`${chart.title}. ${chart.summary}`)
  const numbers = chartTable(chart.table, '', NUMBERS)
  return [
    `**${escapeMarkdown(chart.title)}**`,
    '',
    `![${alt}](${link(place, `${name}.png`)})`,
    '',
    `${escapeMarkdown(chart.summary)}${note ? ` ${escapeMarkdown(note)}` : ''} [SVG](${link(place, `${name}.svg`)})`,
    '',
    '<details>',
    `<summary>${escapeMarkdown(words.t('numbers'))}</summary>`,
    '',
    tableMarkdown(numbers),
    '',
    '</details>',
  ].join('\n')
}

async function picturesMarkdown({ name, caption, pictures }: Pictures, place: Place): Promise<string> {
  const cells: { image: string; text: string }[] = []
  for (const [at, { data, mime, alt, title, lines, mark, heat }] of pictures.entries()) {
    const file = `${name}-${at + 1}.${mime === 'image/png' ? 'png' : 'jpg'}`
    await writeFile(join(place.path, file), data)
    let image = `![${escapeMarkdown(alt)}](${link(place, file)})`
    if (heat) {
      const second = `${name}-${at + 1}-heat.${heat.mime === 'image/png' ? 'png' : 'jpg'}`
      await writeFile(join(place.path, second), heat.data)
      image += ` ![${escapeMarkdown(heat.alt)}](${link(place, second)})`
    }
    const sign = mark === 'wrong' ? '✗ ' : mark === 'right' ? '✓ ' : ''
    const said = [title && `${sign}**${escapeMarkdown(title)}**`, ...lines.map(escapeMarkdown)].filter(
      Boolean,
    )
    cells.push({ image, text: said.join('<br>') })
  }
  const parts = [`**${escapeMarkdown(caption)}**`, '']
  for (let from = 0; from < cells.length; from += ROW) {
    const row = cells.slice(from, from + ROW)
    const line = (items: readonly string[]) => `| ${items.map((one) => one || ' ').join(' | ')} |`
    parts.push(line(row.map(({ image }) => image)), line(row.map(() => ':---')))
    if (row.some(({ text }) => text)) parts.push(line(row.map(({ text }) => text)))
    parts.push('')
  }
  return parts.join('\n').trimEnd()
}

function codeMarkdown({ text, language, title }: Extract<Block, { kind: 'code' }>): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${title ? `${escapeMarkdown(title)}\n\n` : ''}${fence}${language}\n${text}\n${fence}`
}

function calloutMarkdown(block: Extract<Block, { kind: 'callout' }>, words: Words): string {
  const advice = block.advice?.length
    ? [
        '',
        escapeMarkdown(words.t('training.advice')),
        '',
        ...block.advice.map((one) => `- ${textMarkdown(one)}`),
      ]
    : []
  const lines = [
    `**${escapeMarkdown(block.label)}: ${escapeMarkdown(block.title)}**`,
    ...block.text.flatMap((one) => ['', textMarkdown(one)]),
    ...advice,
  ]
  return lines.map((line) => (line ? `> ${line}` : '>')).join('\n')
}

async function blockMarkdown(block: Block, place: Place): Promise<string> {
  switch (block.kind) {
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`
    case 'paragraph':
      return textMarkdown(block.text)
    case 'list':
      return block.items
        .map((one, at) => `${block.ordered ? `${at + 1}.` : '-'} ${textMarkdown(one)}`)
        .join('\n')
    case 'facts':
      return block.facts
        .map(([name, value]) => `- **${escapeMarkdown(name)}**: ${textMarkdown(value)}`)
        .join('\n')
    case 'callout':
      return calloutMarkdown(block, place.words)
    case 'code':
      return codeMarkdown(block)
    case 'table':
      return tableMarkdown(block)
    case 'figure':
      return figureMarkdown(block, place)
    case 'pictures':
      return picturesMarkdown(block, place)
  }
}

/** @throws UserError `cancelled` */
export async function writeMarkdown(
  folder: string,
  stem: string,
  report: ReportDocument,
  words: Words,
  task: Task,
): Promise<void> {
  const name = `${stem}-figures`
  const place: Place = { name, path: join(folder, name), faces: new Faces(), words }
  await mkdir(place.path)
  const { title, kicker, author, date, sections, footer } = report
  const parts = [
    `# ${escapeMarkdown(title)}`,
    [kicker, ...(author ? [author] : []), date].map(escapeMarkdown).join(' · '),
  ]
  for (const [at, section] of sections.entries()) {
    await breathe(task)
    task.progress({ stage: 'draw', done: at, total: sections.length, unit: 'parts' })
    parts.push(`## ${at + 1}. ${escapeMarkdown(section.title)}`)
    for (const block of section.blocks) parts.push(await blockMarkdown(block, place))
  }
  task.progress({ stage: 'draw', done: sections.length, total: sections.length, unit: 'parts' })
  parts.push('---', `*${escapeMarkdown(footer)}*`)
  await writeFile(join(folder, `${stem}.md`), `${parts.join('\n\n')}\n`, { flag: 'wx' })
}
