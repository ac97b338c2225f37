// Draws the split: which pictures train, validate and test. Stratified (class by class), decided by the seed alone;
// copies and near copies of a picture stay on one side.
import { UserError, type Dataset, type SkippedFile, type SplitName } from '../../contract'
import { rng } from '../rng'

/** As stored in `OpenDataset.splits`. */
export const SPLITS: readonly SplitName[] = ['train', 'validation', 'test']
export const TRAIN = 0
export const VALIDATION = 1
export const TEST = 2
/** Of a picture that was left out after the import. */
export const LEFT_OUT = 3

export const DEFAULT_VALIDATION = 0.15
export const DEFAULT_TEST = 0.15
/** Where a test set is ready (CIFAR-10): of the training pictures. CIFAR-10 becomes 45,000 / 5,000 / 10,000. */
export const DEFAULT_VALIDATION_OF_TRAIN = 0.1

export interface Fractions {
  validation: number
  test: number
}

/** What `assignSplits` needs to know; the lists are parallel. */
export interface SplitRequest {
  classes: readonly string[]
  labels: ArrayLike<number>
  /** The split that the source names for each picture; null: to be drawn. */
  given: readonly (SplitName | null)[]
  /** The splits that the source has. */
  ready: readonly SplitName[]
  seed: number
  /** Of all pictures, or of the training pictures where a test set is ready. */
  fractions: { validation?: number; test?: number }
  /** Pictures of one scene have the same number (see `Items.groups`). */
  groups: Int32Array
  skipped: readonly SkippedFile[]
}

function checkFractions({ validation, test }: Fractions, hasTest: boolean): void {
  if (test === 0 && !hasTest)
    throw new UserError(
      'invalid-argument',
      'A dataset needs test pictures: without them nothing can be compared.',
      {
        hint: 'Choose a test fraction above 0, such as 0.15.',
      },
    )
  if (validation + test >= 1)
    throw new UserError(
      'invalid-argument',
      `Validation ${validation} and test ${test} together leave nothing to train on.`,
      {
        detail: { validation, test },
        hint: 'Choose fractions that add up to less than 1, such as 0.15 each.',
      },
    )
}

/** Pictures that are drawn together: one, or those of a group, also where they are of several classes. */
export type Unit = number | readonly number[]

const sizeOf = (unit: Unit): number => (typeof unit === 'number' ? 1 : unit.length)

/**
 * Draws validation and test pictures of one class. Each gets the nearest whole number of its fraction, and at least
 * one where the fraction is above zero. Pictures of one group stay together, so that no copy of a test picture
 * trains; groups of several go to training first. They are torn only where there are too few groups.
 * @param members indices of the class's pictures, in the dataset's order
 * @param units what is drawn of the class
 * @param into receives TRAIN, VALIDATION or TEST at each index of the units
 * @returns false when there are too few pictures; nothing is written then
 */
export function drawClass(
  members: readonly number[],
  units: readonly Unit[],
  fractions: Fractions,
  seed: number,
  className: string,
  into: Uint8Array,
): boolean {
  const wanted = (fraction: number) => (fraction > 0 ? Math.max(1, Math.round(members.length * fraction)) : 0)
  let test = wanted(fractions.test)
  let validation = wanted(fractions.validation)
  const parts = 1 + Math.min(1, test) + Math.min(1, validation)
  if (members.length < parts) return false
  // Rounding up in a very small class must not take the last picture to train on.
  while (test + validation > members.length - 1) {
    if (test >= validation) test--
    else validation--
  }
  const random = rng(seed, className)
  const shuffled = random.shuffle([...units])
  const drawn: Unit[] =
    shuffled.length >= parts ? shuffled.sort((a, b) => sizeOf(a) - sizeOf(b)) : random.shuffle([...members])

  let left = drawn.length
  const take = (count: number, keep: number, split: number) => {
    let taken = 0
    while (taken < count && left > keep) {
      const unit = drawn[drawn.length - left]
      if (typeof unit === 'number') into[unit] = split
      else for (const index of unit) into[index] = split
      taken += sizeOf(unit)
      left--
    }
  }
  take(test, 1 + Math.min(1, validation), TEST)
  take(validation, 1, VALIDATION)
  take(Infinity, 0, TRAIN)
  return true
}

/** What is drawn, by class: a group is drawn with the class of most of its pictures. */
function unitsByClass(
  classes: number,
  labels: ArrayLike<number>,
  groups: Int32Array,
  pool: readonly number[],
): Unit[][] {
  const counts = new Uint32Array(groups.length)
  for (const index of pool) counts[groups[index]]++
  const several = new Map<number, number[]>()
  const units: Unit[][] = Array.from({ length: classes }, () => [])
  for (const index of pool) {
    const group = groups[index]
    if (counts[group] === 1) {
      units[labels[index]].push(index)
      continue
    }
    const unit = several.get(group)
    if (unit) unit.push(index)
    else several.set(group, [index])
  }
  for (const unit of several.values()) {
    const votes = new Map<number, number>()
    for (const index of unit) votes.set(labels[index], (votes.get(labels[index]) ?? 0) + 1)
    const [home] = [...votes].reduce((best, one) => (one[1] > best[1] ? one : best))
    units[home].push(unit)
  }
  return units
}

/** Draws every class; a class that lost too much to groups of other classes is drawn picture by picture. */
function drawAll(
  { classes, labels, groups, seed, ready, skipped }: SplitRequest,
  pool: readonly number[],
  fractions: Fractions,
  splits: Uint8Array,
): void {
  const members: number[][] = classes.map(() => [])
  for (const index of pool) members[labels[index]].push(index)
  const units = unitsByClass(classes.length, labels, groups, pool)
  const draw = (label: number, by: readonly Unit[]) => {
    if (
      members[label].length === 0 ||
      !drawClass(members[label], by, fractions, seed, classes[label], splits)
    )
      throw classTooSmall(classes[label], members[label].length, fractions, ready.length > 0, skipped)
  }
  classes.forEach((_, label) => draw(label, units[label]))
  const needed = [
    TRAIN,
    ...(fractions.validation > 0 ? [VALIDATION] : []),
    ...(fractions.test > 0 ? [TEST] : []),
  ]
  classes.forEach((_, label) => {
    const has = new Set(members[label].map((index) => splits[index]))
    if (needed.some((split) => !has.has(split))) draw(label, members[label])
  })
}

/**
 * The split of every picture. Where the source has none, all are drawn; where it has a test set (and no validation
 * set), validation is drawn from its training pictures; where it has validation and no test set, test is.
 * @throws UserError `invalid-argument`, `class-too-small`
 */
export function assignSplits(request: SplitRequest): {
  splits: Uint8Array
  split: Dataset['split']
  /** Test pictures were drawn from the training pictures of a ready split. */
  testDrawn: boolean
} {
  const { given, ready, seed, fractions } = request
  const splits = Uint8Array.from(given, (split) => (split ? SPLITS.indexOf(split) : TRAIN))
  const hasTest = ready.includes('test')
  const hasValidation = ready.includes('validation')
  const drawn: Fractions = {
    validation: hasValidation
      ? 0
      : (fractions.validation ?? (hasTest ? DEFAULT_VALIDATION_OF_TRAIN : DEFAULT_VALIDATION)),
    test: hasTest ? 0 : (fractions.test ?? DEFAULT_TEST),
  }
  checkFractions(drawn, hasTest)
  const pool: number[] = []
  splits.forEach((split, index) => split === TRAIN && pool.push(index))
  drawAll(request, pool, drawn, splits)
  const share = (split: number) =>
    splits.length === 0 ? 0 : splits.reduce((count, of) => count + Number(of === split), 0) / splits.length
  return {
    splits,
    testDrawn: hasValidation && !hasTest,
    split: {
      seed,
      origin: ready.length === 0 ? 'drawn' : hasValidation ? 'ready' : 'ready-test',
      validation: hasValidation ? share(VALIDATION) : drawn.validation,
      test: hasTest ? share(TEST) : drawn.test,
    },
  }
}

/**
 * Splits pictures that join a dataset: a copy of a picture that is there goes where that one is, a class that is there
 * gives some to validation and test as before (or none, where the splits were ready-made), a new class is drawn whole.
 * @param splits of all pictures; those of `before` are kept, the others are written
 */
export function splitAdded(
  request: SplitRequest & { before: number; fractions: Fractions; drawn: boolean },
  splits: Uint8Array,
): void {
  const { classes, labels, given, ready, groups, before, fractions, drawn, seed, skipped } = request
  const ofGroup = new Map<number, number>()
  for (let index = 0; index < before; index++)
    if (!ofGroup.has(groups[index])) ofGroup.set(groups[index], splits[index])
  const pool: number[] = []
  for (let index = before; index < labels.length; index++) {
    const copied = ofGroup.get(groups[index])
    const named = given[index]
    if (copied !== undefined) splits[index] = copied
    else if (named && ready.length > 0) splits[index] = SPLITS.indexOf(named)
    else {
      splits[index] = TRAIN
      pool.push(index)
    }
  }
  const old = new Set<number>()
  for (let index = 0; index < before; index++) old.add(labels[index])
  const units = unitsByClass(classes.length, labels, groups, pool)
  classes.forEach((name, label) => {
    const members = pool.filter((index) => labels[index] === label)
    if (members.length === 0 || (old.has(label) && !drawn)) return
    const shares = drawn ? fractions : { validation: DEFAULT_VALIDATION, test: DEFAULT_TEST }
    const enough = drawClass(members, units[label], shares, seed, `${name} ${before}`, splits)
    if (!enough && !old.has(label)) throw classTooSmall(name, members.length, shares, false, skipped)
  })
}

function classTooSmall(
  name: string,
  count: number,
  { validation, test }: Fractions,
  ready: boolean,
  skipped: readonly SkippedFile[],
): UserError {
  const needed = 1 + Math.ceil(validation) + Math.ceil(test)
  const uses = ['train', ...(validation > 0 ? ['validate'] : []), ...(test > 0 ? ['test'] : [])]
  const unusable = skipped.filter(({ file }) => file.split('/').slice(0, -1).includes(name))
  const pictures = `${count === 0 ? 'no' : count} usable ${ready ? 'training ' : ''}${count === 1 ? 'picture' : 'pictures'}`
  return new UserError(
    'class-too-small',
    `The class ${name} has ${pictures}; it needs at least ${needed}` +
      `${needed > 1 ? `, one each to ${uses.slice(0, -1).join(', ')} and ${uses.at(-1)}` : ''}.` +
      (unusable.length > 0
        ? ` ${unusable.length} of its files could not be used: ${unusable[0].file}: ${unusable[0].message ?? unusable[0].reason}`
        : ''),
    {
      detail: { class: name, count, needed, skipped: unusable.length },
      hint: `Add pictures to the folder ${name}, or take the folder away.`,
    },
  )
}

/** Pictures of each split, by class; those that were left out are in none. */
export function countSplits(
  classes: number,
  labels: ArrayLike<number>,
  splits: ArrayLike<number>,
): { train: number; validation: number; test: number }[] {
  const counts = Array.from({ length: classes }, () => ({ train: 0, validation: 0, test: 0 }))
  for (let i = 0; i < labels.length; i++) if (splits[i] !== LEFT_OUT) counts[labels[i]][SPLITS[splits[i]]]++
  return counts
}
