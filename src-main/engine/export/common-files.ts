// What is in every export beside the model itself: who it is, what its outputs mean, how pictures are prepared.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ExportedRun, type Format } from './format'
import { readmeOf } from './readme'

/** A label a line: one that holds a line break must not become two. */
const oneLine = (label: string): string => label.replace(/[\r\n\u2028\u2029]+/g, ' ')

/** labels.txt as other programs read it; exact labels are in metadata.json. */
export const labelLines = (labels: readonly string[]): string =>
  labels.map((label) => `${oneLine(label)}\n`).join('')

/** Writes metadata.json (all of it, exactly), labels.txt (a line each) and README.md. */
export async function writeCommon(folder: string, format: Format, run: ExportedRun): Promise<void> {
  const { description, facts } = run
  await writeFile(join(folder, 'metadata.json'), JSON.stringify(description, null, 2) + '\n')
  await writeFile(join(folder, 'labels.txt'), labelLines(description.labels))
  await writeFile(join(folder, 'README.md'), readmeOf(description, facts, format.about(description)))
}
