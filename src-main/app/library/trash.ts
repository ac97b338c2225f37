// What was removed: `.trash/<item>/` holds trash.json and, as `content`, the folder as it was. It goes back by a
// rename; after `trashDays` it is deleted when a library is opened.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { trashDays, trashItem, trashName, UserError, type TrashItem, type TrashKind } from '../../contract'
import { describe } from '../errors'
import type { Logger } from '../types'
import {
  exists,
  ifThere,
  makeFolder,
  mapLimited,
  move,
  randomName,
  readJson,
  removeAll,
  writeJson,
} from './files'
import type { LibraryPaths } from './paths'

const RECORD = 'trash.json'
const CONTENT = 'content'
const DAY_MS = 24 * 60 * 60 * 1000

/** trash.json */
const trashFile = trashItem.extend({ version: z.literal(1) })

/** What is removed: its kind, its id, its name for people, and the folder that it is. */
export interface Leaving {
  kind: TrashKind
  id: string
  name: string
  folder: string
}

export class Trash {
  readonly #root: string
  readonly #log: Logger

  constructor(paths: Pick<LibraryPaths, 'trash'>, log: Logger) {
    this.#root = paths.trash
    this.#log = log
  }

  /** Takes a folder out of its place at once: it is never seen half removed. */
  async put({ kind, id, name, folder }: Leaving, now = new Date()): Promise<TrashItem> {
    const item = trashName.parse(`${kind}-${id}-${randomName()}`)
    const until = new Date(now.getTime() + trashDays * DAY_MS).toISOString()
    const entry: TrashItem = { item, kind, id, name, removed: now.toISOString(), until }
    await makeFolder(this.#folder(item))
    try {
      await writeJson(join(this.#folder(item), RECORD), { version: 1, ...entry })
      await move(folder, join(this.#folder(item), CONTENT))
    } catch (thrown) {
      await removeAll(this.#folder(item)).catch(() => {})
      throw thrown
    }
    return entry
  }

  /** What can be brought back, the last removed first. */
  async list(): Promise<TrashItem[]> {
    const found = await mapLimited(await this.#names(), 16, (name) => this.#read(name))
    return found.filter((one) => one !== null).sort((a, b) => b.removed.localeCompare(a.removed))
  }

  /** Ids that are kept free: what has them may come back. */
  async has(kind: TrashKind, id: string): Promise<boolean> {
    const names = (await this.#names()).filter((name) => name.startsWith(`${kind}-${id}-`))
    const found = await Promise.all(names.map((name) => this.#read(name)))
    return found.some((one) => one?.kind === kind && one.id === id)
  }

  /** @throws UserError `not-found` */
  async get(item: string): Promise<TrashItem> {
    const found = await this.#read(item)
    if (found !== null) return found
    throw new UserError('not-found', `There is nothing called ${item} among what was removed.`, {
      detail: { item },
      hint: 'It may have been restored or deleted for good already.',
    })
  }

  /**
   * Puts it back.
   * @param target the folder that it was
   * @throws UserError `not-found`, `restore-taken` where something else is in its place by now
   */
  async restore(item: string, target: string): Promise<TrashItem> {
    const entry = await this.get(item)
    if (await exists(target)) {
      throw new UserError('restore-taken', `Something called ${entry.id} is in its place by now.`, {
        detail: { name: entry.name, id: entry.id },
        hint: 'Remove that first, then restore this one.',
      })
    }
    await move(join(this.#folder(item), CONTENT), target)
    await this.#delete(item)
    return entry
  }

  /** Deletes one thing for good, or all. @returns how many */
  async empty(item?: string): Promise<number> {
    const items = item === undefined ? await this.list() : [await this.get(item)]
    for (const one of items) await this.#delete(one.item)
    return items.length
  }

  /** Deletes what has been here for its time, and what a process that ended in the middle has left. */
  async sweep(now = new Date()): Promise<void> {
    for (const name of await this.#names()) {
      const entry = await this.#read(name)
      if (entry === null || entry.until <= now.toISOString()) await this.#delete(name)
    }
  }

  #folder = (item: string): string => join(this.#root, item)

  #names = async (): Promise<string[]> => (await ifThere(readdir(this.#root))) ?? []

  /** Null for what is no whole entry. */
  async #read(name: string): Promise<TrashItem | null> {
    if (!trashName.safeParse(name).success) return null
    try {
      const { version: _version, ...entry } = await readJson(join(this.#folder(name), RECORD), trashFile)
      return entry.item === name && (await exists(join(this.#folder(name), CONTENT))) ? entry : null
    } catch {
      return null
    }
  }

  /** The record goes last with its folder: until then an entry whose content is gone is no entry. */
  async #delete(name: string): Promise<void> {
    await removeAll(this.#folder(name)).catch((thrown) => {
      this.#log.warn(`${this.#folder(name)} is deleted when the library is opened next: ${describe(thrown)}`)
    })
  }
}
