// What is in every export beside the model itself: who it is, what its outputs mean, how pictures are prepared.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ExportCheck, type ExportFormat } from '../../contract'
import { modelCardMarkdown } from './card/markdown'
import { type ExportedRun, type Format } from './format'
import { LICENCE_FILE, licenceText } from './licence'
import { readmeOf } from './readme'

/** A label a line: one that holds a line break must not become two. */
const oneLine = (label: string): string => label.replace(/[\r\n\u2028\u2029]+/g, ' ')

/** labels.txt as other programs read it; exact labels are in metadata.json. */
export const labelLines = (labels: readonly string[]): string =>
  labels.map((label) => `${oneLine(label)}\n`).join('')

/** The model card, for people and as plain values. */
export const CARD_FILE = 'MODEL-CARD.md'
export const CARD_VALUES_FILE = 'model-card.json'

/** Writes metadata.json (all of it, exactly), labels.txt (a line each), README.md and the licence of the base. */
export async function writeCommon(folder: string, format: Format, run: ExportedRun): Promise<void> {
  const { description, facts } = run
  await writeFile(join(folder, 'metadata.json'), JSON.stringify(description, null, 2) + '\n')
  await writeFile(join(folder, 'labels.txt'), labelLines(description.labels))
  await writeFile(join(folder, 'README.md'), readmeOf(description, facts, format.about(description)))
  const licence = licenceText(description)
  if (licence !== null) await writeFile(join(folder, LICENCE_FILE), licence)
}

/** Writes MODEL-CARD.md and model-card.json, which say how the check went. */
export async function writeCard(
  folder: string,
  format: ExportFormat,
  check: ExportCheck,
  { description, facts: { card } }: ExportedRun,
): Promise<void> {
  const values = { ...card, check: { format, ...check } }
  await writeFile(join(folder, CARD_VALUES_FILE), JSON.stringify(values, null, 2) + '\n')
  await writeFile(join(folder, CARD_FILE), modelCardMarkdown(card, description, { format, check }))
}
