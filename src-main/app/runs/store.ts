// The runs of a library as they are on disk: `runs/<id>/run.json` and what is beside it.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  evaluation,
  id as idShape,
  run as runShape,
  UserError,
  type ErrorCode,
  type Evaluation,
  type Run,
  type RunRecord,
  type RunSummary,
  type TrashItem,
} from '../../contract'
import { describe } from '../errors'
import { FileCache } from '../library/file-cache'
import { exists, ifThere, mapLimited, readJson, writeJson } from '../library/files'
import { freeId } from '../library/ids'
import type { Library } from '../library/open'
import type { LibraryPaths } from '../library/paths'
import { makeInPlace } from '../library/temporary'
import type { Trash } from '../library/trash'
import type { Logger } from '../types'
import { appendRecord, HISTORY, HistoryReader, nextRecord, readHistory } from './history'
import { evaluationSummary, summarize, type Activity } from './summary'

/** name.json: what the user called the run afterwards. run.json is written once and never touched. */
const nameFile = z.object({ version: z.literal(1), name: z.string().min(1).max(200) })

const notFound = (id: string) =>
  new UserError('run-not-found', `There is no run ${id} in this library.`, {
    detail: { run: id },
    hint: 'List the runs to see their names.',
  })

/** How a run ended that the engine did not bring to its end, and, where it is an error that has a name, which. */
export interface Outcome {
  status: 'cancelled' | 'failed' | 'crashed'
  reason: string
  code?: ErrorCode
  detail?: Record<string, string | number>
}

export class RunStore {
  readonly #paths: LibraryPaths
  readonly #trash: Trash
  readonly #log: Logger
  readonly #runs = new FileCache((file) => readJson(file, runShape))
  readonly #names = new FileCache((file) => readJson(file, nameFile))
  readonly #results = new FileCache((file) => readJson(file, evaluationSummary))
  readonly #histories = new HistoryReader()
  /** Ids of runs whose folders are being made. */
  readonly #making = new Set<string>()
  /** Damaged runs that were already named in the log. */
  readonly #reported = new Set<string>()
  /** Where a run is now; the queue knows. */
  activity: (id: string) => Activity | Promise<Activity> = () => 'none'

  constructor({ paths, trash }: Pick<Library, 'paths' | 'trash'>, log: Logger) {
    this.#paths = paths
    this.#trash = trash
    this.#log = log
  }

  folder = (id: string): string => this.#paths.run(id)
  #history = (id: string): string => join(this.folder(id), HISTORY)

  /** What was asked, with the name that the user gave last. @throws UserError `run-not-found` */
  async get(id: string): Promise<Run> {
    const run = await this.#runs.get(join(this.folder(id), 'run.json'))
    if (run === null) throw notFound(id)
    if (run.id !== id) throw new Error(`run.json in the folder ${id} belongs to the run ${run.id}`)
    const name = await this.#names.get(join(this.folder(id), 'name.json')).catch(() => null)
    return name === null ? run : { ...run, name: name.name }
  }

  async summary(id: string): Promise<RunSummary> {
    const run = await this.get(id)
    const digest = await this.digest(id)
    const result = await this.#results.get(join(this.folder(id), 'evaluation.json')).catch((thrown) => {
      this.#report(id, `has a damaged evaluation.json: ${describe(thrown)}`)
      return null
    })
    return summarize(run, digest, result, await this.activity(id))
  }

  digest = (id: string) => this.#histories.digest(this.#history(id))

  /** All runs that can be read, the newest first. A damaged one is left out and named in the log once. */
  async list(): Promise<RunSummary[]> {
    const all = await mapLimited(await this.ids(), 16, (id) =>
      this.summary(id).catch((thrown) => {
        this.#report(id, `cannot be read and is left out: ${describe(thrown)}`)
        return null
      }),
    )
    return all
      .filter((one) => one !== null)
      .sort((a, b) => b.created.localeCompare(a.created) || b.run.localeCompare(a.run))
  }

  /** Folders that can be runs. */
  async ids(): Promise<string[]> {
    const entries = (await ifThere(readdir(this.#paths.runs, { withFileTypes: true }))) ?? []
    return entries
      .filter((one) => one.isDirectory() && idShape.safeParse(one.name).success)
      .map((one) => one.name)
  }

  /** Null until the run was evaluated. */
  async evaluation(id: string): Promise<Evaluation | null> {
    return ifThere(readJson(join(this.folder(id), 'evaluation.json'), evaluation))
  }

  async history(id: string, since: number, points: number): Promise<{ records: RunRecord[]; next: number }> {
    await this.get(id)
    return readHistory(this.#history(id), since, points)
  }

  /** Has the run a model to predict with or to export? */
  hasModel = (id: string): Promise<boolean> => exists(join(this.folder(id), 'model', 'model.json'))

  /**
   * Writes a new run's folder.
   * @param wanted the id that it gets if that is free
   * @param fill may put more into the run's folder, which is not in its place yet; nothing of it is left if it throws
   */
  async create(wanted: string, fill: (id: string, folder: string) => Run | Promise<Run>): Promise<Run> {
    const id = await freeId(
      wanted,
      // An id in the trash stays its own: it may come back.
      async (candidate) =>
        this.#making.has(candidate) ||
        (await exists(this.folder(candidate))) ||
        (await this.#trash.has('run', candidate)),
    )
    this.#making.add(id)
    try {
      return await makeInPlace(this.#paths, this.folder(id), async (folder) => {
        const run = await fill(id, folder)
        await writeJson(join(folder, 'run.json'), run)
        return run
      })
    } finally {
      this.#making.delete(id)
    }
  }

  async rename(id: string, name: string): Promise<void> {
    await this.get(id)
    await writeJson(join(this.folder(id), 'name.json'), { version: 1, name })
  }

  /**
   * Ends the history of a run that the engine could not end. Where even that cannot be written (the disk is full),
   * the end holds in memory, and is written when the library is opened again.
   * @returns the record
   */
  async end(id: string, outcome: Outcome): Promise<RunRecord> {
    const digest = await this.digest(id)
    const seconds = digest.epochSeconds
    const record = nextRecord(digest, {
      type: 'end',
      ...outcome,
      ...(digest.bestEpoch !== null && { bestEpoch: digest.bestEpoch }),
      ...(seconds !== null && { seconds }),
    })
    try {
      await appendRecord(this.#history(id), record)
    } catch (thrown) {
      this.#log.error(`The end of the run ${id} could not be written: ${describe(thrown)}`)
      digest.add(record)
    }
    return record
  }

  /** Reads the history of a run anew: what held in memory alone is forgotten. */
  reread(id: string): void {
    this.#histories.forget(this.#history(id))
  }

  /** Moves the run into the trash. */
  async remove(id: string): Promise<TrashItem> {
    if ((await ifThere(stat(this.folder(id)))) === null) throw notFound(id)
    const name = await this.get(id).then(
      (run) => run.name,
      () => id,
    )
    const item = await this.#trash.put({ kind: 'run', id, name, folder: this.folder(id) })
    this.reread(id)
    return item
  }

  #report(id: string, what: string): void {
    const message = `The run ${id} ${what}`
    if (this.#reported.has(message)) return
    this.#reported.add(message)
    this.#log.warn(message)
  }
}
