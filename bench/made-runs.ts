// A library of runs that were never trained: as many, as long and as large as asked, with everything that real ones
// leave on disk. For measuring what lists and comparisons cost.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modelChoice, plan, type Run } from '../src-main/contract'
import { evaluateProbabilities } from '../src-main/engine/evaluation/evaluate-probabilities'
import { writeEvaluation } from '../src-main/engine/evaluation/write-evaluation'
import { rng } from '../src-main/engine/rng'

export interface MadeRuns {
  runs: number
  epochs: number
  stepsPerEpoch: number
  images: number
  classes: number
  /** Of each model; `runs` are all of them together. */
  seeds: number
}

const labelsOf = (classes: number) => Array.from({ length: classes }, (_, c) => `class ${c}`)
const created = '2026-01-01T00:00:00Z'

function runOf(at: number, { classes, seeds, epochs }: MadeRuns): Run {
  const filters = [16 * (1 + Math.floor(at / seeds)), 64]
  return {
    version: 1,
    id: `made-${String(at + 1).padStart(3, '0')}`,
    name: `Made ${at + 1}`,
    created,
    dataset: 'made',
    datasetName: 'Made',
    datasetHash: 'a'.repeat(64),
    labels: labelsOf(classes),
    model: modelChoice.parse({ name: 'cnn', options: { filters } }),
    preprocessing: { size: 32, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
    plan: plan.parse({ phases: [{ epochs }] }),
    seed: 1 + (at % seeds),
    folds: null,
    backend: null,
    cotejo: '0.0.0',
  }
}

/** Noisy curves that fall and rise as those of training do. */
function historyOf(at: number, { epochs, stepsPerEpoch, images }: MadeRuns): string {
  const random = rng(at, 'history')
  const lines: string[] = []
  let t = 0
  const add = (record: object) => lines.push(JSON.stringify({ seq: lines.length, t: (t += 7), ...record }))
  add({
    type: 'start',
    at: created,
    backend: 'tensorflow',
    device: 'made',
    parameters: 122_570,
    trainableParameters: 122_570,
    epochs,
    stepsPerEpoch,
    images: { train: 4 * images, validation: images, test: images },
  })
  for (let epoch = 1, step = 0; epoch <= epochs; epoch++) {
    const loss = 0.4 + 2 * Math.exp(-epoch / 20) + 0.02 * random.next()
    for (let of = 0; of < stepsPerEpoch; of++) {
      const accuracy = Math.min(1, 1 - loss / 3 + 0.05 * random.next())
      const batch = { loss: loss + 0.2 * random.next(), accuracy, learningRate: 0.001, imagesPerSecond: 4000 }
      add({ type: 'batch', step: ++step, epoch, ...batch })
    }
    const set = (more: number) => ({ loss: loss + more, accuracy: 1 - (loss + more) / 3, count: images })
    add({
      type: 'epoch',
      epoch,
      step,
      train: set(0),
      validation: set(0.1),
      learningRate: 0.001,
      seconds: 12,
      imagesPerSecond: 4000,
      best: true,
    })
  }
  add({ type: 'end', status: 'done', bestEpoch: epochs, seconds: 12 * epochs })
  return lines.join('\n') + '\n'
}

/** Each model a little better than the last one, right on similar images. */
function evaluationOf(at: number, { images, classes, seeds }: MadeRuns) {
  const [truth, own] = [rng(1, 'truth'), rng(at, 'scores')]
  const probabilities = new Float32Array(images * classes)
  const labels = new Array<number>(images)
  for (let i = 0; i < images; i++) {
    const [label, hard] = [truth.below(classes), truth.next()]
    const row = Array.from({ length: classes }, (_, c) =>
      Math.exp(3 * own.next() + (c === label ? 3.2 - 3 * hard + 0.05 * Math.floor(at / seeds) : 0)),
    )
    const sum = row.reduce((a, b) => a + b, 0)
    labels[i] = label
    probabilities.set(
      row.map((value) => value / sum),
      i * classes,
    )
  }
  const test = { probabilities, labels, index: labels.map((_, i) => 5 * images + i) }
  const nothing = { probabilities: new Float32Array(0), labels: [] }
  const evaluation = evaluateProbabilities({ train: test, validation: nothing, test }, labelsOf(classes), 3)
  return { evaluation, probabilities }
}

/**
 * Writes `runs/<id>` into a library's folder.
 * @returns the runs, in their order
 */
export async function makeRuns(library: string, asked: MadeRuns): Promise<Run[]> {
  const made: Run[] = []
  for (let at = 0; at < asked.runs; at++) {
    const run = runOf(at, asked)
    const folder = join(library, 'runs', run.id)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'run.json'), JSON.stringify(run))
    await writeFile(join(folder, 'history.jsonl'), historyOf(at, asked))
    await writeEvaluation(folder, evaluationOf(at, asked))
    made.push(run)
  }
  return made
}
