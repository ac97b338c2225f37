// Spans and tables as Markdown.
import { spans, type Span, type Table, type Text } from '../document/document'
import { escapeMarkdown, inlineCode } from './escape'

function spanMarkdown(span: Span): string {
  if (typeof span === 'string') return escapeMarkdown(span)
  let text = span.code ? inlineCode(span.text) : escapeMarkdown(span.text)
  // Marks do not take spaces at their ends.
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!
  if (span.bold && inner) text = `${before}**${inner}**${after}`
  return span.href && /^https:\/\//.test(span.href) ? `[${text}](${encodeURI(span.href)})` : text
}

export const textMarkdown = (text: Text): string => spans(text).map(spanMarkdown).join('')

export function tableMarkdown({ caption, columns, rows, note }: Omit<Table, 'kind'>): string {
  const line = (cells: readonly string[]) => `| ${cells.map((one) => one || ' ').join(' | ')} |`
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : ':---'))
  return [
    ...(caption ? [`**${escapeMarkdown(caption)}**`, ''] : []),
    line(columns.map(({ title }) => escapeMarkdown(title))),
    `| ${rule.join(' | ')} |`,
    ...rows.map((row) => line(row.map(textMarkdown))),
    ...(note ? ['', `*${escapeMarkdown(note)}*`] : []),
  ].join('\n')
}
