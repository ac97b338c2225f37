// What import found, as the report says it: files that were left out, pictures that are there twice, a set that is
// uneven, pictures that stand out, pictures that were repaired.
import {
  FINDING_LIMIT,
  findingKinds,
  type Finding,
  type FindingFile,
  type FindingGroup,
  type FindingKind,
  type SkippedFile,
} from '../../contract'
import { type FactsTable } from './facts'
import { type LayoutNote } from './layout'
import { Groups, type NearPair } from './near'
import { outlierFindings, repairFindings } from './standing-out'
import { countSplits, SPLITS } from './split'
import { files as inWords, some, type Examined } from './wording'

/** What is known when all pictures are in and split. */
export interface Evidence extends Examined {
  classes: readonly string[]
  emptyClasses: readonly string[]
  skipped: readonly SkippedFile[]
  digests: readonly string[] | null
  near: readonly NearPair[]
  facts: FactsTable | null
  notes: readonly (LayoutNote | Note)[]
  /** Side of the packed pictures. */
  size: number
  hasReadyValidation: boolean
}

/** Something about the source as a whole. */
export interface Note {
  kind: 'unverified' | 'test-drawn'
  message: string
  detail: Record<string, string | number>
}

/** Fewer pictures than this in a class to train on: results say little. */
const FEW = 20
/** The largest class has this many times the pictures of the smallest: accuracy alone misleads. */
const UNEVEN = 3

/** Which pictures are copies or near copies of each other. */
export function groupsOf(
  count: number,
  digests: readonly string[] | null,
  near: readonly NearPair[],
): Int32Array {
  const joined = new Groups(count)
  if (digests)
    for (const copies of exactCopies(digests)) for (const copy of copies) joined.join(copies[0], copy)
  for (const { a, b } of near) joined.join(a, b)
  return Int32Array.from({ length: count }, (_, index) => joined.of(index))
}

/** Indices of pictures that are equal byte for byte, first come first. */
export function exactCopies(digests: readonly string[]): number[][] {
  // Sorting indices takes a tenth of the memory that a map of all digests would.
  const order = Int32Array.from(digests.keys())
  order.sort((a, b) => (digests[a] < digests[b] ? -1 : digests[a] > digests[b] ? 1 : a - b))
  const copies: number[][] = []
  for (let from = 0, to = 1; from < order.length; from = to++) {
    while (to < order.length && digests[order[to]] === digests[order[from]]) to++
    if (to - from > 1) copies.push([...order.subarray(from, to)])
  }
  return copies.sort((a, b) => a[0] - b[0])
}

/** Everything, in the order of `findingKinds`. */
export function findAll(evidence: Evidence, groups: Int32Array): Finding[] {
  const findings = [
    ...leftOut(evidence.skipped),
    ...copies(evidence, groups),
    ...theWhole(evidence),
    ...evidence.notes.map(noteFinding),
    ...(evidence.facts ? outlierFindings(evidence, evidence.facts) : []),
    ...(evidence.facts ? repairFindings(evidence, evidence.facts) : []),
  ]
  // Two notes of a kind (two folders that are no split) are one finding.
  const byKind = new Map<FindingKind, Finding>()
  for (const one of findings) {
    const same = byKind.get(one.kind)
    byKind.set(one.kind, same ? merged(same, one) : one)
  }
  return findingKinds.flatMap((kind) => byKind.get(kind) ?? [])
}

const merged = (a: Finding, b: Finding): Finding => ({
  ...a,
  count: a.count + b.count,
  message: `${a.message} ${b.message}`,
  files: [...a.files, ...b.files].slice(0, FINDING_LIMIT),
})

function noteFinding(note: LayoutNote | Note): Finding {
  const { kind, message, detail } = note
  const files = 'files' in note ? note.files : []
  return {
    kind,
    severity: kind === 'unverified' ? 'info' : 'warning',
    count: files.length,
    message,
    detail,
    files: files.slice(0, FINDING_LIMIT).map((file) => ({ file, index: null })),
  }
}

const REASONS: Record<SkippedFile['reason'], [severity: Finding['severity'], one: string, many: string]> = {
  corrupt: ['warning', 'is damaged or cut off', 'are damaged or cut off'],
  'not-an-image': ['warning', 'is not a picture', 'are not pictures'],
  empty: ['warning', 'is empty', 'are empty'],
  unsupported: ['warning', 'is of a kind that cannot be read', 'are of a kind that cannot be read'],
  'too-large': ['warning', 'is too large', 'are too large'],
  unreadable: ['warning', 'cannot be read', 'cannot be read'],
  vanished: ['warning', 'was gone before it was read', 'were gone before they were read'],
  changed: ['warning', 'has changed', 'have changed'],
  'link-outside': [
    'warning',
    'is a link that leads out of the folder',
    'are links that lead out of the folder',
  ],
  'link-broken': ['warning', 'is a link to nothing', 'are links to nothing'],
  'too-deep': ['warning', 'lies too many folders deep', 'lie too many folders deep'],
  'not-a-file': ['warning', 'is neither a file nor a folder', 'are neither files nor folders'],
  'outside-classes': ['warning', 'lies outside any class', 'lie outside any class'],
  'not-in-table': ['warning', 'is not in the table of labels', 'are not in the table of labels'],
  'already-there': ['info', 'is in the dataset already', 'are in the dataset already'],
  hidden: ['info', 'is hidden or of the system', 'are hidden or of the system'],
}

function leftOut(skipped: readonly SkippedFile[]): Finding[] {
  const byReason = new Map<SkippedFile['reason'], SkippedFile[]>()
  for (const one of skipped) {
    const same = byReason.get(one.reason)
    if (same) same.push(one)
    else byReason.set(one.reason, [one])
  }
  return [...byReason].map(([reason, list]) => {
    const [severity, one, many] = REASONS[reason]
    const count = list.length
    return {
      kind: reason,
      severity,
      count,
      message: `${inWords(count)} ${count === 1 ? one : many} (${some(list.map(({ file }) => file))}): left out.`,
      detail: { count, example: list[0].file },
      files: list
        .slice(0, FINDING_LIMIT)
        .map(({ file, message }) => ({ file, index: null, ...(message && { note: message }) })),
    }
  })
}

function copies(evidence: Evidence, groups: Int32Array): Finding[] {
  const { files, labels, splits, digests, near } = evidence
  const fileOf = (index: number): FindingFile => ({
    file: files[index],
    index,
    label: labels[index],
    split: SPLITS[splits[index]],
  })
  const similarity = new Map<number, number>()
  for (const { a, similarity: value } of near) {
    const group = groups[a]
    similarity.set(group, Math.min(similarity.get(group) ?? 1, value))
  }
  const members = new Map<number, number[]>()
  groups.forEach((group, index) => {
    if (group === index) return
    const list = members.get(group)
    if (list) list.push(index)
    else members.set(group, [group, index])
  })
  const all = [...members].map(([group, indices]): FindingGroup & { indices: number[] } => {
    const exact = !similarity.has(group)
    return { indices, files: indices.map(fileOf), exact, similarity: exact ? 1 : similarity.get(group)! }
  })
  const exact = (digests ? exactCopies(digests) : []).map((indices) => ({
    indices,
    files: indices.map(fileOf),
    exact: true,
    similarity: 1,
  }))
  const several = (of: ArrayLike<number>) => (group: { indices: number[] }) =>
    group.indices.some((index) => of[index] !== of[group.indices[0]])
  const conflicts = all.filter(several(labels))
  const leaks = all.filter(several(splits))
  const make = (
    kind: FindingKind,
    severity: Finding['severity'],
    list: (FindingGroup & { indices: number[] })[],
    say: (groups: number, example: string) => string,
    pick: (indices: number[]) => number[] = (indices) => indices,
  ): Finding[] => {
    if (list.length === 0) return []
    const count = list.reduce((sum, { indices }) => sum + indices.length, 0)
    const [a, b] = pick(list[0].indices)
    const kept: FindingGroup[] = []
    let room = FINDING_LIMIT
    for (const { indices: _, ...group } of list) if ((room -= group.files.length) >= 0) kept.push(group)
    return [
      {
        kind,
        severity,
        count,
        message: say(list.length, `${files[a]} and ${files[b]}`),
        detail: { count, groups: list.length, first: files[a], second: files[b] },
        files: kept.flatMap((group) => group.files),
        groups: kept,
      },
    ]
  }
  const apart = (of: ArrayLike<number>) => (indices: number[]) => [
    indices[0],
    indices.find((index) => of[index] !== of[indices[0]])!,
  ]
  const pictures = (n: number) => (n === 1 ? 'One picture is' : `${n} pictures are`)
  return [
    ...make(
      'leakage',
      'error',
      leaks,
      (n, example) =>
        `${pictures(n)} in more than one split, as copies (for example ${example}): the test will look better than it is.`,
      apart(splits),
    ),
    ...make(
      'label-conflict',
      'error',
      conflicts,
      (n, example) =>
        `${pictures(n)} in more than one class (for example ${example}): no model can get both right.`,
      apart(labels),
    ),
    ...make(
      'duplicate',
      'warning',
      exact,
      (n, example) => `${pictures(n)} there more than once, byte for byte (for example ${example}).`,
    ),
    ...make(
      'near-duplicate',
      'warning',
      all.filter(({ exact }) => !exact),
      (n, example) =>
        `${pictures(n)} there more than once with small changes, such as another size (for example ${example}).`,
    ),
  ]
}

function theWhole({ classes, emptyClasses, labels, splits, hasReadyValidation }: Evidence): Finding[] {
  const counts = countSplits(classes.length, labels, splits).map((count, label) => ({
    ...count,
    name: classes[label],
    total: count.train + count.validation + count.test,
  }))
  const about = (
    kind: FindingKind,
    severity: Finding['severity'],
    list: string[],
    message: string,
    detail: Finding['detail'] = {},
  ): Finding[] =>
    list.length === 0
      ? []
      : [
          {
            kind,
            severity,
            count: list.length,
            message,
            detail: { ...detail, classes: some(list) },
            files: [],
            classes: list,
          },
        ]
  const named = (list: string[]) =>
    list.length === 1 ? `The class ${list[0]} has` : `The classes ${some(list, 5)} have`
  const without = (split: 'test' | 'validation') =>
    counts.filter((count) => count[split] === 0).map(({ name }) => name)
  const few = counts.filter(({ train }) => train < FEW)
  const bySize = [...counts].sort((a, b) => b.total - a.total)
  const [largest, smallest] = [bySize[0], bySize[bySize.length - 1]]
  const ratio = largest.total / Math.max(1, smallest.total)
  return [
    ...about(
      'empty-class',
      'warning',
      [...emptyClasses],
      `${named([...emptyClasses])} no usable picture: left out.`,
    ),
    ...about('class-without-test', 'warning', without('test'), `${named(without('test'))} no test picture.`),
    ...(hasReadyValidation
      ? about(
          'class-without-validation',
          'warning',
          without('validation'),
          `${named(without('validation'))} no validation picture.`,
        )
      : []),
    ...about(
      'few-images',
      'warning',
      few.map(({ name }) => name),
      `${named(few.map(({ name }) => name))} fewer than ${FEW} pictures to train on ` +
        `(${some(few.map(({ name, train }) => `${name}: ${train}`))}): results will depend on luck.`,
      { fewer: FEW, smallest: Math.min(...few.map(({ train }) => train), FEW) },
    ),
    ...(ratio >= UNEVEN
      ? about(
          'imbalance',
          'warning',
          [largest.name, smallest.name],
          `The class ${largest.name} has ${largest.total} pictures and ${smallest.name} has ${smallest.total}: ` +
            'look at balanced accuracy, or train with class weights.',
          {
            largest: largest.name,
            largestCount: largest.total,
            smallest: smallest.name,
            smallestCount: smallest.total,
            ratio: Math.round(ratio * 10) / 10,
          },
        )
      : []),
  ]
}
