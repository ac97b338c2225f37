// Exact copies of a picture: what they do to a dataset, in words.
import { TEST, TRAIN } from './split'

/**
 * Warnings about pictures that are there more than once: copies in two classes contradict each other, and a copy of
 * a test picture among the training pictures makes the test too easy.
 */
export function duplicateWarnings(
  files: readonly string[],
  labels: ArrayLike<number>,
  splits: ArrayLike<number>,
  digests: readonly string[],
): string[] {
  const groups = new Map<string, number[]>()
  digests.forEach((digest, index) => groups.set(digest, [...(groups.get(digest) ?? []), index]))
  const copies = [...groups.values()].filter((group) => group.length > 1)
  const contradicting = copies.filter((group) => group.some((index) => labels[index] !== labels[group[0]]))
  const leaking = copies.filter(
    (group) => group.some((i) => splits[i] === TEST) && group.some((i) => splits[i] === TRAIN),
  )
  const example = ([a, b]: readonly number[]) => `for example ${files[a]} and ${files[b]}`
  const warnings: string[] = []
  if (copies.length > 0)
    warnings.push(
      `${copies.length === 1 ? 'One picture is' : `${copies.length} pictures are`} there more than once, ` +
        `byte for byte (${example(copies[0])}).`,
    )
  if (contradicting.length > 0) {
    const [first] = contradicting
    const other = first.find((index) => labels[index] !== labels[first[0]])!
    warnings.push(
      `${contradicting.length === 1 ? 'One picture is' : `${contradicting.length} pictures are`} in more than one ` +
        `class (${example([first[0], other])}): no model can get both right.`,
    )
  }
  if (leaking.length > 0)
    warnings.push(
      `${leaking.length === 1 ? 'One test picture is' : `${leaking.length} test pictures are`} also among the ` +
        'training pictures: the test accuracy will look better than it is.',
    )
  return warnings
}
