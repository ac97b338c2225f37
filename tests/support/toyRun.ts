// A tiny data set that a tiny CNN can learn, and a run on it: for tests of the training.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  modelChoice,
  trainedRun as runSchema,
  type Dataset,
  type TrainedRun,
  type SplitName,
} from '../../src-main/contract'
import { plan as planSchema } from '../../src-main/contract/plan'
import { rng } from '../../src-main/engine/rng'

export const toySize = 8
const perImage = toySize * toySize * 3

/** Pictures of three classes: a bright bar at the top, at the left, or none, in random colours on noise. */
export function toyData(count = { train: 30, validation: 15, test: 15 }, noise = 60) {
  const total = count.train + count.validation + count.test
  const random = rng(7, 'toy')
  const labels = Uint16Array.from({ length: total }, (_, i) => i % 3)
  const pixels = new Uint8Array(total * perImage)
  for (let i = 0; i < total; i++) {
    const colour = [random.range(130, 255), random.range(130, 255), random.range(130, 255)]
    for (let y = 0; y < toySize; y++) {
      for (let x = 0; x < toySize; x++) {
        const bar = (labels[i] === 0 && y < 3) || (labels[i] === 1 && x < 3)
        for (let c = 0; c < 3; c++) {
          pixels[i * perImage + (y * toySize + x) * 3 + c] = bar ? colour[c]! : random.next() * noise
        }
      }
    }
  }
  const starts = { train: 0, validation: count.train, test: count.train + count.validation }
  const indices = (split: SplitName) => Int32Array.from({ length: count[split] }, (_, i) => starts[split] + i)
  const read = (wanted: ArrayLike<number>, into: Uint8Array) => {
    for (let i = 0; i < wanted.length; i++) {
      const from = wanted[i]! * perImage
      into.set(pixels.subarray(from, from + perImage), i * perImage)
    }
  }
  return { open: { labels, indices, ...toyDataset(labels) }, images: { size: toySize, read } }
}

/** What a cross-validation asks of a dataset: no two pictures are copies, nothing was split before. */
function toyDataset(labels: Uint16Array) {
  const count = (label: number) => labels.filter((one) => one === label).length
  const classes = ['top', 'left', 'none'].map((name, label) => ({ name, train: count(label), validation: 0, test: 0 })) // prettier-ignore
  const split = { seed: 1, origin: 'drawn', validation: 0.2, test: 0.2 }
  return { groups: Int32Array.from(labels.keys()), dataset: { name: 'Toy', classes, split } as Dataset }
}

export interface ToyRunOptions {
  plan?: object
  model?: object
  seed?: number
  /** Of the preprocessing. */
  scale?: number
  folds?: number
}

export function toyRun(asked: ToyRunOptions = {}): TrainedRun {
  const { plan = {}, model = {}, seed = 1, scale = 1 / 255, folds = null } = asked
  const options = { filters: [3, 4], dense: 8, ...model }
  return runSchema.parse({
    version: 1,
    id: 'toy',
    name: 'Toy',
    created: '2026-01-01T00:00:00Z',
    dataset: 'toy',
    datasetName: 'Toy',
    datasetHash: '0',
    labels: ['top', 'left', 'none'],
    model: modelChoice.parse('hidden' in model ? { name: 'mlp', options: model } : { name: 'cnn', options }),
    preprocessing: { size: toySize, resize: 'cover', scale, offset: [0, 0, 0], channels: 'rgb' },
    plan: planSchema.parse({ phases: [{ epochs: 4, learningRate: 0.01 }], batch: 8, ...plan }),
    seed,
    folds,
    backend: 'cpu',
    cotejo: '0.1.0',
  })
}

/** An empty folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
