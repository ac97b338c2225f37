// What a person decided about pictures after the import: which are left out, which belong to another class. It lies
// beside the dataset as decisions.json and is applied whenever the dataset is opened; pictures keep their numbers, so
// that caches and evaluations of before stay right, and the user's files are never touched.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  decisionsFile,
  lastDecisions,
  UserError,
  type Dataset,
  type Decision,
  type DecisionsFile,
  type DecisionStep,
} from '../../contract'
import { toJson, writeWhole } from './files'
import { type Items } from './items'
import { countSplits, LEFT_OUT, TEST, TRAIN } from './split'

export const DECISIONS_FILE = 'decisions.json'

/** @throws UserError `dataset-not-found` when the file is there but damaged */
export async function readDecisions(folder: string): Promise<DecisionsFile | null> {
  let text: string
  try {
    text = await readFile(join(folder, DECISIONS_FILE), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  try {
    return decisionsFile.parse(JSON.parse(text))
  } catch (cause) {
    throw new UserError('dataset-not-found', `${DECISIONS_FILE} in ${folder} is damaged.`, {
      detail: { folder },
      hint: `Remove ${DECISIONS_FILE} to go back to the dataset as it was imported.`,
      cause,
    })
  }
}

/** Labels and splits after the decisions; a picture that was left out has the split `LEFT_OUT`. */
export function applyDecisions(
  { labels, splits }: Pick<Items, 'labels' | 'splits'>,
  steps: readonly DecisionStep[],
): { labels: Uint16Array; splits: Uint8Array } {
  const decided = { labels: labels.slice(), splits: splits.slice() }
  for (const { index, action, label } of lastDecisions(steps).values()) {
    if (index >= labels.length) continue
    if (action === 'leave-out') decided.splits[index] = LEFT_OUT
    if (action === 'relabel' && label !== undefined) decided.labels[index] = label
  }
  return decided
}

/** The dataset's record after decisions: its counts, and a hash that is `base` again when nothing is different. */
export function decidedDataset(
  dataset: Dataset,
  base: string,
  imported: Pick<Items, 'labels' | 'splits'>,
  steps: readonly DecisionStep[],
): Dataset {
  const now = applyDecisions(imported, steps)
  const counts = countSplits(dataset.classes.length, now.labels, now.splits)
  const sum = (of: 'train' | 'validation' | 'test') => counts.reduce((total, count) => total + count[of], 0)
  const images = { train: sum('train'), validation: sum('validation'), test: sum('test') }
  const changes: [number, number][] = []
  let leftOut = 0
  now.splits.forEach((split, index) => {
    if (split === LEFT_OUT) changes.push([index, -1])
    else if (now.labels[index] !== imported.labels[index]) changes.push([index, now.labels[index]])
    leftOut += Number(split === LEFT_OUT)
  })
  const { decided: _, ...rest } = dataset
  return {
    ...rest,
    classes: dataset.classes.map(({ name }, label) => ({ name, ...counts[label] })),
    images: { ...images, total: now.labels.length - leftOut, skipped: dataset.images.skipped },
    hash: changes.length === 0 ? base : hashWith(base, changes),
    ...(changes.length > 0 && { decided: { leftOut, relabelled: changes.length - leftOut } }),
  }
}

const hashWith = (base: string, changes: readonly [number, number][]): string =>
  createHash('sha256')
    .update(`${base}\n${JSON.stringify(changes)}\n`)
    .digest('hex')

/** What is needed of a dataset to decide on it. */
export interface Decidable {
  folder: string
  /** As dataset.json has it. */
  dataset: Dataset
  /** As items.json has them. */
  imported: Pick<Items, 'labels' | 'splits'>
}

/**
 * Takes a step, and writes decisions.json and dataset.json.
 * @throws UserError `invalid-argument` for a picture or class that is not there; `class-too-small` when a class would
 *   have nothing left to train on, or the dataset nothing to test with: nothing is changed then
 */
export async function takeStep(
  { folder, dataset, imported }: Decidable,
  decisions: readonly Decision[],
): Promise<Dataset> {
  const count = imported.labels.length
  for (const { index, action, label } of decisions) {
    if (index >= count) throw wrong(`There is no picture ${index} in ${dataset.name}.`, { index, count })
    if ((action === 'relabel') !== (label !== undefined))
      throw wrong('A new label goes with the action relabel, and only with it.', { index })
    if (label !== undefined && label >= dataset.classes.length)
      throw wrong(`There is no class ${label} in ${dataset.name}.`, { label })
  }
  const file = (await readDecisions(folder)) ?? { version: 1, base: dataset.hash, steps: [] }
  const step = { at: new Date().toISOString(), decisions: [...decisions] }
  return await write(folder, dataset, imported, { ...file, steps: [...file.steps, step] })
}

/**
 * Takes back the last step.
 * @throws UserError `invalid-argument` when there is none
 */
export async function undoStep({ folder, dataset, imported }: Decidable): Promise<Dataset> {
  const file = await readDecisions(folder)
  if (!file || file.steps.length === 0) throw wrong('There is no decision to take back.', {})
  return await write(folder, dataset, imported, { ...file, steps: file.steps.slice(0, -1) })
}

// decisions.json first: it is what is applied; the counts in dataset.json follow from it.
async function write(
  folder: string,
  dataset: Dataset,
  imported: Pick<Items, 'labels' | 'splits'>,
  file: DecisionsFile,
): Promise<Dataset> {
  const decided = decidedDataset(dataset, file.base, imported, file.steps)
  checkUsable(decided, applyDecisions(imported, file.steps))
  await writeWhole(join(folder, DECISIONS_FILE), toJson(file))
  await writeWhole(join(folder, 'dataset.json'), toJson(decided))
  return decided
}

function checkUsable(dataset: Dataset, { splits }: { splits: Uint8Array }): void {
  const empty = dataset.classes.find(({ train }) => train === 0)
  if (empty)
    throw new UserError(
      'class-too-small',
      `The class ${empty.name} would have no picture left to train on.`,
      {
        detail: { class: empty.name, count: 0, needed: 1 },
        hint: 'Keep at least one of its training pictures, or import the folder again without that class.',
      },
    )
  if (!splits.includes(TEST) || !splits.includes(TRAIN))
    throw new UserError('class-too-small', `${dataset.name} would have no picture left to test with.`, {
      detail: { count: 0, needed: 1 },
      hint: 'Keep some of the test pictures.',
    })
}

const wrong = (message: string, detail: Record<string, number>): UserError =>
  new UserError('invalid-argument', message, { detail })
