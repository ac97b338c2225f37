// What the base in the box is worth on a folder of photos: linear classifiers on its frozen features, beside the same
// on random weights and beside the CNN from scratch, on the same random splits (a fifth for the test).
//
//   node bench/run.mjs transfer-base FOLDER [--seeds N] [--describe TEXT] [--write]
//
// With --write the result goes into the base's facts and model card. Nothing is chosen by the test pictures: all
// trainings run for a fixed number of epochs.
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readFacts, writeFacts } from './base/write'
import {
  modelChoice,
  plan as planSchema,
  scalingOf,
  type BaseRecord,
  type ModelChoice,
  type Phase,
  type TrainedRun,
} from '../src-main/contract'
import { cotejoVersion } from '../src-main/contract/version'
import { openTensorflow } from '../src-main/engine/backends/tensorflow/open'
import { defaultPackFolder } from '../src-main/engine/backends/tensorflow/pack-folder'
import { builtInBases } from '../src-main/engine/bases/folder'
import { ensureImages } from '../src-main/engine/data/cache'
import { importDataset } from '../src-main/engine/data/import'
import { openDataset, type OpenDataset } from '../src-main/engine/data/open'
import { evaluateRun } from '../src-main/engine/evaluation'
import { quietTask } from '../src-main/engine/task'
import { RunControl } from '../src-main/engine/training/control'
import { trainRun } from '../src-main/engine/training/train'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '5' },
    describe: { type: 'string', default: 'A folder of photos' },
    library: { type: 'string', default: join('out', 'bench', 'transfer') },
    write: { type: 'boolean', default: false },
  },
})
const folder = positionals[0]
if (!folder) throw new Error('usage: node bench/run.mjs transfer-base FOLDER')
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1)
const task = quietTask()
const base = (await builtInBases()).find(({ record }) => record.id === 'cotejo-mini')
if (!base) throw new Error('There is no base in resources/bases: make it with train-base')
const pack = await defaultPackFolder()
if (pack === null) throw new Error('No engine pack: install one (cotejo engine install cpu)')
const compute = await openTensorflow(pack, { cpuOnly: true })

interface Entry {
  name: string
  size: number
  model: ModelChoice
  base?: BaseRecord
  phase: Partial<Phase>
}
const onBase = (weights: 'pretrained' | 'random') =>
  modelChoice.parse({ name: 'transfer', options: { base: 'cotejo-mini', weights } })
const head: Partial<Phase> = { epochs: 60, learningRate: 1e-2, trainable: 'head' }
const entries: Entry[] = [
  ...[32, 64, 96, 128].map((size) => ({
    name: 'Cotejo Mini, frozen, linear classifier',
    size,
    model: onBase('pretrained'),
    base: base.record,
    phase: head,
  })),
  {
    name: 'the same layers with random weights',
    size: 96,
    model: onBase('random'),
    base: base.record,
    phase: head,
  },
  { name: 'CNN from scratch', size: 64, model: modelChoice.parse({ name: 'cnn' }), phase: { epochs: 30 } },
]

async function imported(seed: number): Promise<OpenDataset> {
  const at = resolve(values.library, `data-${seed}`)
  await rm(at, { recursive: true, force: true })
  const source = { kind: 'folder', path: resolve(folder!), owned: false } as const
  const options = { size: 128, test: 0.2, validation: 0, seed }
  await importDataset(
    { id: 'photos', folder: at, source, options, seed, cache: resolve(values.library, 'cache') },
    task,
  )
  return await openDataset(at)
}

/** Trains and tests one model. @returns test accuracy, and seconds of the training */
async function measure(entry: Entry, open: OpenDataset, seed: number): Promise<[number, number]> {
  const { size, model } = entry
  const at = resolve(values.library, 'run')
  await rm(at, { recursive: true, force: true })
  await mkdir(at, { recursive: true })
  const scaling = entry.base ? scalingOf(entry.base.architecture, 'own') : { scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' } as const // prettier-ignore
  const run: TrainedRun = {
    version: 1,
    id: 'transfer',
    name: entry.name,
    created: new Date().toISOString(),
    dataset: open.dataset.id,
    datasetName: open.dataset.name,
    datasetHash: open.dataset.hash,
    labels: open.dataset.classes.map(({ name }) => name),
    model,
    ...(entry.base && { base: entry.base }),
    preprocessing: { size, resize: 'cover', ...scaling, offset: [...scaling.offset] },
    plan: planSchema.parse({ phases: [entry.phase], batch: 16 }),
    seed,
    folds: null,
    backend: 'tensorflow',
    cotejo: cotejoVersion,
  }
  const images = await ensureImages(open, run.preprocessing, task)
  const control = new RunControl()
  const weightsFile = entry.base && base!.file
  const work = {
    folder: at,
    run,
    open,
    images,
    compute,
    control,
    emit: () => {},
    ...(weightsFile && { weightsFile }),
  }
  const { network, seconds } = await trainRun(work, task)
  const judged = {
    network,
    preprocessing: run.preprocessing,
    open,
    images,
    labels: run.labels,
    compute,
    seed,
  }
  const { evaluation } = await evaluateRun(judged, task)
  network.dispose()
  images.close()
  return [evaluation.test.accuracy, seconds]
}

const rows = entries.map(({ name, size }) => ({ model: name, size, accuracies: [] as number[], seconds: 0 }))
let count = 0
for (const seed of seeds) {
  const open = await imported(seed)
  count = open.dataset.images.total
  for (const [i, entry] of entries.entries()) {
    const [accuracy, seconds] = await measure(entry, open, seed)
    const row = rows[i]!
    row.accuracies.push(accuracy)
    row.seconds += seconds / seeds.length
    console.log(
      `seed ${seed}, ${entry.name}, ${entry.size} px: ${accuracy.toFixed(3)}, ${seconds.toFixed(1)} s`,
    )
  }
}
for (const { model, size, accuracies } of rows) {
  const mean = accuracies.reduce((sum, one) => sum + one, 0) / accuracies.length
  console.log(
    `${model}, ${size} px: mean ${mean.toFixed(3)} (${accuracies.map((one) => one.toFixed(3)).join(' ')})`,
  )
}
if (values.write) {
  await writeFacts({
    ...(await readFacts()),
    transfer: {
      data: values.describe,
      images: count,
      seeds: seeds.length,
      command: 'node bench/run.mjs transfer-base FOLDER --write',
      rows,
    },
  })
}
await compute.dispose()
