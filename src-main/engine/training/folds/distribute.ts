// Divides pictures into parts so that each class is divided like the whole and no group of copies is cut.
import { rng } from '../../rng'

export interface Division {
  /** Which pictures, as indices of the dataset. */
  images: ArrayLike<number>
  /** By index: class, and number of the group that must stay together. */
  labels: ArrayLike<number>
  groups: ArrayLike<number>
  /** How many pictures each part should get of a class with that many; the sum is the class's. */
  share: (imagesOfClass: number) => number[]
  seed: number
  /** Tells divisions with one seed apart. */
  name: string
}

/** Two amounts of room that only rounding tells apart are equal. */
const EPSILON = 1e-9

/**
 * Groups of several pictures go first, the largest before the others, then single pictures class by class; each to
 * the part that lacks most of its classes, and among equals to the one that lacks most pictures (as scikit-learn's
 * StratifiedGroupKFold, a greedy rule). Which pictures come first is drawn. Without groups, the parts' counts of a
 * class differ from what they should be by less than one.
 * @returns the pictures of each part, ascending
 */
export function distribute({ images, labels, groups, share, seed, name }: Division): Int32Array[] {
  const counts = new Map<number, number>()
  const byGroup = new Map<number, number[]>()
  for (let i = 0; i < images.length; i++) {
    const index = images[i]!
    counts.set(labels[index]!, (counts.get(labels[index]!) ?? 0) + 1)
    const group = byGroup.get(groups[index]!)
    if (group) group.push(index)
    else byGroup.set(groups[index]!, [index])
  }
  /** What each part still lacks, of a class and in all. */
  const lacking = new Map([...counts].map(([label, count]) => [label, share(count)]))
  const room = [...lacking.values()].reduce((sums, parts) => sums.map((sum, p) => sum + parts[p]!), Array<number>(share(0).length).fill(0)) // prettier-ignore
  const parts = room.map((): number[] => [])

  function place(group: readonly number[]): void {
    let best = -1
    let bestLack = -Infinity
    for (let part = 0; part < parts.length; part++) {
      const lack = group.reduce((sum, index) => sum + lacking.get(labels[index]!)![part]!, 0)
      const more = lack > bestLack + EPSILON
      const roomier = lack > bestLack - EPSILON && room[part]! > room[best]! + EPSILON
      if (best === -1 || more || roomier) [best, bestLack] = [part, lack]
    }
    for (const index of group) {
      parts[best]!.push(index)
      lacking.get(labels[index]!)![best]!--
      room[best]!--
    }
  }

  const random = rng(seed, `divide/${name}`)
  const drawn = random.shuffle([...byGroup.values()])
  drawn
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length)
    .forEach(place)
  const singles = drawn.filter((group) => group.length === 1)
  for (const label of [...counts.keys()].sort((a, b) => a - b)) {
    singles.filter(([index]) => labels[index!] === label).forEach(place)
  }
  return parts.map((part) => Int32Array.from(part).sort())
}
