// Names: which of the known ones somebody may have meant, and what an imported file is called.

/** Pairs of neighbouring letters, with what is not a letter or digit left out. */
function pairs(name: string): Set<string> {
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return new Set(Array.from({ length: Math.max(1, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)))
}

/** The share of pairs that two names have in common (Dice's coefficient), 0 to 1. */
function likeness(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length
  return (2 * common) / (a.size + b.size)
}

/** The `count` known names that are most like the given one, the most alike first. */
export function nearest(name: string, known: readonly string[], count = 3): string[] {
  const given = pairs(name)
  return [...new Set(known)]
    .map((one) => ({ one, score: likeness(given, pairs(one)) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ one }) => one)
}

/** A file's name without its ending, as a person may read it: one line of at most `most` characters. */
export function fileTitle(name: string, most = 60): string {
  const stem = name.replace(/(\.weights)?\.(h5|hdf5|keras)$/i, '')
  // eslint-disable-next-line no-control-regex -- those are what must not stay
  const clean = stem.replace(/[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ').trim()
  const characters = [...(clean || 'weights')]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('')
}

/** What follows `start` in a name, points and hyphens not counted: `mobilenetv2-1.0` is `mobilenet-v2` and `-1.0`. */
function after(start: string, name: string): string | null {
  let at = 0
  for (const letter of start.replace(/[^a-z0-9]/g, '')) {
    while (at < name.length && /[^a-z0-9]/.test(name[at]!)) at++
    if (name[at++] !== letter) return null
  }
  return name.slice(at)
}

/** An id of an architecture and a file: `resnet50-my-weights`; numbered where it is taken. */
export function importedId(architecture: string, file: string, taken: (id: string) => boolean): string {
  const slug = fileTitle(file, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
  const rest = (after(architecture, slug) ?? slug).replace(/^[-.]+|[-.]+$/g, '')
  const stem = [architecture, rest]
    .filter(Boolean)
    .join('-')
    .slice(0, 72)
    .replace(/[-.]+$/, '')
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (!taken(id)) return id
  }
}
