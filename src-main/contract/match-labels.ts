// Which class of a model is which class of a dataset, by their names.

/** "Gatos ", "gatos" and "GATOS" are one name, and so are "pan-dulce" and "Pan dulce", "ñandú" and "nandu". */
export const plainLabel = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim()

/**
 * For each wanted name its place among the model's: the very same one, else the only one that is the same but for case,
 * accents, spaces, hyphens. Null where there is none or more than one.
 */
export function matchLabels(model: readonly string[], wanted: readonly string[]): (number | null)[] {
  const places = new Map<string, number[]>()
  model.forEach((label, place) => {
    const plain = plainLabel(label)
    places.set(plain, [...(places.get(plain) ?? []), place])
  })
  const ambiguous = new Set(
    wanted
      .map(plainLabel)
      .filter((plain, i, all) => all.indexOf(plain) !== i && all.lastIndexOf(plain) === i),
  )
  return wanted.map((label) => {
    const same = model.indexOf(label)
    if (same !== -1 && model.lastIndexOf(label) === same) return same
    const plain = plainLabel(label)
    const alike = places.get(plain) ?? []
    return alike.length === 1 && !ambiguous.has(plain) ? alike[0]! : null
  })
}
