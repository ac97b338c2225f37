// Imports a dataset: the engine fills a folder under `.tmp`, which then takes its place in the library.
import { mkdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { AddSource, CallParams, CallResult, EngineCallInput, ImportSource } from '../../contract'
import type { EngineClient } from '../engine-client/client'
import { exists, move, removeAll } from '../library/files'
import { freeId, slug } from '../library/ids'
import type { Library } from '../library/open'
import type { LibraryPaths } from '../library/paths'
import { temporaryFolder } from '../library/temporary'
import type { Trash } from '../library/trash'
import type { CallContext } from '../types'
import type { UploadStore } from '../uploads/store'

/** Folder in a dataset's own folder with pictures that the library owns. */
const ORIGINALS = 'originals'

/** Folder in a dataset's own folder with pictures that were sent from a browser later. */
const ADDED = 'added'

type EngineSource = EngineCallInput<'data.import'>['source']

export class Importer {
  readonly #paths: LibraryPaths
  readonly #trash: Trash
  readonly #engine: Pick<EngineClient, 'call'>
  readonly #uploads: UploadStore
  /** Ids of imports in progress: their folders are not in the library yet. */
  readonly #reserved = new Set<string>()

  constructor(
    { paths, trash }: Pick<Library, 'paths' | 'trash'>,
    engine: Pick<EngineClient, 'call'>,
    uploads: UploadStore,
  ) {
    this.#paths = paths
    this.#trash = trash
    this.#engine = engine
    this.#uploads = uploads
  }

  /** On failure the library is as it was before, and an upload can be imported again. */
  async import(params: CallParams<'data.import'>, context: CallContext): Promise<CallResult<'data.import'>> {
    const { source } = params
    const options = { ...params.options }
    if (source.kind === 'upload') options.name ??= this.#uploads.commonFolder(source.upload) ?? undefined
    const id = await this.#reserve(slug(options.name ?? nameOf(source), 'dataset'))
    const folder = await temporaryFolder(this.#paths, 'import')
    const originals = join(folder, ORIGINALS)
    let done = false
    try {
      if (source.kind === 'upload') await move(this.#uploads.take(source.upload), originals)
      const engineSource = await this.#engineSource(source, originals)
      const result = await this.#engine.call(
        'data.import',
        {
          id,
          folder,
          source: engineSource,
          options,
          ...(options.seed !== undefined && { seed: options.seed }),
          cache: this.#cache,
        },
        context,
      )
      if (result.dataset.id !== id)
        throw new Error(`The engine imported ${result.dataset.id} instead of ${id}.`)
      await mkdir(this.#paths.datasets, { recursive: true })
      await move(folder, this.#paths.dataset(id))
      done = true
      return result
    } finally {
      this.#reserved.delete(id)
      if (source.kind === 'upload') await this.#uploads.settle(source.upload, done ? null : originals)
      if (!done) await removeAll(folder).catch(() => {})
    }
  }

  /** More pictures for a dataset of the library. On failure it is as it was, and an upload can be tried again. */
  async add(
    { dataset, source, label }: CallParams<'data.add'>,
    context: CallContext,
  ): Promise<CallResult<'data.add'>> {
    const folder = this.#paths.dataset(dataset)
    const uploaded = source.kind === 'upload' ? await freeFolder(join(folder, ADDED)) : null
    let done = false
    try {
      if (source.kind === 'upload') await move(this.#uploads.take(source.upload), uploaded!)
      const result = await this.#engine.call(
        'data.add',
        {
          folder,
          paths: addedPaths(source, uploaded),
          ...(source.kind === 'paths' && source.csv !== undefined && { csv: resolve(source.csv) }),
          ...(label !== undefined && { label }),
          cache: this.#cache,
        },
        context,
      )
      done = true
      return result
    } finally {
      if (source.kind === 'upload') await this.#uploads.settle(source.upload, done ? null : uploaded)
    }
  }

  get #cache(): string {
    return join(this.#paths.root, 'cache')
  }

  async #reserve(wanted: string): Promise<string> {
    const id = await freeId(
      wanted,
      async (candidate) =>
        this.#reserved.has(candidate) ||
        (await exists(this.#paths.dataset(candidate))) ||
        (await this.#trash.has('dataset', candidate)),
    )
    // Another import may have taken it while the disk was asked.
    if (this.#reserved.has(id)) return this.#reserve(wanted)
    this.#reserved.add(id)
    return id
  }

  async #engineSource(source: ImportSource, originals: string): Promise<EngineSource> {
    switch (source.kind) {
      case 'folder':
        return { kind: 'folder', path: resolve(source.path), owned: false, ...csvOf(source) }
      case 'paths':
        return {
          kind: 'paths',
          paths: source.paths.map((path) => ({ path: resolve(path), owned: false })),
          ...csvOf(source),
        }
      case 'upload':
        return { kind: 'folder', path: originals, owned: true }
      case 'cifar10':
        await mkdir(this.#paths.downloads, { recursive: true })
        return {
          kind: 'cifar10',
          downloads: this.#paths.downloads,
          ...(source.archive !== undefined && { archive: resolve(source.archive) }),
        }
      case 'sample':
        return source
    }
  }
}

/** What a dataset is called when the user said nothing: only for its id, the engine names the dataset. */
function nameOf(source: ImportSource): string {
  switch (source.kind) {
    case 'folder':
      return withoutEnding(basename(resolve(source.path)))
    case 'paths':
      return source.paths.length === 1 ? withoutEnding(basename(resolve(source.paths[0]!))) : 'photos'
    case 'upload':
      return 'photos'
    case 'cifar10':
      return 'cifar-10'
    case 'sample':
      return 'sample'
  }
}

const csvOf = ({ csv }: { csv?: string | undefined }) => (csv === undefined ? {} : { csv: resolve(csv) })

/** `animals.tar.gz` is `animals`. */
const withoutEnding = (name: string): string => name.replace(/\.(zip|tar|tgz|tar\.gz)$/i, '') || name

const addedPaths = (source: AddSource, uploaded: string | null) =>
  source.kind === 'upload'
    ? [{ path: uploaded!, owned: true }]
    : source.paths.map((path) => ({ path: resolve(path), owned: false }))

/** A name in `parent` that nothing has yet; `parent` is made. */
async function freeFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true })
  for (let number = 1; ; number++) {
    const folder = join(parent, `added-${number}`)
    if (!(await exists(folder))) return folder
  }
}
