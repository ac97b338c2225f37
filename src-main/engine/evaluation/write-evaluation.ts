// Saves an evaluation in a run's folder: evaluation.json, and beside it every test image's probabilities.
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Evaluated } from './evaluate'

export const PROBABILITIES_FILE = 'test-probabilities.f32'

/** Writes under a temporary name, to the disk, then renames: a reader sees the old file or the whole new one. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    const handle = await open(temporary, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/**
 * `test-probabilities.f32` holds 32-bit little-endian floats, test images × classes, in the order of
 * `evaluation.predictions`. It is written first: where there is an evaluation.json, both are whole.
 */
export async function writeEvaluation(
  folder: string,
  { evaluation, probabilities }: Evaluated,
): Promise<void> {
  const bytes = new Uint8Array(probabilities.buffer, probabilities.byteOffset, probabilities.byteLength)
  await replaceFile(join(folder, PROBABILITIES_FILE), bytes)
  await replaceFile(join(folder, 'evaluation.json'), JSON.stringify(evaluation))
}
