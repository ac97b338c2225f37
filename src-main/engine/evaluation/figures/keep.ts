// figures.json in a run's folder: made once, read from then on, and made again when what it was made from has changed.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { figures as figuresSchema, type Figures } from '../../../contract'
import { z } from 'zod'
import { type Task } from '../../task'
import { cachedFile } from '../file-cache'
import { readTested } from '../tested'
import { PROBABILITIES_FILE, replaceFile } from '../write-evaluation'
import { makeFigures } from './make'
import { scoresOf } from './scores'

const FIGURES_FILE = 'figures.json'

/** Rises when figures are made in another way: older ones are then made again. */
const METHOD = 1

const figuresFile = z.object({
  version: z.literal(1),
  method: z.int(),
  /** SHA-256 of evaluation.json, which has a number from each row of the probabilities in it. */
  evaluation: z.string(),
  /** Length of the probabilities' file. */
  bytes: z.int(),
  figures: figuresSchema,
})

const evaluationHash = cachedFile(async (file) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex'),
)
/** Null where the file cannot be understood: it can always be made again. */
const keptFigures = cachedFile(async (file) => {
  try {
    return figuresFile.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
})

interface Kept {
  /** Null where there are none, or they are of another evaluation. */
  figures: Figures | null
  /** What they are of. */
  made: { method: number; evaluation: string; bytes: number }
}

async function look(folder: string): Promise<Kept> {
  const [hash, probabilities, kept] = await Promise.all([
    evaluationHash(join(folder, 'evaluation.json')),
    stat(join(folder, PROBABILITIES_FILE)).catch(() => null),
    keptFigures(join(folder, FIGURES_FILE)),
  ])
  const made = { method: METHOD, evaluation: hash ?? '', bytes: probabilities?.size ?? 0 }
  const valid = kept?.method === METHOD && kept.evaluation === made.evaluation && kept.bytes === made.bytes
  return { figures: valid ? kept.figures : null, made }
}

/** The figures in a run's folder, where they are of its evaluation. Shared by all who ask: read only. */
export const keptFiguresOf = async (folder: string): Promise<Figures | null> => (await look(folder)).figures

/**
 * A run's figures: the kept ones, or new ones.
 *
 * @param folder of a run that was evaluated
 * @param name the run's name, for errors
 * @param keep write new ones into the folder; a folder that cannot be written to is not a reason to have none
 * @throws UserError `run-not-finished`, `file-unreadable`, `cancelled`
 */
export async function figuresOf(folder: string, name: string, keep: boolean, task: Task): Promise<Figures> {
  const { figures: kept, made } = await look(folder)
  if (kept) return kept
  const tested = await readTested(folder, name)
  const figures = await makeFigures(scoresOf(tested, name), task)
  if (keep) {
    const content = JSON.stringify({ version: 1, ...made, figures })
    await replaceFile(join(folder, FIGURES_FILE), content).catch(() => {})
  }
  return figures
}
