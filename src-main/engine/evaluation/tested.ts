// What a run's test left on disk, evaluation.json and every probability, read once and kept while it is asked for.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, type Evaluation } from '../../contract'
import { readEvaluation } from './read-run'
import { PROBABILITIES_FILE } from './write-evaluation'

/** A run's test. Shared by all who ask: read only. */
export interface Tested {
  readonly evaluation: Evaluation
  /** Row-major, test images × classes, in the order of `evaluation.predictions`. */
  readonly probabilities: Float32Array
}

/** Bytes of probabilities, and of the lists beside them, that are kept. */
const KEPT = 256 * 1024 * 1024

interface Entry {
  stamp: string
  bytes: number
  tested: Promise<Tested>
}
/** By folder, the one asked for last at the end. */
const kept = new Map<string, Entry>()

const stampOf = async (file: string): Promise<{ stamp: string; size: number } | null> => {
  const found = await stat(file, { bigint: true }).catch(() => null)
  return found && { stamp: `${found.mtimeNs}/${found.size}/${found.ino}`, size: Number(found.size) }
}

/**
 * Reads what a run's test left.
 * @param folder the run's
 * @param name the run's name, for errors
 * @throws UserError `run-not-finished` where it was not tested (yet), `file-unreadable`, `library-newer`
 */
export async function readTested(folder: string, name: string): Promise<Tested> {
  const [judged, rows] = await Promise.all([
    stampOf(join(folder, 'evaluation.json')),
    stampOf(join(folder, PROBABILITIES_FILE)),
  ])
  const stamp = `${judged?.stamp} ${rows?.stamp}`
  let entry = kept.get(folder)
  if (entry?.stamp !== stamp) {
    entry = { stamp, bytes: (judged?.size ?? 0) + (rows?.size ?? 0), tested: read(folder, name) }
    entry.tested.catch(() => kept.get(folder) === entry && kept.delete(folder))
  }
  kept.delete(folder)
  kept.set(folder, entry)
  let bytes = 0
  for (const [one, { bytes: its }] of [...kept].reverse()) {
    bytes += its
    if (bytes > KEPT && one !== folder) kept.delete(one)
  }
  return await entry.tested
}

async function read(folder: string, name: string): Promise<Tested> {
  const evaluation = await readEvaluation(folder, name)
  if (!evaluation)
    throw new UserError('run-not-finished', `${name} was not tested yet.`, {
      detail: { run: name },
      hint: 'Wait until it has ended, or choose a run that is done.',
    })
  const { predictions, labels } = evaluation
  const expected = predictions.index.length * labels.length * 4
  const file = join(folder, PROBABILITIES_FILE)
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw damaged(name, file, cause.code === 'ENOENT' ? 'it is not there' : 'it cannot be read', cause)
  })
  if (bytes.length !== expected) throw damaged(name, file, `it has ${bytes.length} bytes, not ${expected}`)
  // A copy: a Buffer may lie anywhere in a larger one, a Float32Array must begin at a multiple of four bytes.
  return { evaluation, probabilities: new Float32Array(new Uint8Array(bytes).buffer) }
}

const damaged = (name: string, file: string, why: string, cause?: unknown): UserError =>
  new UserError(
    'file-unreadable',
    `The probabilities of ${name} (${PROBABILITIES_FILE}) are damaged: ${why}.`,
    {
      detail: { run: name, file },
      hint: 'Leave this run out, or train it again.',
      cause,
    },
  )
