// Finding by a few letters: accents and case do not matter, letters may be left out, and what begins a word counts more.

/** Lower case without accents: "Ñandú" is found by "nandu". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const startsWord = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)

/** How well one word of a query fits into a text, both folded; null where its letters do not come in this order. */
function fitOf(word: string, text: string): number | null {
  const at = text.indexOf(word)
  if (at >= 0) {
    // The whole text, its beginning, a word's beginning, anywhere; shorter texts first.
    const place = at === 0 ? 80 : startsWord(text, at) ? 60 : 40
    return place + (text === word ? 40 : 0) + (20 * word.length) / text.length
  }
  let score = 0
  let from = 0
  for (const letter of word) {
    const next = text.indexOf(letter, from)
    if (next < 0) return null
    score += startsWord(text, next) ? 3 : next === from ? 2 : 0
    from = next + 1
  }
  // Letters far apart are a chance, not a wish: most of them follow one another or begin a word.
  return score > word.length ? score : null
}

/**
 * How well a text fits what was typed.
 * @param texts what a thing is called, and other words for it, which count less
 * @returns null where a word that was typed fits none of them
 */
export function scoreOf(query: string, texts: readonly string[]): number | null {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const folded = texts.map(fold)
  let sum = 0
  for (const word of words) {
    const fits = folded.flatMap((text, place) => {
      const fit = fitOf(word, text)
      return fit === null ? [] : [place === 0 ? fit : fit / 2]
    })
    if (fits.length === 0) return null
    sum += Math.max(...fits)
  }
  return sum
}
