// The numbers behind a chart: for a table below it, and for a CSV file.

export type Cell = string | number | null

export interface Column {
  title: string
  /** How a number of this column is written in the table; a CSV file has it in full. */
  format?: (value: number) => string
}

export interface ChartTable {
  columns: readonly Column[]
  /** Each as long as `columns`; null is no value. The first column names the row. */
  rows: readonly (readonly Cell[])[]
}

/** What stands in a cell of the table. */
export function cellText(cell: Cell, column: Column): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? (column.format?.(cell) ?? String(cell)) : cell
}

/**
 * A text that a spreadsheet would take for a formula (=, +, -, @ or a tab in front) gets an apostrophe before it: names
 * of classes come from folders of unknown origin. Numbers are left alone.
 */
const safe = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The table as RFC 4180 has it: commas, CRLF, quotes where needed; numbers with a point, and empty where there is none. */
export function toCsv({ columns, rows }: ChartTable): string {
  const field = (cell: Cell): string =>
    cell === null || (typeof cell === 'number' && !Number.isFinite(cell))
      ? ''
      : quoted(typeof cell === 'number' ? String(cell) : safe(cell))
  const lines = [columns.map(({ title }) => title), ...rows]
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}
