// Walks what a user chose: folders and files, without following anything out of them. Only reads.
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

/** Hidden, or left behind by the system: counted, never used. */
export const isIgnored = (name: string): boolean =>
  name.startsWith('.') || SYSTEM_NAMES.has(name.toLowerCase())

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** Order of names everywhere in a dataset: by UTF-16 code units of their composed form, in any language and system. */
export function byName(a: string, b: string): number {
  if (isAscii(a) && isAscii(b)) return a < b ? -1 : a > b ? 1 : 0
  const left = a.normalize('NFC')
  const right = b.normalize('NFC')
  return left < right ? -1 : left > right ? 1 : a < b ? -1 : a > b ? 1 : 0
}

/** Sorts by name; many names at a time are composed only once. */
export function sortByName(names: string[]): string[] {
  if (names.every(isAscii)) return names.sort()
  return names.sort(byName)
}

/** Something that the user chose. */
export interface Mount {
  /** What its paths begin with; empty for the one folder that is everything. */
  name: string
  /** Absolute path of a folder or of a single file. */
  path: string
}

/** One folder's content, sorted by name; links are resolved. */
export interface Listing {
  files: string[]
  folders: string[]
}

/** Where a file of the mounts lies on disk. */
export function pathIn(mounts: readonly Mount[], file: string): string {
  const [only] = mounts
  if (mounts.length === 1 && only.name === '') return join(only.path, file)
  const end = file.indexOf('/')
  const first = end < 0 ? file : file.slice(0, end)
  const mount = mounts.find(({ name }) => name === first)
  if (!mount) throw new Error(`No mount has the file ${file}.`)
  return end < 0 ? mount.path : join(mount.path, file.slice(end + 1))
}

/** A walk within the mounts. Paths begin with the mount's name and have `/`. */
export class Walker {
  readonly skipped: SkippedFile[] = []
  /** Files met so far, taken or not. */
  seen = 0
  private readonly mounts: readonly Mount[]
  /** Real path of each mount that is a folder; null for a file. */
  private readonly roots: ReadonlyMap<string, string | null>
  private readonly task: Task

  private constructor(mounts: readonly Mount[], roots: ReadonlyMap<string, string | null>, task: Task) {
    this.mounts = mounts
    this.roots = roots
    this.task = task
  }

  /** @throws UserError `folder-not-found`, `no-permission` */
  static async at(mounts: readonly Mount[], task: Task): Promise<Walker> {
    const roots = new Map<string, string | null>()
    for (const { name, path } of mounts) {
      const isFolder = await kindOfPath(path)
      if (!isFolder && name === '')
        throw new UserError('folder-not-found', `${path} is a file, not a folder.`, {
          detail: { folder: path },
          hint: 'Choose the folder that has a subfolder for each class.',
        })
      roots.set(name, isFolder ? await realpath(path) : null)
    }
    return new Walker(mounts, roots, task)
  }

  /** What is directly in a folder. What cannot be listed, is hidden or leads out goes to `skipped`. */
  async list(folder: string): Promise<Listing> {
    throwIfCancelled(this.task)
    if (folder === '' && !this.roots.has('')) return this.listMounts()
    let entries: Dirent[]
    try {
      entries = await readdir(this.real(folder), { withFileTypes: true })
    } catch (error) {
      if (folder === '') throw error
      this.skip(folder, 'unreadable', 'the folder cannot be listed.')
      return { files: [], folders: [] }
    }
    const listing: Listing = { files: [], folders: [] }
    for (const entry of entries) {
      // Joined, not added: a sum of strings keeps its parts, which is megabytes in a large folder.
      const path = folder === '' ? entry.name : [folder, entry.name].join('/')
      if (isIgnored(entry.name)) {
        await this.skipHidden(path, entry, 0)
        continue
      }
      const kind = entry.isSymbolicLink() ? await this.linkTarget(path) : kindOf(entry)
      if (kind === 'file') listing.files.push(path)
      else if (kind === 'folder') listing.folders.push(path)
      else this.skip(path, ...kind)
    }
    sortByName(listing.files)
    sortByName(listing.folders)
    return listing
  }

  private listMounts(): Listing {
    const names = this.mounts.map(({ name }) => name)
    return {
      files: sortByName(names.filter((name) => this.roots.get(name) === null)),
      folders: sortByName(names.filter((name) => this.roots.get(name) !== null)),
    }
  }

  /** All files in a folder and below it, sorted by path. */
  async filesBelow(folder: string): Promise<string[]> {
    const found: string[] = []
    await this.collect(folder, 0, new Set(), found)
    return sortByName(found)
  }

  private async collect(
    folder: string,
    depth: number,
    above: ReadonlySet<string>,
    found: string[],
  ): Promise<void> {
    const here =
      folder === '' && !this.roots.has('') ? '' : await realpath(this.real(folder)).catch(() => folder)
    if (above.has(here)) return // a link back to a folder that we are in
    if (depth > MAX_DEPTH) return this.skip(folder, 'too-deep', `more than ${MAX_DEPTH} folders deep.`)
    const { files, folders } = await this.list(folder)
    for (const file of files) found.push(file)
    this.count(files.length)
    const inside = new Set(above).add(here)
    for (const child of folders) await this.collect(child, depth + 1, inside, found)
  }

  private count(files: number): void {
    this.seen += files
    if (this.seen > MAX_FILES)
      throw new UserError('invalid-argument', `The folder has more than ${MAX_FILES} files.`, {
        hint: 'Choose the folder with the pictures, not one above it.',
      })
  }

  private real(path: string): string {
    return pathIn(this.mounts, path)
  }

  private rootOf(path: string): string {
    return (this.roots.get('') ?? this.roots.get(path.split('/', 1)[0]))!
  }

  private async linkTarget(path: string): Promise<'file' | 'folder' | Refused> {
    try {
      const target = await realpath(this.real(path))
      const root = this.rootOf(path)
      if (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep))
        return ['link-outside', 'a link that leads out of the folder.']
      return kindOf(await stat(target))
    } catch {
      return ['link-broken', 'a link to something that is not there.']
    }
  }

  /** Counts what is hidden, so that every file is accounted for; nothing of it is used, no link followed. */
  private async skipHidden(path: string, entry: Dirent, depth: number): Promise<void> {
    if (!entry.isDirectory()) {
      this.count(1)
      return this.skip(path, 'hidden', 'hidden, or a file of the system.')
    }
    if (depth > MAX_DEPTH) return
    const entries = await readdir(this.real(path), { withFileTypes: true }).catch(() => [])
    throwIfCancelled(this.task)
    for (const child of entries) await this.skipHidden(`${path}/${child.name}`, child, depth + 1)
  }

  skip(file: string, reason: SkippedFile['reason'], message: string): void {
    this.skipped.push({ file, reason, message })
  }

  /** Files that are no part of any class. */
  skipOutside(files: readonly string[]): void {
    this.count(files.length)
    for (const file of files) this.skip(file, 'outside-classes', 'it lies outside the class folders.')
  }
}

type Refused = [reason: SkippedFile['reason'], message: string]

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): 'file' | 'folder' | Refused {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return ['not-a-file', 'neither a file nor a folder.']
}

async function kindOfPath(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
    throw new UserError('folder-not-found', `There is no folder ${path}.`, {
      detail: { folder: path },
      hint: 'Check the path; if it is on another disk, check that the disk is connected.',
    })
  }
}
