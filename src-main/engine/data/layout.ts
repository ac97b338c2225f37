// Reads the layout of a user's folder: which folders are classes, which are a ready split.
import { basename } from 'node:path'
import { UserError, type SkippedFile, type SplitName } from '../../contract'
import { type Task } from '../task'
import { Walker, type Listing } from './walk'

const SPLIT_NAMES: Record<string, SplitName> = {
  train: 'train',
  training: 'train',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  test: 'test',
  testing: 'test',
}

/** How many folders with nothing but one folder in them are opened to find the classes. */
const MAX_WRAPPERS = 3
const MAX_CLASSES = 1000

/** A file that may be a picture: its path in the folder (with `/`), its class, and its split where the folder says. */
export interface Candidate {
  file: string
  label: number
  split: SplitName | null
}

export interface Layout {
  /** Sorted by name; Unicode-composed (NFC). */
  classes: string[]
  /** In the order of the dataset: by class, then by path. */
  candidates: Candidate[]
  /** The splits that the folder itself has; empty where they are to be drawn. */
  ready: SplitName[]
  /** What could not even be looked at. */
  skipped: SkippedFile[]
  warnings: string[]
}

interface SplitFolder {
  split: SplitName
  path: string
  classFolders: string[]
}

/** The last part of a path inside the folder, composed: `é` is one character on every system. */
const className = (path: string): string => basename(path).normalize('NFC')

/**
 * Finds classes and pictures: a class per subfolder, or such subfolders in `train`, `val` and `test` (any letter case).
 * @throws UserError `folder-not-found`, `folder-without-images`, `one-class-only`, `cancelled`
 */
export async function readLayout(folder: string, task: Task): Promise<Layout> {
  const walker = await Walker.at(folder, task)
  const warnings: string[] = []
  const root = await findClassLevel(walker)
  const splits = await readySplits(walker, root, warnings)

  // Where only train has classes in it, validation and test are drawn from it.
  const ready = splits && splits.length > 1 ? splits.map(({ split }) => split) : []
  const sources: { path: string; split: SplitName | null }[] = splits
    ? splits.flatMap(({ split, classFolders }) =>
        classFolders.map((path) => ({ path, split: ready.length > 0 ? split : null })),
      )
    : root.folders.map((path) => ({ path, split: null }))
  const classes = [...new Set(sources.map(({ path }) => className(path)))].sort((a, b) => (a < b ? -1 : 1))
  checkClassCount(classes, root.files.length, folder)
  if (root.files.length > 0)
    warnings.push(
      `${root.files.length === 1 ? 'One file lies' : `${root.files.length} files lie`} beside the class folders, ` +
        `outside any class (${basename(root.files[0])}${root.files.length > 1 ? ', …' : ''}): left out.`,
    )

  const byClass: Candidate[][] = classes.map(() => [])
  const labels = new Map(classes.map((name, label) => [name, label]))
  for (const { path, split } of sources) {
    const label = labels.get(className(path))!
    for (const file of await walker.filesBelow(path)) byClass[label].push({ file, label, split })
    task.progress({ stage: 'scan', done: walker.seen, total: 0, unit: 'files', item: className(path) })
  }
  return {
    classes,
    candidates: byClass.flat(),
    ready,
    skipped: walker.skipped,
    warnings,
  }
}

/** Steps into folders that hold nothing but one folder, as unpacked archives often do. */
async function findClassLevel(walker: Walker): Promise<Listing> {
  let level = await walker.list('')
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    if (level.folders.length !== 1) break
    const [only] = level.folders
    const below = await walker.list(only)
    if (below.folders.length === 0 || (below.files.length > 0 && below.folders.length === 1)) break
    level = below
  }
  return level
}

/** The ready splits, or null where the folders are the classes themselves. */
async function readySplits(
  walker: Walker,
  root: { folders: string[] },
  warnings: string[],
): Promise<SplitFolder[] | null> {
  const named = root.folders.map((path) => ({
    path,
    split: SPLIT_NAMES[basename(path).toLowerCase()] as SplitName | undefined,
  }))
  if (!named.some(({ split }) => split === 'train') || named.filter(({ split }) => split).length < 2)
    return null
  const found = new Map<SplitName, SplitFolder>()
  for (const { path, split } of named) {
    if (!split) {
      warnings.push(`The folder ${path} is neither train, validation nor test: left out.`)
      continue
    }
    const { files, folders } = await walker.list(path)
    if (folders.length === 0) {
      warnings.push(`The folder ${path} has no class folders in it: left out.`)
      continue
    }
    if (files.length > 0)
      warnings.push(`${files.length} files in the folder ${path} lie outside any class: left out.`)
    const same = found.get(split)
    if (same) same.classFolders.push(...folders)
    else found.set(split, { split, path, classFolders: folders })
  }
  const train = named.find(({ split }) => split === 'train')!
  if (!found.has('train'))
    throw new UserError(
      'folder-without-images',
      `The folder ${train.path} has no subfolders: Cotejo cannot tell which class a picture belongs to.`,
      {
        detail: { folder: train.path },
        hint: `Put the pictures of each class into a subfolder of ${train.path} with the name of the class.`,
      },
    )
  return [...found.values()]
}

function checkClassCount(classes: string[], looseFiles: number, folder: string): void {
  if (classes.length === 0)
    throw new UserError(
      'folder-without-images',
      looseFiles > 0
        ? `${folder} has files but no subfolders: Cotejo cannot tell which class a picture belongs to.`
        : `${folder} has no subfolders with pictures.`,
      {
        detail: { folder },
        hint: 'Put the pictures of each class into a subfolder with the name of the class.',
      },
    )
  if (classes.length === 1) throw oneClassOnly(classes[0])
  if (classes.length > MAX_CLASSES)
    throw new UserError(
      'invalid-argument',
      `${folder} has ${classes.length} class folders; Cotejo takes at most ${MAX_CLASSES}.`,
      { detail: { folder, classes: classes.length }, hint: 'Choose the folder right above the classes.' },
    )
}

/** There is nothing to tell apart. */
export function oneClassOnly(name: string): UserError {
  return new UserError('one-class-only', `There are pictures of one class only: ${name}.`, {
    detail: { class: name },
    hint: 'Add a subfolder with pictures of a second class: a classifier tells classes apart.',
  })
}
