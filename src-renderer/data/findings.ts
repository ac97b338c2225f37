// What can be said and done about each kind of finding, without drawing any of it. Pure, so that it can be tested.
import {
  type Decision,
  type Finding,
  type FindingFile,
  type FindingGroup,
  type FindingKind,
} from '../../src-main/contract'

/** How a finding is shown: pictures that belong together, single pictures, files without a picture, or classes. */
export type FindingLook = 'groups' | 'pictures' | 'files' | 'classes'

export type Decisions = ReadonlyMap<number, Decision>

/** A file that became a picture of the dataset. */
export type TakenFile = FindingFile & { index: number }

export const isTaken = (file: FindingFile): file is TakenFile => file.index !== null

export function lookOf({ groups, files }: Finding): FindingLook {
  if (groups?.length) return 'groups'
  if (files.some(isTaken)) return 'pictures'
  return files.length > 0 ? 'files' : 'classes'
}

/** Whether it is about how many pictures classes have: drawn as bars. */
export const comparesClasses = ({ kind }: Finding): boolean =>
  ['imbalance', 'few-images', 'class-without-test', 'class-without-validation'].includes(kind)

/** Kinds that ask a person for nothing: what was repaired on the way, and what is merely said. */
const settledByItself = new Set<FindingKind>([
  'wrong-extension',
  'exif-rotated',
  'converted',
  'first-frame',
  'hidden',
  'already-there',
  'test-drawn',
])

/** Whether a person can settle it here: pictures that were taken can be left out, relabelled or kept. */
export const canSettle = (finding: Finding): boolean => {
  const look = lookOf(finding)
  return !settledByItself.has(finding.kind) && (look === 'groups' || look === 'pictures')
}

/** Something to look at first: worst first, then what is still open, then the contract's own order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const weight = { error: 0, warning: 1, info: 2 }
  return [...findings].sort((a, b) => weight[a.severity] - weight[b.severity])
}

/** The class that a picture has now. */
export const labelNow = (file: FindingFile, decisions: Decisions): number | undefined =>
  (file.index !== null ? decisions.get(file.index)?.label : undefined) ?? file.label

const isOut = (file: FindingFile, decisions: Decisions): boolean =>
  file.index !== null && decisions.get(file.index)?.action === 'leave-out'

/** Pictures of a group that are in the dataset now. */
export const usedOf = (group: FindingGroup, decisions: Decisions): TakenFile[] =>
  group.files.filter(isTaken).filter((file) => !isOut(file, decisions))

/** Whether nothing is left to decide about a group; the same rule as the report's `open`. */
export function isSettled(kind: FindingKind, group: FindingGroup, decisions: Decisions): boolean {
  const used = usedOf(group, decisions)
  if (used.length < 2) return true
  if (used.every(({ index }) => decisions.get(index)?.action === 'keep')) return true
  if (kind === 'leakage') return new Set(used.map(({ split }) => split)).size < 2
  if (kind === 'label-conflict') return new Set(used.map((file) => labelNow(file, decisions))).size < 2
  return false
}

const leaveOut = ({ index }: TakenFile): Decision => ({ index, action: 'leave-out' })
const keep = ({ index }: TakenFile): Decision => ({ index, action: 'keep' })

/** Nothing is wrong with these pictures. */
export const keepAll = (files: readonly FindingFile[]): Decision[] => files.filter(isTaken).map(keep)

export const leaveAllOut = (files: readonly FindingFile[], decisions: Decisions): Decision[] =>
  files
    .filter(isTaken)
    .filter((file) => !isOut(file, decisions))
    .map(leaveOut)

/**
 * What a person would most likely do about a group of copies: keep one of them, or, where copies of test pictures are
 * trained on, leave those out of the training, so that the test stays what it was.
 */
export function tidyGroup(kind: FindingKind, group: FindingGroup, decisions: Decisions): Decision[] {
  const used = usedOf(group, decisions)
  if (kind === 'leakage') {
    const judged = used.some(({ split }) => split === 'test') ? 'test' : 'validation'
    return used.filter(({ split }) => split !== judged).map(leaveOut)
  }
  return used.slice(1).map(leaveOut)
}

/** All pictures of a conflict get one class. */
export function agreeOn(label: number, group: FindingGroup): Decision[] {
  return group.files
    .filter(isTaken)
    .map((file) => (file.label === label ? keep(file) : { index: file.index, action: 'relabel', label }))
}

/** The classes that a conflict is between, in the dataset's order. */
export const labelsOf = (group: FindingGroup): number[] =>
  [...new Set(group.files.map(({ label }) => label).filter((label) => label !== undefined))].sort(
    (a, b) => a - b,
  )

/** Takes a picture back that was left out, or leaves it out. */
export const toggled = (index: number, decisions: Decisions): Decision =>
  decisions.get(index)?.action === 'leave-out' ? { index, action: 'keep' } : { index, action: 'leave-out' }
