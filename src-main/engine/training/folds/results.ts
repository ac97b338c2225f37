// What came out of the folds that are over, in the run's folder: a run that goes on after an interruption does not
// train them again. `folds/fold-3.json` says how fold 3 went; `fold-3.f32` holds the probabilities of its test
// pictures, 32-bit little-endian floats, pictures × classes.
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { foldResult } from '../../../contract'
import { writeWhole } from '../../data/files'
import type { FoldParts } from './folds'

const foldFile = z.object({
  version: z.literal(1),
  result: foldResult,
  /** Of each phase, the epochs behind the weights that were tested. */
  kept: z.array(z.int().min(0)),
  steps: z.int().min(0),
  /** The test pictures, as places in the dataset. */
  index: z.array(z.int().min(0)),
})

/** A fold that is trained and tested. */
export interface FinishedFold extends Omit<z.infer<typeof foldFile>, 'version'> {
  /** Row-major, test pictures × classes. */
  probabilities: Float32Array
}

const folderOf = (run: string) => join(run, 'folds')
const fileOf = (run: string, fold: FoldParts['fold'], ending: string) =>
  join(folderOf(run), `fold-${fold}.${ending}`)

/** The probabilities are written first: where there is a JSON file, both are whole. */
export async function writeFold(run: string, { probabilities, ...rest }: FinishedFold): Promise<void> {
  const { buffer, byteOffset, byteLength } = probabilities
  await mkdir(folderOf(run), { recursive: true })
  await writeWhole(fileOf(run, rest.result.fold, 'f32'), new Uint8Array(buffer, byteOffset, byteLength))
  await writeWhole(fileOf(run, rest.result.fold, 'json'), JSON.stringify({ version: 1, ...rest }) + '\n')
}

/** @returns null where the fold is not over, its files are damaged, or it was tested on other pictures */
export async function readFold(run: string, parts: FoldParts, classes: number): Promise<FinishedFold | null> {
  try {
    const text = await readFile(fileOf(run, parts.fold, 'json'), 'utf8')
    const { version: _version, ...fold } = foldFile.parse(JSON.parse(text))
    const bytes = await readFile(fileOf(run, parts.fold, 'f32'))
    const same =
      fold.index.length === parts.test.length && fold.index.every((one, i) => one === parts.test[i])
    if (!same || bytes.length !== 4 * classes * fold.index.length) return null
    return { ...fold, probabilities: new Float32Array(Uint8Array.from(bytes).buffer) }
  } catch (error) {
    // Not there, or not what `writeFold` writes: the fold is trained again. Anything else is a fault.
    const damaged = error instanceof z.ZodError || error instanceof SyntaxError
    if (damaged || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
