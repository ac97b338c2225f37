// A library as Cotejo leaves it after much work: many runs on one data set, with their histories and test results,
// written as the files that the engine writes. The numbers are made up, seeded, and like real ones: models that are
// good are right on mostly the same pictures, and hard pictures are hard for all.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  dataset as datasetSchema,
  modelChoice,
  run as runSchema,
  type Run,
  type RunRecord,
} from '../../src-main/contract'
import { itemsToJson } from '../../src-main/engine/data/items'
import { evaluateTest } from '../../src-main/engine/evaluation/evaluate-probabilities'
import { writeEvaluation } from '../../src-main/engine/evaluation/write-evaluation'
import { rng } from '../../src-main/engine/rng'

export interface LibrarySize {
  runs: number
  epochs: number
  stepsPerEpoch: number
  testImages: number
  classes: number
  /** Runs that differ in their seed alone. */
  seeds: number
}

const created = '2026-11-01T10:00:00.000Z'
const names = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']
const hash = '0'.repeat(64)

async function writeDataset(root: string, { testImages, classes }: LibrarySize) {
  const folder = join(root, 'datasets', 'bench')
  const counts = { train: 5 * testImages, validation: testImages / 2, test: testImages }
  const total = counts.train + counts.validation + counts.test
  const labels = Uint16Array.from({ length: total }, (_, index) => index % classes)
  const splits = Uint8Array.from({ length: total }, (_, index) =>
    index < counts.train ? 0 : index < counts.train + counts.validation ? 1 : 2,
  )
  const info = datasetSchema.parse({
    version: 1,
    id: 'bench',
    name: 'Bench',
    kind: 'cifar10',
    created,
    source: { path: '', owned: false },
    classes: Array.from({ length: classes }, (_, at) => ({
      name: names[at] ?? `class ${at + 1}`,
      train: counts.train / classes,
      validation: counts.validation / classes,
      test: counts.test / classes,
    })),
    images: { ...counts, total, skipped: 0 },
    split: { seed: 1, origin: 'ready-test', validation: 0.1, test: 0.15 },
    resize: 'cover',
    size: 32,
    hash,
  })
  const files = Array.from({ length: total }, (_, index) => `batch/${String(index).padStart(6, '0')}`)
  const groups = Int32Array.from({ length: total }, (_, index) => index)
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'items.json'),
    [...itemsToJson({ files, labels, splits, digests: null, groups })].join(''),
  )
  await writeFile(
    join(folder, 'report.json'),
    JSON.stringify({
      version: 1,
      files: { total, used: total, skipped: 0 },
      skipped: [],
      emptyClasses: [],
      warnings: [],
      seconds: 1,
    }),
  )
  await writeFile(join(folder, 'dataset.json'), JSON.stringify(info))
  const index = Int32Array.from({ length: testImages }, (_, at) => counts.train + counts.validation + at)
  return { info, index, labels: labels.slice(counts.train + counts.validation) }
}

function describeRun(number: number, size: LibrarySize, labels: string[]): Run {
  const model = Math.floor(number / size.seeds)
  const width = 8 * (1 + (model % 25))
  const options = { filters: [width, 2 * width], dense: 64 + 16 * (model % 7), dropout: model < 25 ? 0 : 0.3 }
  return runSchema.parse({
    version: 1,
    id: `bench-${number + 1}`,
    name: `CNN ${width}, dense ${options.dense}${options.dropout ? ', dropout' : ''}`,
    created: new Date(Date.parse(created) + number * 60_000).toISOString(),
    dataset: 'bench',
    datasetName: 'Bench',
    datasetHash: hash,
    labels,
    model: modelChoice.parse({ name: 'cnn', options }),
    preprocessing: { size: 32, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
    plan: { phases: [{ epochs: size.epochs }], batch: 128 },
    seed: 1 + (number % size.seeds),
    backend: null,
    cotejo: '0.1.0',
  })
}

/** How well the run does in the end: between 62 and 90 of 100. */
const skillOf = (number: number, size: LibrarySize): number =>
  0.62 + (0.28 * ((Math.floor(number / size.seeds) * 37) % 50)) / 50 + 0.004 * (number % size.seeds)

function history(number: number, skill: number, size: LibrarySize): string {
  const { epochs, stepsPerEpoch, testImages } = size
  const random = rng(number + 1, 'history')
  const records: RunRecord[] = []
  let t = 500
  const add = (record: object) => records.push({ seq: records.length, t: (t += 20), ...record } as RunRecord)
  const parameters = 50_000 * (1 + (number % 50))
  add({
    type: 'start',
    at: created,
    backend: 'tensorflow',
    device: 'CPU',
    parameters,
    trainableParameters: parameters,
    epochs,
    stepsPerEpoch,
    images: { train: 5 * testImages, validation: testImages / 2, test: testImages },
  })
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const done = 1 - Math.exp((-5 * epoch) / epochs)
    const loss = 2.3 - 2.3 * skill * done
    for (let step = 1; step <= stepsPerEpoch; step++)
      add({
        type: 'batch',
        step: (epoch - 1) * stepsPerEpoch + step,
        epoch,
        loss: loss + 0.2 * (random.next() - 0.5),
        accuracy: skill * done + 0.1 * (random.next() - 0.5),
        learningRate: 0.001,
        imagesPerSecond: 4000,
      })
    const set = (gap: number, count: number) => ({
      loss: loss + gap,
      accuracy: skill * done - gap / 3,
      count,
    })
    add({
      type: 'epoch',
      epoch,
      step: epoch * stepsPerEpoch,
      train: set(0, 5 * testImages),
      validation: set(0.06 * done + 0.01 * random.next(), testImages / 2),
      learningRate: 0.001,
      seconds: 4,
      imagesPerSecond: 4000,
      best: epoch === epochs,
    })
  }
  add({
    type: 'end',
    status: 'done',
    stoppedEarly: false,
    bestEpoch: epochs,
    seconds: 4 * epochs * (1 + (number % 9)),
  })
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

/** What a model says: right with its skill, less on hard pictures; sure where it finds a picture easy. */
function answers(
  number: number,
  skill: number,
  labels: Uint16Array,
  hardness: Float32Array,
  classes: number,
) {
  const random = rng(number + 1, 'answers')
  const probabilities = new Float32Array(labels.length * classes)
  labels.forEach((label, image) => {
    const ease = 0.5 + skill - (0.8 * hardness[image]! + 0.2 * random.next())
    const said = ease > 0.5 ? label : (label + 1 + Math.floor(random.next() * (classes - 1))) % classes
    const sure = Math.min(0.99, Math.max(0.3, 0.35 + Math.abs(ease - 0.5) * 1.4))
    let rest = 1 - sure
    for (let k = 0; k < classes; k++) {
      const part = k === said ? sure : rest * 0.3 * random.next()
      if (k !== said) rest -= part
      probabilities[image * classes + k] = part
    }
    probabilities[image * classes + said]! += rest
  })
  return probabilities
}

/** @returns the ids of the runs */
export async function makeLibrary(root: string, size: LibrarySize): Promise<string[]> {
  const { info, index, labels } = await writeDataset(root, size)
  const random = rng(1, 'hardness')
  const hardness = Float32Array.from({ length: labels.length }, () => random.next())
  const classNames = info.classes.map(({ name }) => name)
  const ids: string[] = []
  for (let number = 0; number < size.runs; number++) {
    const run = describeRun(number, size, classNames)
    const skill = skillOf(number, size)
    const folder = join(root, 'runs', run.id)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'run.json'), JSON.stringify(run))
    await writeFile(join(folder, 'history.jsonl'), history(number, skill, size))
    const probabilities = answers(number, skill, labels, hardness, size.classes)
    const of = (count: number, accuracy: number) => ({ loss: 2.3 * (1 - accuracy), accuracy, count })
    const evaluation = evaluateTest(
      { probabilities, labels, index },
      { train: of(5 * size.testImages, skill + 0.05), validation: of(size.testImages / 2, skill) },
      classNames,
      2,
    )
    await writeEvaluation(folder, { evaluation, probabilities })
    ids.push(run.id)
  }
  return ids
}
