// Moving through a grid by keys, as WAI-ARIA's grid pattern says: one cell is in the tab order, arrows go on from it.

export interface Cell {
  row: number
  column: number
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** The cell that a key leads to; null where the key means nothing here. */
export function moved(
  { row, column }: Cell,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  rows: number,
  columns: number,
): Cell | null {
  const page = 10
  const to: Record<string, Cell> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: ctrlKey ? { row: 0, column: 0 } : { row, column: 0 },
    End: ctrlKey ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 },
  }
  const next = to[key]
  return next ? { row: clamp(next.row, rows), column: clamp(next.column, columns) } : null
}
