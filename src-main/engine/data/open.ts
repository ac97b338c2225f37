// Opens a dataset that was imported.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  dataset as datasetSchema,
  UserError,
  type Dataset,
  type EngineCallParams,
  type SplitName,
} from '../../contract'
import {
  applyDecisions,
  decidedDataset,
  readDecisions,
  takeStep,
  undoStep,
  DECISIONS_FILE,
} from './decisions'
import { itemsFromJson, type Items } from './items'
import { SPLITS } from './split'

/**
 * A dataset's records in memory, after the decisions: a picture that was left out is in no split (`LEFT_OUT`), a
 * relabelled one has its new label. The pixels are opened by `ensureImages`.
 */
export interface OpenDataset extends Items {
  readonly folder: string
  readonly dataset: Dataset
  /** Labels and splits as they were imported. */
  readonly imported: Pick<Items, 'labels' | 'splits'>
  /** The pictures of a split that are used, ascending. */
  indices(split: SplitName): Int32Array
}

export const DATASET_FILE = 'dataset.json'
export const ITEMS_FILE = 'items.json'
export const REPORT_FILE = 'report.json'

// Thumbnails come by the dozen: the dataset opened last is kept for them.
let last: { key: string; open: OpenDataset } | null = null

/** @throws UserError `dataset-not-found`, `library-newer` */
export async function openDataset(folder: string): Promise<OpenDataset> {
  let text: string
  let itemsText: string
  let key: string
  try {
    const { mtimeMs, size } = await stat(join(folder, ITEMS_FILE))
    text = await readFile(join(folder, DATASET_FILE), 'utf8')
    key = `${folder}\n${mtimeMs}\n${size}\n${await stamp(join(folder, DECISIONS_FILE))}\n${text}`
    if (last?.key === key) return last.open
    itemsText = await readFile(join(folder, ITEMS_FILE), 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
    throw new UserError('dataset-not-found', `There is no whole dataset in ${folder}.`, {
      detail: { folder },
      hint: 'Import the pictures again.',
    })
  }
  const open = await make(folder, readDatasetJson(text, folder), itemsText)
  last = { key, open }
  return open
}

/** Leaves pictures out, takes them back or gives them another class (decisions.ts). */
export async function decide({ folder, decisions }: EngineCallParams<'data.decide'>): Promise<Dataset> {
  return await takeStep(await openDataset(folder), decisions)
}

/** Takes back the last `decide`. */
export async function undo({ folder }: EngineCallParams<'data.undo'>): Promise<Dataset> {
  return await undoStep(await openDataset(folder))
}

const stamp = async (path: string): Promise<string> => {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found ? `${found.mtimeNs} ${found.size} ${found.ino}` : ''
}

async function make(folder: string, written: Dataset, itemsText: string): Promise<OpenDataset> {
  const items = itemsFromJson(itemsText, written.classes.length)
  const decisions = await readDecisions(folder)
  const decided = applyDecisions(items, decisions?.steps ?? [])
  // Counts and hash follow from the decisions, also where the program ended between the two files.
  const dataset = decisions ? decidedDataset(written, decisions.base, items, decisions.steps) : written
  const bySplit = SPLITS.map((_, split) => {
    const indices: number[] = []
    decided.splits.forEach((of, index) => of === split && indices.push(index))
    return Int32Array.from(indices)
  })
  const { labels, splits } = items
  return {
    ...items,
    ...decided,
    folder,
    dataset,
    imported: { labels, splits },
    indices: (split) => bySplit[SPLITS.indexOf(split)].slice(),
  }
}

function readDatasetJson(text: string, folder: string): Dataset {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    json = null
  }
  const parsed = datasetSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const version = (json as { version?: unknown } | null)?.version
  if (typeof version === 'number' && version > 1)
    throw new UserError('library-newer', `The dataset in ${folder} was written by a newer Cotejo.`, {
      detail: { folder, version },
      hint: 'Update Cotejo, or import the pictures again.',
    })
  throw new UserError('dataset-not-found', `${DATASET_FILE} in ${folder} is damaged.`, {
    detail: { folder },
    hint: 'Import the pictures again.',
  })
}
