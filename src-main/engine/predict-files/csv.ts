// Files for tables, in UTF-8, that a spreadsheet opens without surprises.
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { UserError } from '../../contract'
import { TEMPORARY } from '../data/files'
import { requireNewFile } from '../new-file'

/** Says to spreadsheets that what follows is UTF-8. A table of plain ASCII is better off without. */
export const MARK = '\uFEFF'
export const needsMark = (texts: Iterable<string>): boolean => {
  for (const text of texts) if (/[^\0-\x7f]/.test(text)) return true
  return false
}

/** Text that goes to a file piece by piece; the file appears whole or not at all. */
export interface TableFile {
  write(text: string): Promise<void>
  finish(): Promise<void>
  discard(): Promise<void>
}

/** @throws UserError `export-exists`, `folder-not-found`, `no-permission` */
export async function createTable(path: string): Promise<TableFile> {
  await requireNewFile(path)
  const temporary = path + TEMPORARY
  const file = await opened(temporary, path)
  return {
    write: async (text) => void (await file.writeFile(text)),
    async finish() {
      await file.sync()
      await file.close()
      await rename(temporary, path)
    },
    async discard() {
      await file.close().catch(() => {})
      await rm(temporary, { force: true })
    },
  }
}

async function opened(temporary: string, path: string): Promise<FileHandle> {
  try {
    return await open(temporary, 'w')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new UserError('no-permission', `${path} may not be written.`, { detail: { path }, cause })
    throw cause
  }
}

/** A table that is kept in memory, for whoever asked without naming a file. */
export class TableText implements TableFile {
  readonly #parts: string[] = []
  readonly #limit: number
  #length = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** @throws UserError `invalid-argument` where it becomes too large */
  async write(text: string): Promise<void> {
    this.#length += text.length
    if (this.#length > this.#limit)
      throw new UserError('invalid-argument', 'The table is too large to be handed over at once.', {
        hint: 'Classify fewer pictures at a time, or name a file on the machine that Cotejo runs on.',
      })
    this.#parts.push(text)
  }

  async finish(): Promise<void> {}
  async discard(): Promise<void> {}
  text = (): string => this.#parts.join('')
}
