// Names that people gave, made safe for a picture. Class names are names of folders: they may hold anything.

/**
 * What cannot be drawn or does not belong into XML (control characters, halves of a surrogate pair) and what turns the
 * direction of all that follows is taken out; runs of white space become one space.
 */
export const plain = (name: string): string =>
  name
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()

/** Plain, and at most so many characters. */
export function short(name: string, most = 28): string {
  const letters = [...plain(name)]
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/**
 * For ECharts' rich text (its tooltips), where `{style|words}` is markup: a word joiner after each brace keeps it words.
 */
export const rich = (text: string): string => text.replace(/\{/g, '{\u2060')

/** The same names, made different where two are alike: a legend switches series by name. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
