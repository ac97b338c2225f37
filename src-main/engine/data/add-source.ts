// Where pictures that join a dataset come from: folders that it has already keep their place in it, new ones get one.
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UserError, type Dataset, type EngineCallParams, type SkippedFile } from '../../contract'
import { type Task } from '../task'
import { ADDED } from './add-names'
import { readAsClass, readLayout, type Candidate, type LayoutNote } from './layout'
import { type OpenDataset } from './open'
import { openPaths, type OwnedMount } from './paths'
import { pathIn } from './walk'

/** What is to join, and where it lies. */
export interface Source {
  candidates: Candidate[]
  /** The dataset's, and the new ones behind them. */
  classes: string[]
  ready: ('train' | 'validation' | 'test')[]
  skipped: SkippedFile[]
  notes: LayoutNote[]
  /** Folders that the dataset did not have. */
  mounts: OwnedMount[]
  locate: (file: string) => string
}

/**
 * Opens what is to be added, and reads which pictures of which classes are in it.
 *
 * @throws UserError `folder-without-images` for sent pictures without a class, and as an import
 */
export async function sourceOf(
  open: OpenDataset,
  { paths, csv, label }: Pick<EngineCallParams<'data.add'>, 'paths' | 'csv' | 'label'>,
  task: Task,
): Promise<Source> {
  const { folder, dataset } = open
  const firsts = new Set(open.files.map((file) => file.split('/', 1)[0]))
  const taken = new Set([...firsts, ...(dataset.source.mounts ?? []).map(({ name }) => name)])
  for (const name of await readdir(join(folder, ADDED)).catch(() => [])) taken.add(name)
  for (const { path } of paths)
    if (resolve(path).startsWith(join(folder, ADDED))) taken.delete(lastPart(path))
  const { mounts, skipped } = await openPaths(paths, join(folder, ADDED), taken, task)

  // A folder that the dataset has already keeps its place, so that its files are known again.
  const roots = existingRoots(folder, dataset)
  const prefixes = new Map(
    mounts.flatMap(({ name, path }) => {
      const root = roots.get(path)
      return root === undefined ? [] : [[name, root] as const]
    }),
  )
  const rename = (file: string): string => {
    const [first, ...more] = file.split('/')
    const prefix = prefixes.get(first)
    return prefix === undefined ? file : [...(prefix === '' ? [] : [prefix]), ...more].join('/')
  }
  const known = dataset.classes.map(({ name }) => name)
  const found =
    label === undefined
      ? await readLayout(mounts, task, { csv, oneClass: true })
      : { ...(await readAsClass(mounts, label, task)), classes: known, ready: [], notes: [] }
  const sent = mounts.find(
    ({ path, name }) => path.startsWith(join(folder, ADDED)) && found.classes.includes(name),
  )
  if (sent && label === undefined)
    throw new UserError(
      'folder-without-images',
      'The pictures lie in no class folder: their class is not known.',
      {
        hint: 'Say which class they belong to, or put them into a folder with the name of the class.',
      },
    )
  const classes = [...known, ...found.classes.filter((name) => !known.includes(name))]
  const labels = found.classes.map((name) => classes.indexOf(name))
  const places = new Map<string, string>()
  const candidates = found.candidates.map(({ file, label: own, split }) => {
    const renamed = rename(file)
    places.set(renamed, pathIn(mounts, file))
    return { file: renamed, label: labels[own], split }
  })
  return {
    ...found,
    classes,
    candidates,
    skipped: [...skipped, ...found.skipped].map((one) => ({ ...one, file: rename(one.file) })),
    mounts: mounts.filter(({ name }) => !prefixes.has(name)),
    locate: (file) => places.get(file)!,
  }
}

const lastPart = (path: string): string => resolve(path).split(/[\\/]/).at(-1)!

/** Folders that the dataset has, by absolute path, with what their files' paths begin with. */
function existingRoots(folder: string, { source }: Dataset): Map<string, string> {
  const roots = new Map<string, string>()
  const absolute = (path: string) => resolve(folder, path)
  if (source.path !== '') roots.set(absolute(source.path), '')
  for (const { name, path } of source.mounts ?? []) roots.set(absolute(path), name)
  return roots
}
