// More pictures for a dataset that is there: new files join at the end, so that every picture keeps its number; what
// was there keeps its split. Everything is written beside the old files first and renamed at the end.
import { constants, createReadStream, createWriteStream } from 'node:fs'
import { copyFile, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UserError, type Dataset, type EngineCallParams, type EngineCallResult } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { gatherBeside } from './add-gather'
import { ADDED, NEXT } from './add-names'
import { notesOf, readReport, skippedOf, withSkipped } from './add-report'
import { sourceOf } from './add-source'
import { ensureImages } from './cache'
import { PackCache, packKey } from './cache-store'
import { decidedDataset, DECISIONS_FILE, readDecisions } from './decisions'
import { requireSpace, toJson, writeWhole } from './files'
import { groupsOf } from './findings'
import { countsOf, datasetHash, makeReport, meantOf } from './finish'
import { filesOf, nearCopies, sourcePath } from './folder'
import { ensureFacts } from './ensure-facts'
import { itemsToJson } from './items'
import { DATASET_FILE, ITEMS_FILE, openDataset, REPORT_FILE, type OpenDataset } from './open'
import { type OwnedMount } from './paths'
import { splitAdded } from './split'

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

function withMounts({ folder, dataset }: OpenDataset, mounts: readonly OwnedMount[]): Dataset['source'] {
  if (mounts.length === 0) return dataset.source
  const added = mounts.map(({ name, path, owned }) => ({ name, path: sourcePath(folder, path), owned }))
  return { ...dataset.source, mounts: [...(dataset.source.mounts ?? []), ...added] }
}
