// What tables of a report have in common.
import { plainText, type Table } from '../document/document'

/** A table without the columns that have no value in any row. */
export function withoutEmpty(table: Table): Table {
  const kept = table.columns.map((_, at) => at === 0 || table.rows.some((row) => plainText(row[at]!) !== '–'))
  const filled = <T>(all: readonly T[]): T[] => all.filter((_, at) => kept[at])
  return { ...table, columns: filled(table.columns), rows: table.rows.map(filled) }
}
