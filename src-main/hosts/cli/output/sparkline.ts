// A curve in one line of text.

const BARS = '▁▂▃▄▅▆▇█'

/** At most `width` values, each the mean of its share of the list. */
export function thin(values: readonly number[], width: number): number[] {
  if (values.length <= width) return [...values]
  return Array.from({ length: width }, (_, at) => {
    const part = values.slice(
      Math.floor((at * values.length) / width),
      Math.floor(((at + 1) * values.length) / width),
    )
    return part.reduce((sum, value) => sum + value, 0) / part.length
  })
}

/**
 * @param values the curve; what is not finite becomes a gap
 * @param range lowest and highest value of the scale, for curves that are to be compared
 */
export function sparkline(values: readonly number[], range?: readonly [number, number], width = 40): string {
  const finite = values.filter(Number.isFinite)
  if (finite.length === 0) return ''
  const [low, high] = range ?? [Math.min(...finite), Math.max(...finite)]
  return thin(values, width)
    .map((value) => {
      if (!Number.isFinite(value)) return ' '
      const level = high > low ? (value - low) / (high - low) : 0.5
      return BARS[Math.min(BARS.length - 1, Math.max(0, Math.round(level * (BARS.length - 1))))]
    })
    .join('')
}

/** A bar of `width` columns, filled to a fraction in eighths of a column. */
export function bar(fraction: number, width: number): string {
  const eighths = Math.round(Math.min(1, Math.max(0, fraction)) * width * 8)
  const full = Math.floor(eighths / 8)
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8]!
  return ('█'.repeat(full) + rest).padEnd(width, '░')
}
