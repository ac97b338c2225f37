// How wide a text is, without a canvas to ask: what a chart in a report is laid out by.

/** Widths in hundredths of the font size, of a wide sans-serif: what fits by these fits in any font that is there. */
const classes: readonly [RegExp, number][] = [
  [
    /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}]/u,
    100,
  ],
  [/[ijlI.,:;'|!()[\]{}\u2060]/, 34],
  [/[ ftr\-–"/\\]/, 38],
  [/[mwMW@%—…]/, 92],
  [/[A-Z&#<>=+−~]/, 72],
]

/** Pixels that a text takes at a font size, or a little more. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0
  for (const letter of text) hundredths += classes.find(([like]) => like.test(letter))?.[1] ?? 62
  return (hundredths * size) / 100
}

/**
 * For ECharts where there is no canvas: `setPlatformAPI({ measureText })`.
 * @param font as in CSS: `12px sans-serif`
 */
export function measureText(text: string, font?: string): { width: number } {
  const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12)
  return { width: textWidth(text, size) * (/\b(bold|[6-9]00)\b/.test(font ?? '') ? 1.08 : 1) }
}
