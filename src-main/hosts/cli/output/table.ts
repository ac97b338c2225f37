// Aligned columns: names to the left, numbers to the right.
import { displayWidth, noPaint, type Paint, type Style } from './text'

export interface Column {
  title: string
  align?: 'left' | 'right'
}

export type Cell = string | { text: string; style: Style }

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)

function pad(cell: Cell, width: number, align: 'left' | 'right', paint: Paint): string {
  const text = textOf(cell)
  const gap = ' '.repeat(Math.max(0, width - displayWidth(text)))
  const painted = typeof cell === 'string' ? text : paint(cell.style, text)
  return align === 'right' ? gap + painted : painted + gap
}

/**
 * @param columns titles; a table whose titles are all empty has no heading
 * @returns lines, without a space at the end
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { paint = noPaint, indent = 0 }: { paint?: Paint; indent?: number } = {},
): string[] {
  const widths = columns.map((column, at) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(textOf(row[at] ?? '')))),
  )
  const line = (cells: readonly Cell[]): string =>
    (
      ' '.repeat(indent) +
      columns.map((column, at) => pad(cells[at] ?? '', widths[at]!, column.align ?? 'left', paint)).join('  ')
    ).trimEnd()
  const heading = columns.some((column) => column.title !== '')
    ? [line(columns.map(({ title }) => ({ text: title, style: 'dim' as const })))]
    : []
  return [...heading, ...rows.map(line)]
}
