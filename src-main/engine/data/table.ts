// A table of files and labels beside a flat folder of pictures: CSV after RFC 4180, also with semicolons or tabs.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { UserError, type SplitName } from '../../contract'
import { splitNamed } from './split-names'
import { pathIn, type Listing, type Mount, type Walker } from './walk'

const MAX_BYTES = 256 * 1024 * 1024
/** How much of a folder's files a table must name to be taken for its labels without being asked for. */
const ENOUGH = 0.5

const FILE_COLUMNS =
  /^(file|files|filename|file_?name|filepath|filepaths|file_?path|path|image|images|image_?id|image_?name|image_?path|img|id|archivo|fichero|imagen|arquivo|imagem)$/
const LABEL_COLUMNS =
  /^(label|labels|class|classes|class_?name|category|target|species|breed|y|etiqueta|clase|categoria|especie|classe|rotulo)$/
const SPLIT_COLUMNS = /^(split|set|subset|data ?set|partition|fold_?type|particion|conjunto)$/

export interface TableRow {
  label: string
  split: SplitName | null
}

export interface Table {
  name: string
  /** Which of these files the table labels, which it does not name, and which rows have no file. */
  match(files: readonly string[]): {
    labelled: Map<string, TableRow>
    unlabelled: string[]
    missing: string[]
  }
}

const wrong = (name: string, why: string, cause?: unknown): UserError =>
  new UserError('table-wrong', `${name}: ${why}`, {
    detail: { file: name },
    hint: 'A table needs a column with the files and one with their labels, such as “file,label”.',
    cause,
  })

/**
 * @param path a .csv or .tsv
 * @throws UserError `table-wrong`, `not-found`
 */
export async function readTable(path: string): Promise<Table> {
  const name = basename(path)
  let text: string
  try {
    const file = await open(path, 'r')
    try {
      const { size } = await file.stat()
      if (size > MAX_BYTES) throw wrong(name, 'the table is larger than 256 MB.')
      text = decodeText(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof UserError || (error as NodeJS.ErrnoException).code === 'EACCES') throw error
    throw new UserError('not-found', `There is no table ${path}.`, { detail: { path }, cause: error })
  }
  return makeTable(name, parseCsv(text))
}

/** A table in the folder itself, where there are no class folders and it names most of the files. */
export async function findTable(
  mounts: readonly Mount[],
  root: Listing,
  walker: Walker,
): Promise<Table | null> {
  const tables = root.files.filter((file) => /\.(csv|tsv)$/i.test(file))
  if (tables.length === 0) return null
  // Two folders with pictures in them are classes, whatever a table says; images in one folder are not.
  const at = walker.skipped.length
  const filled = []
  for (const folder of root.folders) if ((await walker.list(folder)).files.length > 0) filled.push(folder)
  walker.skipped.length = at
  if (filled.length > 1 && !filled.every((folder) => splitNamed(basename(folder)))) return null
  const files = [...root.files.filter((file) => !tables.includes(file))]
  const seen = walker.seen
  for (const folder of root.folders) files.push(...(await walker.filesBelow(folder)))
  walker.seen = seen
  walker.skipped.length = at
  for (const file of tables) {
    try {
      const table = await readTable(pathIn(mounts, file))
      if (files.length > 0 && table.match(files).labelled.size >= ENOUGH * files.length) return table
    } catch (error) {
      if (!(error instanceof UserError)) throw error
    }
  }
  return null
}

/** UTF-8, UTF-16 with its mark, or else Windows' Latin. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Rows of fields; the delimiter is the one that is most frequent in the first line. */
export function parseCsv(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/))
  const count = (delimiter: string) => firstLine.split(delimiter).length
  const delimiter = [',', ';', '\t', '|'].reduce((best, one) => (count(one) > count(best) ? one : best))
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (quoted) {
      if (character !== '"') field += character
      else if (text[i + 1] === '"') field += text[++i]
      else quoted = false
    } else if (character === '"' && field.trim() === '') {
      quoted = true
      field = ''
    } else if (character === delimiter) {
      row.push(field.trim())
      field = ''
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text[i + 1] === '\n') i++
      row.push(field.trim())
      if (row.some((one) => one !== '')) rows.push(row)
      row = []
      field = ''
    } else field += character
  }
  row.push(field.trim())
  if (row.some((one) => one !== '')) rows.push(row)
  return rows
}

const withoutEnding = (file: string): string => file.replace(/\.[a-z0-9]{1,5}$/i, '')
const plainPath = (file: string): string =>
  file
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .normalize('NFC')

function makeTable(name: string, rows: string[][]): Table {
  if (rows.length === 0) throw wrong(name, 'the table is empty.')
  const width = Math.max(...rows.slice(0, 100).map((row) => row.length))
  if (width < 2) throw wrong(name, 'the table has one column only.')
  const titles = rows[0].map((title) =>
    title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' '),
  )
  const find = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title))
  const isFile = (field: string | undefined) => /\.[a-z0-9]{2,5}$/i.test(field ?? '')
  const titled = !rows[0].some(isFile) && (find(FILE_COLUMNS) >= 0 || find(LABEL_COLUMNS) >= 0)
  const body = titled ? rows.slice(1) : rows
  const distinct = (column: number) => new Set(body.map((row) => row[column])).size
  const columns = Array.from({ length: width }, (_, column) => column)
  const looksLikeFile = (column: number) => body.slice(0, 200).filter((row) => isFile(row[column])).length
  // The column with endings like .jpg is the files', then the one that is called so, then the one with most values.
  const fileColumn =
    columns.find((column) => looksLikeFile(column) > 0.5 * Math.min(200, body.length)) ??
    (find(FILE_COLUMNS) >= 0
      ? find(FILE_COLUMNS)
      : columns.reduce((best, one) => (distinct(one) > distinct(best) ? one : best)))
  const splitColumn = find(SPLIT_COLUMNS)
  const others = columns.filter((column) => column !== fileColumn && column !== splitColumn)
  if (others.length === 0) throw wrong(name, 'the table has no column with labels.')
  const called = others.filter((column) => LABEL_COLUMNS.test(titles[column] ?? '') && titled)
  // Of several, words rather than numbers: `labels` beside `class id`.
  const words = (column: number) => body.slice(0, 50).some((row) => !/^-?[\d.]*$/.test(row[column] ?? ''))
  const pool = called.length > 0 ? called : others
  const labelColumn =
    pool.find(words) ?? pool.reduce((best, one) => (distinct(one) < distinct(best) ? one : best))

  return {
    name,
    match(files) {
      const byPath = new Map<string, string[]>()
      const remember = (key: string, file: string) => {
        const found = byPath.get(key)
        if (found) found.push(file)
        else byPath.set(key, [file])
      }
      for (const file of files) {
        const path = plainPath(file)
        // Every end of the path is a way to name it: `train/1.jpg`, `1.jpg`, `1`.
        for (let at = 0; at >= 0; at = path.indexOf('/', at + 1)) {
          const end = at === 0 ? path : path.slice(at + 1)
          remember(end, file)
          if (withoutEnding(end) !== end) remember(withoutEnding(end), file)
        }
      }
      const labelled = new Map<string, TableRow>()
      const missing: string[] = []
      for (const row of body) {
        const path = plainPath(row[fileColumn] ?? '')
        const label = (row[labelColumn] ?? '').normalize('NFC').slice(0, 255)
        if (path === '' || label === '') continue
        const found = lookUp(byPath, path)
        if (found?.length !== 1) missing.push(path)
        else
          labelled.set(found[0], {
            label,
            split: splitColumn < 0 ? null : (splitNamed(row[splitColumn] ?? '') ?? null),
          })
      }
      return { labelled, unlabelled: files.filter((file) => !labelled.has(file)), missing }
    },
  }
}

/** By the whole path that the table has, or by shorter and shorter ends of it: its folders may have been renamed. */
function lookUp(byPath: Map<string, string[]>, path: string): string[] | undefined {
  for (let at = 0; at >= 0;) {
    const found = byPath.get(path.slice(at))
    if (found) return found
    const next = path.indexOf('/', at)
    if (next < 0) return undefined
    at = next + 1
  }
  return undefined
}
