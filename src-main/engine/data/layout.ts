// Reads the layout of what a user chose: which folders are classes, which are a ready split.
import { basename } from 'node:path'
import { UserError, type SkippedFile, type SplitName } from '../../contract'
import { type Task } from '../task'
import { splitNamed } from './split-names'
import { findTable, readTable, type Table } from './table'
import { Walker, type Listing, type Mount } from './walk'

/** How many folders with nothing but one folder in them are opened to find the classes. */
const MAX_WRAPPERS = 6
const MAX_CLASSES = 1000

/** Only to tell a folder of pictures from one with a README: what a file is, is judged by its content. */
const PICTURE = /\.(jpe?g|png|gif|webp|tiff?|avif|heic|bmp)$/i

/** A file that may be a picture: its path in the folder (with `/`), its class, and its split where the folder says. */
export interface Candidate {
  file: string
  label: number
  split: SplitName | null
}

/** Something about the folders that the user should know. */
export interface LayoutNote {
  kind: 'folder-ignored' | 'missing-file'
  message: string
  detail: Record<string, string | number>
  files: string[]
}

export interface Layout {
  /** Sorted by name; Unicode-composed (NFC). */
  classes: string[]
  /** In the order of the dataset: by class, then by path. */
  candidates: Candidate[]
  /** The splits that the folder itself has; empty where they are to be drawn. */
  ready: SplitName[]
  /** Files that were seen and are no candidates. */
  skipped: SkippedFile[]
  notes: LayoutNote[]
}

export interface LayoutOptions {
  /** A table that the user named. */
  csv?: string
  /** Whether one class is enough: it joins others. */
  oneClass?: boolean
}

/** A folder whose pictures are of one class. */
interface Source {
  path: string
  className: string
  split: SplitName | null
}

/** The last part of a path inside the folder, composed: `é` is one character on every system. */
const nameOf = (path: string): string => basename(path).normalize('NFC')

/**
 * Finds classes and pictures: a class per subfolder, such subfolders in `train`, `val` and `test` (in any letter case,
 * also called `training_set`, `Validation`, `prueba`, …), either of them some folders deeper, or a folder with a table
 * of files and labels.
 * @param mounts one with an empty name, or several with different names
 * @throws UserError `folder-not-found`, `folder-without-images`, `one-class-only`, `table-wrong`, `cancelled`
 */
export async function readLayout(
  mounts: readonly Mount[],
  task: Task,
  { csv, oneClass = false }: LayoutOptions = {},
): Promise<Layout> {
  const walker = await Walker.at(mounts, task)
  const what = mounts.length === 1 ? mounts[0].path : 'The folders'
  const notes: LayoutNote[] = []
  const root = await findClassLevel(walker)
  const table = csv === undefined ? await findTable(mounts, root, walker) : await readTable(csv)
  const minimum = oneClass ? 1 : 2
  if (table) return await fromTable(walker, root, table, what, minimum, task)

  const sources =
    (await splitSources(walker, root, notes)) ??
    (await mergedSources(walker, root, mounts)) ??
    root.folders.map((path) => ({ path, className: nameOf(path), split: null }))
  const classes = [...new Set(sources.map(({ className }) => className))].sort((a, b) => (a < b ? -1 : 1))
  checkClassCount(classes, root.files.length, what, minimum)
  walker.skipOutside(root.files)

  const byClass: Candidate[][] = classes.map(() => [])
  const labels = new Map(classes.map((name, label) => [name, label]))
  for (const { path, className, split } of sources) {
    const label = labels.get(className)!
    for (const file of await walker.filesBelow(path)) byClass[label].push({ file, label, split })
    task.progress({ stage: 'scan', done: walker.seen, total: 0, unit: 'files', item: className })
  }
  const ready = new Set(sources.flatMap(({ split }) => split ?? []))
  return {
    classes,
    candidates: byClass.flat(),
    ready: (['train', 'validation', 'test'] as const).filter((split) => ready.has(split)),
    skipped: walker.skipped,
    notes,
  }
}

/** All files in the mounts as pictures of one class, whatever their folders are called. */
export async function readAsClass(mounts: readonly Mount[], label: number, task: Task) {
  const walker = await Walker.at(mounts, task)
  const candidates = (await walker.filesBelow('')).map((file): Candidate => ({ file, label, split: null }))
  return { candidates, skipped: walker.skipped }
}

/** Steps into folders that hold nothing but one folder, as unpacked archives often do. */
async function findClassLevel(walker: Walker): Promise<Listing> {
  let level = await walker.list('')
  for (let depth = 0; depth < MAX_WRAPPERS; depth++) {
    if (level.folders.length !== 1) break
    const [only] = level.folders
    const at = walker.skipped.length
    const below = await walker.list(only)
    const pictures = below.files.some((file) => PICTURE.test(file))
    if (below.folders.length === 0 || (pictures && below.folders.length === 1)) {
      walker.skipped.length = at // it will be listed again, as a class
      break
    }
    walker.skipOutside(level.files)
    level = below
  }
  return level
}

/** The class folders of ready splits, or null where the folders are the classes themselves. */
async function splitSources(walker: Walker, root: Listing, notes: LayoutNote[]): Promise<Source[] | null> {
  const named = root.folders.map((path) => ({ path, split: splitNamed(basename(path)) }))
  if (!named.some(({ split }) => split === 'train') || named.filter(({ split }) => split).length < 2)
    return null
  const sources: Source[] = []
  const ignore = async (path: string, why: string) => {
    const files = await walker.filesBelow(path)
    walker.seen -= files.length // counted below
    walker.skipOutside(files)
    notes.push({
      kind: 'folder-ignored',
      message: `The folder ${path} ${why}: left out.`,
      detail: { folder: path, count: files.length },
      files,
    })
  }
  for (const { path, split } of named) {
    if (!split) {
      await ignore(path, 'is neither train, validation nor test')
      continue
    }
    const classLevel = await classesBelow(walker, path)
    if (classLevel.folders.length === 0) {
      await ignore(path, 'has no class folders in it')
      continue
    }
    walker.skipOutside(classLevel.files)
    sources.push(...classLevel.folders.map((folder) => ({ path: folder, className: nameOf(folder), split })))
  }
  if (!sources.some(({ split }) => split === 'train')) {
    const train = named.find(({ split }) => split === 'train')!
    throw new UserError(
      'folder-without-images',
      `The folder ${train.path} has no subfolders: Cotejo cannot tell which class a picture belongs to.`,
      {
        detail: { folder: train.path },
        hint: `Put the pictures of each class into a subfolder of ${train.path} with the name of the class.`,
      },
    )
  }
  // Where only train has classes in it, validation and test are drawn from it.
  if (sources.every(({ split }) => split === 'train')) return sources.map((one) => ({ ...one, split: null }))
  return sources
}

/** The class folders of a split, also where they lie a folder deeper (`seg_train/seg_train/…`). */
async function classesBelow(walker: Walker, path: string): Promise<Listing> {
  const at = walker.skipped.length
  const level = await walker.list(path)
  const [only] = level.folders
  if (level.folders.length !== 1 || level.files.length > 0) return level
  const before = walker.skipped.length
  const below = await walker.list(only)
  if (below.folders.length > 1) return below
  walker.skipped.length = Math.max(at, before)
  return level
}

/** Several folders that each have class folders in them are one dataset. */
async function mergedSources(
  walker: Walker,
  root: Listing,
  mounts: readonly Mount[],
): Promise<Source[] | null> {
  if (mounts.length < 2 || root.files.length > 0) return null
  const found: Source[] = []
  const at = walker.skipped.length
  for (const folder of root.folders) {
    const { files, folders } = await walker.list(folder)
    if (files.length > 0 || folders.length === 0) {
      walker.skipped.length = at
      return null
    }
    found.push(...folders.map((path) => ({ path, className: nameOf(path), split: null })))
  }
  return found
}

/** Files of a folder without class folders, with the labels that a table gives them. */
async function fromTable(
  walker: Walker,
  root: Listing,
  table: Table,
  what: string,
  minimum: number,
  task: Task,
): Promise<Layout> {
  const all: string[] = [...root.files]
  for (const folder of root.folders) all.push(...(await walker.filesBelow(folder)))
  walker.seen += root.files.length
  task.progress({ stage: 'scan', done: walker.seen, total: 0, unit: 'files' })
  const { labelled, unlabelled, missing } = table.match(all)
  for (const file of unlabelled)
    if (basename(file) === table.name) walker.skip(file, 'hidden', 'the table of labels.')
    else walker.skip(file, 'not-in-table', `${table.name} does not name it.`)
  const classes = [...new Set([...labelled.values()].map(({ label }) => label))].sort((a, b) =>
    a < b ? -1 : 1,
  )
  checkClassCount(classes, all.length, what, minimum)
  const labels = new Map(classes.map((name, label) => [name, label]))
  const byClass: Candidate[][] = classes.map(() => [])
  const ready = new Set<SplitName>()
  for (const file of all) {
    const row = labelled.get(file)
    if (!row) continue
    const label = labels.get(row.label)!
    byClass[label].push({ file, label, split: row.split })
    if (row.split) ready.add(row.split)
  }
  // A split column that does not say train and something else says nothing.
  const usable = ready.has('train') && ready.size > 1
  if (!usable) for (const candidate of byClass.flat()) candidate.split = null
  const notes: LayoutNote[] = []
  if (missing.length > 0)
    notes.push({
      kind: 'missing-file',
      message:
        `${missing.length === 1 ? 'One file that' : `${missing.length} files that`} ${table.name} names ` +
        `${missing.length === 1 ? 'is' : 'are'} not there (${missing[0]}${missing.length > 1 ? ', …' : ''}).`,
      detail: { count: missing.length, table: table.name },
      files: missing,
    })
  return {
    classes,
    candidates: byClass.flat(),
    ready: usable ? (['train', 'validation', 'test'] as const).filter((split) => ready.has(split)) : [],
    skipped: walker.skipped,
    notes,
  }
}

function checkClassCount(classes: string[], looseFiles: number, folder: string, minimum: number): void {
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
  if (classes.length < minimum) throw oneClassOnly(classes[0])
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
