// Writes what ships: weights, record, facts and model card, each whole or not at all.
import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { baseRecord, interval, plan, setMetrics, type BaseRecord } from '../../src-main/contract'
import { writeWhole } from '../../src-main/engine/data/files'
import { saveWeights } from '../../src-main/engine/models/weights-file/save'
import type { LayersModel } from '../../src-main/engine/tf'
import { modelCard } from './card'
import { baseName, size } from './recipe'

export const baseFolder = resolve('resources', 'bases', baseName)
const files = { weights: 'weights.h5', record: 'base.json', facts: 'facts.json', card: 'README.md' } as const

/** facts.json: how the base was made, and what was measured of it. */
export const baseFacts = z.object({
  version: z.literal(1),
  command: z.string(),
  date: z.string(),
  cotejo: z.string(),
  device: z.string(),
  backend: z.string(),
  seed: z.int(),
  seconds: z.number(),
  datasetHash: z.string(),
  images: z.object({ train: z.int(), test: z.int() }),
  plan,
  /** Of the base alone, and with the classifier that was trained with it. */
  parameters: z.object({ base: z.int(), whole: z.int() }),
  /** In the order of the outputs of the layer `logits` in the weights file. */
  labels: z.array(z.string()),
  epochs: z.array(z.object({ loss: z.number(), accuracy: z.number() })),
  test: setMetrics,
  testInterval: interval,
  train: setMetrics,
  /** Rows are the true classes, columns the predicted ones. */
  confusion: z.array(z.array(z.int())),
  /** What linear classifiers on other pictures reach (bench/transfer-base.ts). */
  transfer: z
    .object({
      data: z.string(),
      images: z.int(),
      seeds: z.int(),
      command: z.string(),
      rows: z.array(
        z.object({ model: z.string(), size: z.int(), accuracies: z.array(z.number()), seconds: z.number() }),
      ),
    })
    .nullable(),
})
export type BaseFacts = z.infer<typeof baseFacts>

const text = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/** Writes facts.json and the model card that tells them. */
export async function writeFacts(facts: BaseFacts): Promise<void> {
  const record = baseRecord.parse(JSON.parse(await readFile(join(baseFolder, files.record), 'utf8')))
  await writeWhole(join(baseFolder, files.facts), text(facts))
  await writeWhole(join(baseFolder, files.card), Buffer.from(modelCard(record, facts)))
}

export const readFacts = async (): Promise<BaseFacts> =>
  baseFacts.parse(JSON.parse(await readFile(join(baseFolder, files.facts), 'utf8')))

/**
 * Writes the whole folder.
 * @param network with the classifier, whose weights are in the same file as the layer `logits`
 */
export async function writeBase(network: LayersModel, facts: BaseFacts): Promise<BaseRecord> {
  await mkdir(baseFolder, { recursive: true })
  const path = join(baseFolder, files.weights)
  await saveWeights(network, path)
  const bytes = await readFile(path)
  const record = baseRecord.parse({
    version: 1,
    id: baseName,
    title: 'Cotejo Mini',
    architecture: 'cotejo-mini',
    alpha: 1,
    size,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    file: files.weights,
    origin: 'box',
    url: null,
    trainedOn: 'CIFAR-10',
    licence: 'MIT',
    accuracy: {
      top1: facts.test.accuracy,
      on: `CIFAR-10, ${facts.test.count.toLocaleString('en')} test pictures`,
      source: `trained and measured by this project on ${facts.date} (README.md beside this file)`,
    },
  })
  await writeWhole(join(baseFolder, files.record), text(record))
  await writeFacts(facts)
  return record
}
