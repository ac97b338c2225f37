// The numbers behind a chart: for a table below it, and for a CSV file.
import { csvLine } from '../src-main/contract/csv'

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

/** The table as a CSV file: numbers with a point, and empty where there is none. */
export const toCsv = ({ columns, rows }: ChartTable): string =>
  [columns.map(({ title }) => title), ...rows].map(csvLine).join('')
