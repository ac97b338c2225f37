// Walks a user's folder: what is in it, without following anything out of it. Only reads.
import { type Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { UserError, type SkippedFile } from '../../contract'
import { throwIfCancelled, type Task } from '../task'

/** Files that systems leave behind; nobody means them as pictures. */
const SYSTEM_NAMES = new Set([
  'desktop.ini',
  'thumbs.db',
  'ehthumbs.db',
  '__macosx',
  '$recycle.bin',
  'system volume information',
  '@eadir',
])

/** Limits on what comes from outside; no folder that is meant comes near them. */
const MAX_DEPTH = 32
export const MAX_FILES = 2_000_000

/** Hidden, or left behind by the system: neither used nor reported. */
export const isIgnored = (name: string): boolean =>
  name.startsWith('.') || SYSTEM_NAMES.has(name.toLowerCase())

/** Order of names everywhere in a dataset: by UTF-16 code units of their composed form, in any language and system. */
export function byName(a: string, b: string): number {
  const left = a.normalize('NFC')
  const right = b.normalize('NFC')
  return left < right ? -1 : left > right ? 1 : a < b ? -1 : a > b ? 1 : 0
}

/** One folder's content, sorted by name; links are resolved. */
export interface Listing {
  files: string[]
  folders: string[]
}

/** A walk within one root. Paths are relative to it, with `/`. */
export class Walker {
  readonly skipped: SkippedFile[] = []
  /** Files met so far, taken or not. */
  seen = 0
  private readonly root: string
  private readonly task: Task

  private constructor(root: string, task: Task) {
    this.root = root
    this.task = task
  }

  /** @throws UserError `folder-not-found`, `no-permission` */
  static async at(folder: string, task: Task): Promise<Walker> {
    let isFolder: boolean
    try {
      isFolder = (await stat(folder)).isDirectory()
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
      throw new UserError('folder-not-found', `There is no folder ${folder}.`, {
        detail: { folder },
        hint: 'Check the path; if it is on another disk, check that the disk is connected.',
      })
    }
    if (!isFolder)
      throw new UserError('folder-not-found', `${folder} is a file, not a folder.`, {
        detail: { folder },
        hint: 'Choose the folder that has a subfolder for each class.',
      })
    return new Walker(await realpath(folder), task)
  }

  /** What is directly in a folder. What cannot be listed or leads out of the root goes to `skipped`. */
  async list(folder: string): Promise<Listing> {
    throwIfCancelled(this.task)
    let entries: Dirent[]
    try {
      entries = await readdir(join(this.root, folder), { withFileTypes: true })
    } catch (error) {
      if (folder === '') throw error
      this.skip(folder, 'the folder cannot be listed.')
      return { files: [], folders: [] }
    }
    const listing: Listing = { files: [], folders: [] }
    for (const entry of entries) {
      if (isIgnored(entry.name)) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const kind = entry.isSymbolicLink() ? await this.linkTarget(path) : kindOf(entry)
      if (kind === 'file') listing.files.push(path)
      else if (kind === 'folder') listing.folders.push(path)
      else this.skip(path, kind.why)
    }
    listing.files.sort(byName)
    listing.folders.sort(byName)
    return listing
  }

  /** All files in a folder and below it, sorted by path. */
  async filesBelow(folder: string): Promise<string[]> {
    const found: string[] = []
    await this.collect(folder, 0, new Set(), found)
    return found.sort(byName)
  }

  private async collect(
    folder: string,
    depth: number,
    above: ReadonlySet<string>,
    found: string[],
  ): Promise<void> {
    const here = await realpath(join(this.root, folder)).catch(() => folder)
    if (above.has(here)) return // a link back to a folder that we are in
    if (depth > MAX_DEPTH) return this.skip(folder, `more than ${MAX_DEPTH} folders deep.`)
    const { files, folders } = await this.list(folder)
    for (const file of files) found.push(file)
    this.seen += files.length
    if (this.seen > MAX_FILES)
      throw new UserError('invalid-argument', `The folder has more than ${MAX_FILES} files.`, {
        hint: 'Choose the folder with the pictures, not one above it.',
      })
    const inside = new Set(above).add(here)
    for (const child of folders) await this.collect(child, depth + 1, inside, found)
  }

  private async linkTarget(path: string): Promise<'file' | 'folder' | { why: string }> {
    try {
      const target = await realpath(join(this.root, path))
      if (target !== this.root && !target.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep))
        return { why: 'a link that leads out of the folder.' }
      return kindOf(await stat(target))
    } catch {
      return { why: 'a link to something that is not there.' }
    }
  }

  skip(file: string, message: string): void {
    this.skipped.push({ file, reason: 'unreadable', message })
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): 'file' | 'folder' | { why: string } {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return { why: 'neither a file nor a folder.' }
}
