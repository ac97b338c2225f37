// Which rows of a long list exist at a scroll position.

/** Rows beyond the edge that are kept ready, so that scrolling finds them drawn. */
const ahead = 3

/** @param view how far the list is scrolled (pixels above the edge) and how much of it is seen */
export function visibleRows(
  view: { top: number; height: number },
  rowHeight: number,
  rows: number,
): { from: number; to: number } {
  if (rowHeight <= 0 || rows <= 0) return { from: 0, to: 0 }
  const first = Math.floor(view.top / rowHeight) - ahead
  const last = Math.ceil((view.top + view.height) / rowHeight) + ahead
  const clamp = (row: number) => Math.min(rows, Math.max(0, row))
  return { from: clamp(first), to: clamp(last) }
}
