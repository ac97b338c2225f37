// More pictures for a dataset that is there: new files join at the end, so that every picture keeps its number; what
// was there keeps its split. Everything is written beside the old files first and renamed at the end.
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { copyFile, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  importReport,
  UserError,
  type Dataset,
  type EngineCallParams,
  type EngineCallResult,
  type ImportReport,
  type SkippedFile,
} from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { ensureImages } from './cache'
import { PackCache, packKey } from './cache-store'
import { decidedDataset, DECISIONS_FILE, readDecisions } from './decisions'
import { ViewsWriter } from './facts'
import { requireSpace, toJson, writeWhole } from './files'
import { groupsOf, type Note } from './findings'
import { countsOf, datasetHash, makeReport, meantOf } from './finish'
import { filesOf, nearCopies, sourcePath } from './folder'
import { ensureFacts } from './ensure-facts'
import { gather, type Gathered } from './gather'
import { itemsToJson } from './items'
import { readAsClass, readLayout, type Candidate, type LayoutNote } from './layout'
import { DATASET_FILE, ITEMS_FILE, openDataset, REPORT_FILE, type OpenDataset } from './open'
import { PackWriter } from './packed'
import { openPaths, type OwnedMount } from './paths'
import { splitAdded } from './split'
import { pathIn } from './walk'

/** Folder in a dataset's own folder for what is unpacked later. */
const ADDED = 'added'
/** Ends the names of files that will replace others. */
const NEXT = '.next'

/**
 * Adds pictures to the dataset in `folder`; either all of it happens or nothing.
 * @throws UserError `invalid-argument` for a dataset without originals, `class-too-small` for a new class with too few
 *   pictures, and as an import; `cancelled`, `disk-full`
 */
export async function addPictures(
  { folder, paths, csv, label, cache }: EngineCallParams<'data.add'>,
  task: Task,
): Promise<EngineCallResult<'data.add'>> {
  const started = performance.now()
  const open = await openDataset(folder)
  const { dataset } = open
  if (!open.digests)
    throw new UserError(
      'invalid-argument',
      `${dataset.name} cannot take more pictures: it has no originals.`,
      {
        detail: { dataset: dataset.id },
        hint: 'Make a dataset of your own from a folder of pictures.',
      },
    )
  if (label !== undefined && label >= dataset.classes.length)
    throw new UserError('invalid-argument', `There is no class ${label} in ${dataset.name}.`, {
      detail: { label },
    })
  const before = new Set(await readdir(join(folder, ADDED)).catch(() => []))
  try {
    return await add(open, { paths, csv, label, cache, started }, task)
  } catch (error) {
    const ours = new Set(paths.map(({ path }) => resolve(path)))
    for (const name of await readdir(join(folder, ADDED)).catch(() => [])) {
      const path = join(folder, ADDED, name)
      if (!before.has(name) && !ours.has(path))
        await rm(path, { recursive: true, force: true }).catch(() => {})
    }
    for (const name of await readdir(folder))
      if (name.includes(NEXT)) await rm(join(folder, name), { force: true }).catch(() => {})
    throw error
  }
}

type Request = Omit<EngineCallParams<'data.add'>, 'folder'> & { started: number }

async function add(open: OpenDataset, request: Request, task: Task): Promise<EngineCallResult<'data.add'>> {
  const { folder, dataset } = open
  const { size, resize } = dataset
  task.progress({ stage: 'scan', done: 0, total: 0, unit: 'files' })
  const source = await sourceOf(open, request, task)
  const store = request.cache === undefined ? null : new PackCache(request.cache)
  // The pixels that are there must be whole before any are put behind them.
  const old = await ensureImages(open, { size, resize }, task)
  old.close()
  const oldFacts = await ensureFacts(open)
  await requireSpace(folder, size * size * 3 * (open.files.length + source.candidates.length))

  const files = filesOf(folder, size, resize)
  const gathered = await gatherBeside(open, source, store, task)
  const added = gathered.files.length
  const previous = await readReport(folder)
  if (added === 0)
    return { dataset, report: withSkipped(previous, [...source.skipped, ...gathered.skipped]), added }

  for (const path of [files.images, files.views]) {
    await copyFile(path, path + NEXT, constants.COPYFILE_FICLONE)
    await pipeline(createReadStream(`${path}${NEXT}.new`), createWriteStream(path + NEXT, { flags: 'a' }))
    await rm(`${path}${NEXT}.new`)
  }
  const facts = oldFacts
  for (let index = 0; index < added; index++) facts.copy(gathered.facts, index)
  await facts.write(files.facts + NEXT)
  throwIfCancelled(task)

  const all = {
    files: [...open.files, ...gathered.files],
    labels: Uint16Array.from([...open.imported.labels, ...gathered.labels]),
    digests: [...open.digests!, ...gathered.digests],
  }
  const classes = source.classes
  const near = await nearCopies({ digests: all.digests, facts }, files.views + NEXT, size, task)
  const groups = groupsOf(all.files.length, all.digests, near)
  const splits = new Uint8Array(all.files.length)
  splits.set(open.imported.splits)
  const skipped = [...source.skipped, ...gathered.skipped]
  splitAdded(
    {
      classes,
      labels: all.labels,
      groups,
      skipped,
      given: [...open.files.map(() => null), ...gathered.given],
      ready: source.ready,
      seed: dataset.split.seed,
      fractions: { validation: dataset.split.validation, test: dataset.split.test },
      drawn: dataset.split.origin === 'drawn',
      before: open.files.length,
    },
    splits,
  )
  const { decided: _, ...rest } = dataset
  const whole: Dataset = {
    ...rest,
    source: withMounts(open, source.mounts),
    ...countsOf(classes, all.labels, splits, dataset.images.skipped + meantOf(skipped).length),
    hash: datasetHash({ size, resize, classes, labels: all.labels, splits, content: all.digests }),
  }
  const decisions = await readDecisions(folder)
  const next = decisions
    ? decidedDataset(whole, whole.hash, { labels: all.labels, splits }, decisions.steps)
    : whole
  const used = new Set(all.labels)
  const report = makeReport({
    ...all,
    facts,
    near,
    groups,
    splits,
    classes,
    size,
    started: request.started,
    ready: dataset.split.origin === 'ready' ? ['train', 'validation', 'test'] : [],
    emptyClasses: previous.emptyClasses.filter(
      (name) => !classes.some((one, i) => one === name && used.has(i)),
    ),
    skipped: [...skippedOf(previous), ...skipped],
    notes: [...notesOf(previous), ...source.notes],
  })
  await writeWhole(join(folder, ITEMS_FILE + NEXT), itemsToJson({ ...all, splits, groups }))
  await writeWhole(join(folder, REPORT_FILE + NEXT), toJson(report))
  if (decisions)
    await writeWhole(join(folder, DECISIONS_FILE + NEXT), toJson({ ...decisions, base: whole.hash }))
  await writeWhole(join(folder, DATASET_FILE + NEXT), toJson(next))
  throwIfCancelled(task)
  // In this order what is there opens after each: pixels that are too many are made again, counts are counted.
  for (const path of [
    files.images,
    files.views,
    files.facts,
    join(folder, ITEMS_FILE),
    join(folder, REPORT_FILE),
    ...(decisions ? [join(folder, DECISIONS_FILE)] : []),
    join(folder, DATASET_FILE),
  ])
    await rename(path + NEXT, path)
  if (store) {
    const key = packKey(size, resize, all.digests)
    await store.keep(key, { size, resize, digests: all.digests }, files, near)
    await store.prune()
  }
  return { dataset: next, report, added }
}

interface Source {
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

async function sourceOf(open: OpenDataset, { paths, csv, label }: Request, task: Task): Promise<Source> {
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

function withMounts({ folder, dataset }: OpenDataset, mounts: readonly OwnedMount[]): Dataset['source'] {
  if (mounts.length === 0) return dataset.source
  const added = mounts.map(({ name, path, owned }) => ({ name, path: sourcePath(folder, path), owned }))
  return { ...dataset.source, mounts: [...(dataset.source.mounts ?? []), ...added] }
}

/** The new pictures into files of their own. */
async function gatherBeside(
  open: OpenDataset,
  { candidates, locate }: Source,
  store: PackCache | null,
  task: Task,
): Promise<Gathered> {
  const { folder, dataset } = open
  const { size, resize } = dataset
  const { images, views } = filesOf(folder, size, resize)
  const byFile = new Map(open.files.map((file, index) => [file, index]))
  const contents = new Set(open.digests!.map((digest, index) => `${digest} ${open.labels[index]}`))
  const refuse = ({ file, label }: Candidate, digest: string): SkippedFile | null => {
    const index = byFile.get(file)
    if (index !== undefined && open.digests![index] !== digest)
      return {
        file,
        reason: 'changed',
        message: 'it has changed since it was imported: what was imported is kept.',
      }
    if (index !== undefined || contents.has(`${digest} ${label}`))
      return { file, reason: 'already-there', message: 'the same picture is in this class already.' }
    return null
  }
  const pixels = await PackWriter.create(`${images}${NEXT}.new`, size * size * 3, false)
  try {
    const viewsWriter = await ViewsWriter.create(`${views}${NEXT}.new`)
    try {
      const packs = store ? await store.packs(size, resize) : []
      const options = {
        size,
        resize,
        locate,
        pixels,
        views: viewsWriter,
        known: null,
        packs,
        list: null,
        refuse,
      }
      const gathered = await gather(candidates, options, task)
      await pixels.finish()
      await viewsWriter.finish()
      return gathered
    } catch (error) {
      await viewsWriter.discard()
      throw error
    }
  } catch (error) {
    await pixels.discard()
    throw error
  }
}

async function readReport(folder: string): Promise<ImportReport> {
  try {
    return importReport.parse(JSON.parse(await readFile(join(folder, REPORT_FILE), 'utf8')))
  } catch {
    // Of before the findings, or damaged: what is in the dataset is examined anew, only the rest is not known.
    return {
      version: 2,
      files: { total: 0, used: 0, skipped: 0 },
      findings: [],
      skipped: [],
      emptyClasses: [],
      warnings: [],
      seconds: 0,
    }
  }
}

/** All files that a report has as left out: the lines, and the hidden ones. */
function skippedOf({ skipped, findings }: ImportReport): SkippedFile[] {
  const hidden = findings.find(({ kind }) => kind === 'hidden')?.files ?? []
  return [
    ...skipped,
    ...hidden.map(({ file, note }): SkippedFile => ({ file, reason: 'hidden', message: note })),
  ]
}

function notesOf({ findings }: ImportReport): (Note | LayoutNote)[] {
  return findings.flatMap(({ kind, message, detail, files }) =>
    kind === 'unverified' || kind === 'test-drawn' || kind === 'folder-ignored' || kind === 'missing-file'
      ? [{ kind, message, detail, files: files.map(({ file }) => file) }]
      : [],
  )
}

/** Nothing joined: the report as it was, with what was looked at in vain. */
function withSkipped(report: ImportReport, skipped: SkippedFile[]): ImportReport {
  return { ...report, skipped: [...report.skipped, ...meantOf(skipped)] }
}
