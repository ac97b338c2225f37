// Cross-validation of a tiny model: every picture is tested once, an interruption changes nothing, one model is kept.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { cpuCompute } from '../../../../tests/support/cpuCompute'
import { temporaryFolder, toyData, toyRun, type ToyRunOptions } from '../../../../tests/support/toyRun'
import { runRecord, type Progress, type RunRecord, type RunRecordOf } from '../../../contract'
import type { Compute } from '../../compute'
import { writeEvaluation } from '../../evaluation'
import { readEvaluation } from '../../evaluation/read-run'
import { loadModel } from '../../models/storage'
import { quietTask } from '../../task'
import { tf, type LayersModel } from '../../tf'
import { RunControl } from '../control'
import { RunWriter } from '../history'
import { crossValidate } from './crossValidate'
import { makeFolds } from './folds'

let compute: Compute
beforeAll(async () => void (compute = await cpuCompute()))

const weightsOf = (network: LayersModel) => network.getWeights().map((w) => Array.from(w.dataSync()))
const ofType = <T extends RunRecord['type']>(records: readonly RunRecord[], type: T) =>
  records.filter((record): record is RunRecordOf<T> => record.type === type)

interface Options extends ToyRunOptions {
  folder?: string
  data?: ReturnType<typeof toyData>
  control?: RunControl
  onRecord?: (record: RunRecord) => void
}

const COUNT = 27
const toy = () => toyData({ train: COUNT, validation: 0, test: 0 }, 200)

/** Three folds of an MLP with early stopping; `onRecord` may throw, as a kill would. */
async function run({
  folder = temporaryFolder(),
  data = toy(),
  control = new RunControl(),
  ...options
}: Options = {}) {
  const records: RunRecord[] = []
  const progress: Progress[] = []
  const writer = new RunWriter(folder, (record) => {
    records.push(runRecord.parse(record))
    options.onRecord?.(record)
  })
  const plan = {
    phases: [{ epochs: 3, learningRate: 0.02 }],
    batch: 8,
    earlyStopping: { patience: 1 },
    ...options.plan,
  }
  const asked = toyRun({ folds: 3, model: { hidden: [4], dropout: 0.2 }, ...options, plan })
  try {
    const done = await crossValidate(
      { folder, run: asked, ...data, compute, control, writer, checkpointSeconds: 0 },
      { ...quietTask(), progress: (now) => progress.push(now) },
    )
    const weights = weightsOf(done.trained.network)
    done.trained.network.dispose()
    return { ...done, folder, records, progress, weights, data }
  } finally {
    writer.close()
  }
}

const timeless = (records: readonly RunRecord[]) =>
  ofType(records, 'epoch').map(({ t: _t, seq: _s, seconds: _d, imagesPerSecond: _i, ...rest }) => rest)

test('tests every picture once, by a model that did not see it, and keeps one trained on all', async () => {
  const before = tf.memory().numTensors
  const { folder, data, records, evaluated, trained, progress } = await run()
  expect(tf.memory().numTensors).toBe(before)
  const { evaluation, probabilities } = evaluated
  expect(evaluation.predictions.index).toEqual(Array.from({ length: COUNT }, (_, i) => i))
  expect(evaluation.predictions.label).toEqual(Array.from(data.open.labels))
  expect([evaluation.test.count, probabilities.length]).toEqual([COUNT, 3 * COUNT])
  await writeEvaluation(folder, evaluated)
  expect(await readEvaluation(folder, 'toy')).toEqual(JSON.parse(JSON.stringify(evaluation)))

  const folds = evaluation.folds!
  expect(folds.map(({ fold, test }) => [fold, test.count])).toEqual([[1, 9], [2, 9], [3, 9]]) // prettier-ignore
  const right = folds.reduce((sum, { test }) => sum + test.accuracy * test.count, 0)
  expect(evaluation.test.accuracy).toBeCloseTo(right / COUNT, 12)
  expect(evaluation.train.count).toBe(folds.reduce((sum, { train }) => sum + train.count, 0))

  expect(folds.map(({ train }) => train.count)).toEqual(
    makeFolds(data.open, 3).map(({ train }) => train.length),
  )

  const best = folds.map(({ bestEpoch }) => bestEpoch).sort()
  expect(trained.bestEpoch).toBe(best[1])
  expect(trained.description.crossValidation).toEqual({ folds: 3, images: COUNT, epochs: [best[1]] })
  const { network, description } = await loadModel(join(folder, 'model'))
  network.dispose()
  expect(description).toEqual(trained.description)
  expect(ofType(records, 'note').map((note) => note.message)).toEqual([
    expect.stringContaining(`all ${COUNT} pictures for ${best[1]} epochs`),
  ])

  // Progress never goes back, and ends at its total.
  const training = progress.filter(({ stage }) => stage === 'train').map(({ done }) => done)
  expect(training).toEqual([...training].sort((a, b) => a - b))
  const last = progress.filter(({ stage }) => stage === 'train').at(-1)!
  expect(last.done).toBe(last.total)
})

test('records say which fold they are of; steps and epochs are counted within it', async () => {
  const { records, folder } = await run()
  expect(records.map((record) => record.seq)).toEqual(records.map((_, i) => i))
  const starts = ofType(records, 'start')
  expect(
    starts.map(({ fold, folds, images, epochs }) => [
      fold,
      folds,
      images.train,
      images.validation,
      images.test,
      epochs,
    ]),
  ).toEqual([
    // prettier-ignore
    [1, 3, 15, 3, 9, 3],
    [2, 3, 15, 3, 9, 3],
    [3, 3, 15, 3, 9, 3],
    ['all', 3, COUNT, 0, 0, expect.any(Number)],
  ])
  for (const { fold, stepsPerEpoch } of starts) {
    const epochs = ofType(records, 'epoch').filter((epoch) => epoch.fold === fold)
    expect(epochs.map(({ epoch, step }) => [epoch, step])).toEqual(
      epochs.map((_, i) => [i + 1, (i + 1) * stepsPerEpoch]),
    )
    expect(
      ofType(records, 'batch')
        .filter((batch) => batch.fold === fold)
        .at(-1)!.step,
    ).toBe(epochs.at(-1)!.step)
  }
  expect(readdirSync(join(folder, 'tensorboard')).sort()).toEqual(['fold-1', 'fold-2', 'fold-3', 'fold-all'])
  expect(existsSync(join(folder, 'folds', 'fold-3.f32'))).toBe(true)
})

test('is the same for a seed; another seed trains others on the same folds', async () => {
  const [first, again, other] = [await run(), await run(), await run({ seed: 2 })]
  expect(again.weights).toEqual(first.weights)
  expect(again.evaluated.probabilities).toEqual(first.evaluated.probabilities)
  expect(timeless(again.records)).toEqual(timeless(first.records))
  expect(other.weights).not.toEqual(first.weights)
  expect(other.evaluated.evaluation.predictions.index).toEqual(first.evaluated.evaluation.predictions.index)
})

describe('interrupted', () => {
  const places: [string, (record: RunRecord) => boolean][] = [
    ['within the second fold', (r) => r.type === 'batch' && r.fold === 2 && r.step === 3],
    ['at the start of the third fold', (r) => r.type === 'start' && r.fold === 3],
    ['in the training of the kept model', (r) => r.type === 'epoch' && r.fold === 'all'],
  ]

  test('goes on to the same weights, predictions and records', async () => {
    const straight = await run()
    for (const [place, at] of places) {
      const folder = temporaryFolder()
      const onRecord = (record: RunRecord) => {
        if (at(record)) throw new Error('killed')
      }
      await expect(run({ folder, onRecord }), place).rejects.toThrow('killed')
      const resumed = await run({ folder })
      expect(resumed.weights, place).toEqual(straight.weights)
      expect(resumed.evaluated.probabilities).toEqual(straight.evaluated.probabilities)
      expect(resumed.evaluated.evaluation.folds!.map(({ bestEpoch }) => bestEpoch)).toEqual(
        straight.evaluated.evaluation.folds!.map(({ bestEpoch }) => bestEpoch),
      )
      const lines = readFileSync(join(folder, 'history.jsonl'), 'utf8').trimEnd().split('\n')
      const records = lines.map((line) => runRecord.parse(JSON.parse(line)))
      expect(records.map((record) => record.seq)).toEqual(records.map((_, i) => i))
      expect(timeless(records)).toEqual(timeless(straight.records))
      expect(ofType(records, 'start').length).toBe(4)
    }
  })

  test('a fold whose files are damaged is trained again', async () => {
    const folder = temporaryFolder()
    const { weights } = await run({ folder })
    writeFileSync(join(folder, 'folds', 'fold-2.f32'), 'short')
    const again = await run({ folder })
    expect(again.weights).toEqual(weights)
    expect(again.evaluated.evaluation.test.count).toBe(COUNT)
  })

  test('can be cancelled in a later fold, and taken up again', async () => {
    const folder = temporaryFolder()
    const control = new RunControl()
    const onRecord = (record: RunRecord) => record.type === 'start' && record.fold === 2 && control.cancel()
    await expect(run({ folder, control, onRecord })).rejects.toMatchObject({ code: 'cancelled' })
    const { evaluated } = await run({ folder })
    expect(evaluated.evaluation.test.count).toBe(COUNT)
  })
})

test('a phase that the folds gained nothing from is left out of the kept model', async () => {
  // The second phase diverges from what the first one found, so that its weights are never the best.
  const phases = [
    { epochs: 2, learningRate: 0.02 },
    { epochs: 2, learningRate: 5, optimizer: { name: 'sgd' } },
  ]
  const { trained, records } = await run({ plan: { phases, earlyStopping: null } })
  expect(trained.description.crossValidation!.epochs[1]).toBe(0)
  const kept = ofType(records, 'epoch').filter(({ fold }) => fold === 'all')
  expect(kept.length).toBe(trained.description.crossValidation!.epochs[0])
})

test('is refused for a dataset with a test set of its own, and for classes that are too small', async () => {
  const data = toy()
  const ready = { ...data.open.dataset.split, origin: 'ready-test' as const }
  const withTest = { ...data, open: { ...data.open, dataset: { ...data.open.dataset, split: ready } } }
  await expect(run({ data: withTest })).rejects.toMatchObject({ code: 'invalid-argument', hint: expect.stringContaining('without folds') }) // prettier-ignore
  await expect(run({ folds: 10 })).rejects.toMatchObject({ code: 'class-too-small' })
})
