// Classifies files and whole folders with the models of one run or several, and writes what they say into a table.
import { join } from 'node:path'
import {
  MOST_SHOWN_ROWS,
  type EngineCallParams,
  type FilesPredictions,
  type Preprocessing,
} from '../../contract'
import { type Compute } from '../compute'
import { decodePicture, PictureError, readPicture } from '../data/decode'
import { inOrder } from '../data/pool'
import { picturesInFlight } from '../data/sharp'
import { argmaxRows } from '../evaluation/confusion'
import { compileForward, predictProbabilities } from '../models/inference'
import { withModel } from '../models/pool'
import { throwIfCancelled, type Task } from '../task'
import { createTable, MARK, needsMark, TableText, type TableFile } from './csv'
import { findFiles, type FoundFile } from './find'
import { agree, failedLine, headingLine, pictureLine, type Said } from './table'

/** Pictures that are asked about together; what a run needs of them is in memory at a time. */
const CHUNK = 32
/** Characters of a table that is handed over in the answer. */
const MOST_TEXT = 48_000_000

type Asked = EngineCallParams<'predict.files'>['runs'][number]
/** A file's pixels, one entry a run; runs with the same preprocessing share them. */
type Decoded = { file: FoundFile; pixels: Uint8Array[] } | { file: FoundFile; message: string }

/**
 * @returns counts, the first rows, and the table: at `out`, or as text
 * @throws UserError `run-not-finished`, `not-found`, `folder-without-images`, `export-exists`, `cancelled`
 */
export async function predictFiles(
  params: EngineCallParams<'predict.files'>,
  compute: Compute,
  task: Task,
): Promise<FilesPredictions> {
  const files = await findFiles(params.paths, task)
  const runs = await Promise.all(params.runs.map(describe))
  const text = new TableText(MOST_TEXT)
  const table: TableFile = params.out === undefined ? text : await createTable(params.out)
  try {
    const result = await classify(files, runs, table, compute, task)
    await table.finish()
    const out = params.out ?? null
    return { ...result, out, csv: out === null ? text.text() : null }
  } catch (error) {
    await table.discard()
    throw error
  }
}

interface Described extends Asked {
  labels: string[]
  preprocessing: Preprocessing
}

const modelOf = ({ folder }: Asked): string => join(folder, 'model')

const describe = async (asked: Asked): Promise<Described> =>
  await withModel(modelOf(asked), async ({ description: { labels, preprocessing } }) => ({
    ...asked,
    labels,
    preprocessing,
  }))

async function classify(
  files: readonly FoundFile[],
  runs: readonly Described[],
  table: TableFile,
  compute: Compute,
  task: Task,
): Promise<Omit<FilesPredictions, 'out' | 'csv'>> {
  const result: Omit<FilesPredictions, 'out' | 'csv'> = {
    runs: runs.map(({ run, name, labels }) => ({ run, name, labels, counts: labels.map(() => 0) })),
    count: 0,
    agreed: 0,
    failedCount: 0,
    rows: [],
    failed: [],
  }
  const names = [...files.map(({ name }) => name), ...runs.flatMap(({ name, labels }) => [name, ...labels])]
  await table.write((needsMark(names) ? MARK : '') + headingLine(result.runs))

  const total = files.length
  let done = 0
  task.progress({ stage: 'predict', done, total, unit: 'images' })
  const finish = async (chunk: readonly Decoded[]): Promise<void> => {
    const lines = await linesOf(chunk, runs, result, compute, task)
    await table.write(lines.join(''))
    done += chunk.length
    task.progress({ stage: 'predict', done, total, unit: 'images', item: chunk.at(-1)!.file.name })
  }
  let chunk: Decoded[] = []
  for await (const one of inOrder(files, picturesInFlight, (file) => decode(file, runs))) {
    throwIfCancelled(task)
    chunk.push(one)
    if (chunk.length < CHUNK) continue
    await finish(chunk)
    chunk = []
  }
  if (chunk.length > 0) await finish(chunk)
  return result
}

async function decode(file: FoundFile, runs: readonly Described[]): Promise<Decoded> {
  try {
    const bytes = await readPicture(file.path)
    const made = new Map<string, Promise<Uint8Array>>()
    const pixels = runs.map(({ preprocessing: { size, resize } }) => {
      const key = `${size} ${resize}`
      const known = made.get(key) ?? decodePicture(bytes, { size, resize })
      made.set(key, known)
      return known
    })
    return { file, pixels: await Promise.all(pixels) }
  } catch (error) {
    if (!(error instanceof PictureError)) throw error
    return { file, message: error.why }
  }
}

/** Asks every run about a chunk, counts what they say, and tells it in lines. */
async function linesOf(
  chunk: readonly Decoded[],
  runs: readonly Described[],
  result: Omit<FilesPredictions, 'out' | 'csv'>,
  compute: Compute,
  task: Task,
): Promise<string[]> {
  const good = chunk.filter((one) => 'pixels' in one)
  const said: Said[][] = good.map(() => [])
  for (const [at, run] of runs.entries()) {
    throwIfCancelled(task)
    if (good.length === 0) break
    const rows = await ask(run, good.map(({ pixels }) => pixels[at]!), compute, task) // prettier-ignore
    rows.forEach((one, i) => {
      said[i]!.push(one)
      result.runs[at]!.counts[one.label]!++
    })
  }
  return chunk.map((one) => {
    const { name } = one.file
    if ('message' in one) {
      result.failedCount++
      if (result.failed.length < MOST_SHOWN_ROWS) result.failed.push({ file: name, message: one.message })
      return failedLine(name, result.runs, one.message)
    }
    const its = said[good.indexOf(one)]!
    result.count++
    if (agree(result.runs, its)) result.agreed++
    if (result.rows.length < MOST_SHOWN_ROWS)
      result.rows.push({
        file: name,
        said: its.map(({ label, probabilities }, i) => ({
          label: runs[i]!.labels[label]!,
          confidence: probabilities[label]!,
        })),
      })
    return pictureLine(name, result.runs, its)
  })
}

async function ask(
  run: Described,
  pictures: readonly Uint8Array[],
  compute: Compute,
  task: Task,
): Promise<Said[]> {
  const { labels, preprocessing } = run
  return await withModel(modelOf(run), async ({ network, once }) => {
    const forward = once('predict', compute, () => compileForward(network, preprocessing, compute))
    const read = (indices: ArrayLike<number>, into: Uint8Array) => {
      for (let i = 0; i < indices.length; i++) into.set(pictures[indices[i]!]!, i * pictures[0]!.length)
    }
    const all = await predictProbabilities(
      network,
      preprocessing,
      { size: preprocessing.size, read },
      Int32Array.from(pictures.keys()),
      compute,
      { signal: task.signal, progress: () => {} },
      forward,
    )
    return [...argmaxRows(all, labels.length)].map((label, i) => ({
      label,
      probabilities: all.subarray(i * labels.length, (i + 1) * labels.length),
    }))
  })
}
