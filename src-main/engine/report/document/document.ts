// A report before it is HTML, Markdown or PDF: sections of blocks. Texts in it are plain text: each renderer escapes
// them for its medium.
import { type Draw } from '../../../../src-charts'

/** A piece of text; with a name, as it should look. */
export type Span = string | { text: string; bold?: true; code?: true; quiet?: true; href?: string }
export type Text = string | readonly Span[]

export interface Column {
  title: string
  align?: 'right'
}

export interface Table {
  kind: 'table'
  caption: string
  columns: readonly Column[]
  /** Each as long as `columns`; the first cell names the row. */
  rows: readonly (readonly Text[])[]
  note?: string
  /** Places of rows that stand out. */
  strong?: readonly number[]
}

export interface Figure {
  kind: 'figure'
  /** Of its files: letters, digits and hyphens, unique in the report. */
  name: string
  draw: Draw
  /** Below it, more than the chart's own summary. */
  note?: string
  /** Narrow ones stand beside each other. */
  half?: boolean
}

export interface Picture {
  data: Buffer
  mime: 'image/jpeg' | 'image/png'
  width: number
  height: number
  /** What is to be seen, for who cannot. */
  alt: string
  title: string
  lines: readonly string[]
  mark?: 'right' | 'wrong'
  /** Stands beside it: where a model looked. */
  heat?: { data: Buffer; mime: 'image/jpeg' | 'image/png'; alt: string }
}

export interface Pictures {
  kind: 'pictures'
  /** Of its files. */
  name: string
  caption: string
  pictures: readonly Picture[]
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: Text; lead?: true; quiet?: true }
  | { kind: 'list'; items: readonly Text[]; ordered?: true }
  | { kind: 'facts'; facts: readonly (readonly [name: string, value: Text])[] }
  | {
      kind: 'callout'
      tone: 'good' | 'info' | 'warning'
      label: string
      title: string
      text: readonly Text[]
      advice?: readonly Text[]
    }
  | { kind: 'code'; text: string; language: string; title?: string; folded?: true }
  | Table
  | Figure
  | Pictures

export interface Section {
  /** Letters and hyphens; the anchor of the section. */
  id: string
  title: string
  blocks: readonly Block[]
}

export interface ReportDocument {
  title: string
  /** What kind of report it is, above the title. */
  kicker: string
  author: string | null
  /** In words. */
  date: string
  /** ISO 8601. */
  written: string
  sections: readonly Section[]
  /** Below everything. */
  footer: string
  contents: string
}

export const spans = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text)
export const plainText = (text: Text): string =>
  spans(text)
    .map((one) => (typeof one === 'string' ? one : one.text))
    .join('')
