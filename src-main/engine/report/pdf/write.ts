// A report as PDF, by pdfmake: charts are drawings, not pixels, and words can be searched and copied.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import monoExtended from '@fontsource/noto-sans-mono/files/noto-sans-mono-latin-ext-400-normal.woff?inline'
import mono from '@fontsource/noto-sans-mono/files/noto-sans-mono-latin-400-normal.woff?inline'
import { type Content, type CustomTableLayout } from 'pdfmake'
import { type TDocumentDefinitions } from 'pdfmake/interfaces'
import { cotejoVersion } from '../../../contract/version'
import { type Task } from '../../task'
import { breathe } from '../breathe'
import { type Block, type ReportDocument, type Section } from '../document/document'
import { type DrawnChart } from '../figures/draw'
import { bytesOf, Faces } from '../fonts/faces'
import { type Words } from '../words/words'
import { blockContent, drawn, SHORT, WIDTH, type PdfContext } from './blocks'
import { inline, ink, MONO } from './text'

const MARGIN = (595.28 - WIDTH) / 2

const layouts: Record<string, CustomTableLayout> = {
  report: {
    hLineWidth: (at, node) => (at === 0 ? 0 : at === node.table.headerRows ? 0.9 : 0.4),
    vLineWidth: () => 0,
    hLineColor: (at, node) => (at === node.table.headerRows ? ink.text : ink.line),
    paddingLeft: (at) => (at === 0 ? 0 : 4),
    paddingRight: (at, node) => (at === (node.table.widths?.length ?? 0) - 1 ? 0 : 4),
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  facts: {
    hLineWidth: () => 0.4,
    vLineWidth: () => 0,
    hLineColor: () => ink.line,
    paddingLeft: () => 0,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
}

/** Every text of the document: what faces are looked up for. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one)
  else if (value && typeof value === 'object' && !Buffer.isBuffer(value))
    for (const one of Object.values(value)) yield* textsIn(one)
}

const isHalf = (block: Block | undefined): boolean => block?.kind === 'figure' && block.half === true

/** Not longer than a part of a page. */
const isShort = (block: Block): boolean =>
  ['figure', 'callout', 'paragraph'].includes(block.kind) ||
  (block.kind === 'table' && block.rows.length <= SHORT)

interface Row {
  content: Content
  /** It is not longer than a part of a page: a heading before it stays with it. */
  short: boolean
}

/** Blocks in their order; figures of half the width stand in pairs. */
function rowsOf(
  blocks: readonly Block[],
  figures: ReadonlyMap<string, DrawnChart>,
  context: PdfContext,
): Row[] {
  const rows: Row[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!
    const one = blockContent(block, figures, context)
    if (isHalf(block) && isHalf(blocks[at + 1])) {
      const other = blockContent(blocks[++at]!, figures, context)
      const content = { columns: [one, other], columnGap: 15, unbreakable: true } as unknown as Content
      rows.push({ content, short: true })
    } else
      rows.push({
        content: one,
        short: isShort(block),
      })
  }
  return rows
}

/** A heading and what stands below it, on one page where that is possible. */
function joined(heading: Content, rows: readonly Row[]): Content[] {
  const [first, ...rest] = rows
  const others = rest.map(({ content }) => content)
  if (!first?.short) return [heading, ...(first ? [first.content] : []), ...others]
  return [{ stack: [heading, first.content], unbreakable: true } as unknown as Content, ...others]
}

/** Blocks with the headings among them. */
function blocksContent(
  blocks: readonly Block[],
  figures: ReadonlyMap<string, DrawnChart>,
  context: PdfContext,
): Row[] {
  const rows: Row[] = []
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at]!
    const next = blocks.findIndex((one, place) => place > at && one.kind === 'heading')
    const end = next < 0 ? blocks.length : next
    if (block.kind !== 'heading') {
      rows.push(...rowsOf(blocks.slice(at, end), figures, context))
    } else {
      const heading = blockContent(block, figures, context)
      const parts = joined(heading, rowsOf(blocks.slice(at + 1, end), figures, context))
      rows.push(...parts.map((content, place) => ({ content, short: place === 0 })))
    }
    at = end
  }
  return rows
}

function sectionContent(
  { title, blocks }: Section,
  number: number,
  figures: ReadonlyMap<string, DrawnChart>,
  context: PdfContext,
): Content[] {
  const { faces } = context
  const heading = {
    text: [...inline(`${number}  `, faces, { color: ink.quiet }), ...inline(title, faces, { bold: true })],
    fontSize: 17,
    margin: [0, 26, 0, 8],
    tocItem: true,
    tocStyle: { fontSize: 9.5 },
    tocMargin: [0, 1.5, 0, 1.5],
  } as unknown as Content
  return joined(heading, blocksContent(blocks, figures, context))
}

function titleContent({ title, kicker, author, date, contents }: ReportDocument, faces: Faces): Content[] {
  const by = author
    ? [...inline(author, faces, { bold: true }), ...inline(` · ${date}`, faces)]
    : inline(date, faces)
  return [
    { text: inline(kicker, faces, { color: ink.quiet, fontSize: 9.5 }) },
    { text: inline(title, faces, { bold: true, fontSize: 27 }), margin: [0, 3, 0, 6], lineHeight: 1.05 },
    { text: by, color: ink.quiet, margin: [0, 0, 0, 10] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 2, lineColor: ink.text }] },
    {
      toc: { title: { text: inline(contents, faces, { bold: true, fontSize: 10 }), margin: [0, 12, 0, 4] } },
    },
  ] as unknown as Content[]
}

async function makePdf(report: ReportDocument, words: Words, task: Task): Promise<Buffer> {
  const faces = new Faces()
  const context: PdfContext = { faces, words }
  await faces.prepare(textsIn({ ...report, sections: report.sections.map(withoutDrawings) }))
  await faces.prepare(['✓✗•'])
  const figures = new Map<string, DrawnChart>()
  const all = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'figure' ? [block] : [])),
  )
  for (const [done, figure] of all.entries()) {
    await breathe(task)
    task.progress({ stage: 'draw', done, total: all.length, unit: 'parts' })
    figures.set(figure.name, await drawn(figure, context))
  }
  task.progress({ stage: 'draw', done: all.length, total: all.length, unit: 'parts' })
  await faces.prepare([...figures.values()].flatMap(({ chart }) => [chart.title, chart.summary]))
  const content = [
    ...titleContent(report, faces),
    ...report.sections.flatMap((section, at) => sectionContent(section, at + 1, figures, context)),
  ]
  if (faces.missing) {
    const note = inline(words.t('missing'), faces, { color: ink.quiet, fontSize: 8 })
    content.push({ text: note, margin: [0, 16, 0, 0] } as unknown as Content)
  }
  const { title, author, footer } = report
  const definition: TDocumentDefinitions = {
    content,
    pageSize: 'A4',
    pageMargins: [MARGIN, 52, MARGIN, 56],
    defaultStyle: { font: faces.main.name, fontSize: 10, lineHeight: 1.25, color: ink.text },
    info: {
      title,
      ...(author && { author }),
      creator: `Cotejo ${cotejoVersion}`,
      producer: `Cotejo ${cotejoVersion}`,
      subject: report.kicker,
    },
    language: words.language,
    version: '1.7',
    footer: (page: number, pages: number) =>
      ({
        columns: [
          { text: inline(footer, faces, { color: ink.quiet, fontSize: 7.5 }) },
          { text: `${page} / ${pages}`, alignment: 'right', fontSize: 8, color: ink.quiet, width: 60 },
        ],
        margin: [MARGIN, 20, MARGIN, 0],
      }) as unknown as Content,
  } as TDocumentDefinitions
  await breathe(task)
  task.progress({ stage: 'write', done: 0, total: 1, unit: 'files' })
  const bytes = await render(definition, faces)
  await breathe(task)
  return bytes
}

/** Drawings have been looked through by themselves; pictures have no words but these. */
function withoutDrawings({ title, blocks }: Section): unknown {
  return {
    title,
    blocks: blocks.map((block) =>
      block.kind === 'figure'
        ? (block.note ?? '')
        : block.kind === 'pictures'
          ? { caption: block.caption, texts: block.pictures.map((one) => [one.title, ...one.lines]) }
          : block,
    ),
  }
}

async function render(definition: TDocumentDefinitions, faces: Faces): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake')
  // The library keeps files of its own in memory; it gets no others, from the disk or from elsewhere.
  const library = pdfmake as unknown as {
    virtualfs: { writeFileSync(name: string, bytes: Buffer): void }
    setFonts(fonts: object): void
    addTableLayouts(layouts: object): void
    setUrlAccessPolicy(allow: () => boolean): void
    setLocalAccessPolicy(allow: () => boolean): void
    createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> }
  }
  library.setUrlAccessPolicy(() => false)
  library.setLocalAccessPolicy(() => false)
  const fonts: Record<string, object> = {}
  const add = (name: string, regular: Buffer, bold: Buffer) => {
    library.virtualfs.writeFileSync(`${name}-normal`, regular)
    library.virtualfs.writeFileSync(`${name}-bold`, bold)
    fonts[name] = {
      normal: `${name}-normal`,
      bold: `${name}-bold`,
      italics: `${name}-normal`,
      bolditalics: `${name}-bold`,
    }
  }
  for (const { name, bytes, bold } of faces.used) add(name, bytes, bold.bytes)
  add(MONO, bytesOf(mono), bytesOf(mono))
  add('mono-extended', bytesOf(monoExtended), bytesOf(monoExtended))
  library.setFonts(fonts)
  library.addTableLayouts(layouts)
  return library.createPdf(definition).getBuffer()
}

export async function writePdf(
  folder: string,
  stem: string,
  report: ReportDocument,
  words: Words,
  task: Task,
): Promise<void> {
  await writeFile(join(folder, `${stem}.pdf`), await makePdf(report, words, task), { flag: 'wx' })
}
