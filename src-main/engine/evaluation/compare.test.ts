import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comparison, engineCalls } from '../../contract'
import { quietTask } from '../task'
import { compareRuns } from './compare'
import { rightWrong, testRun } from './testing'
import { writeEvaluation } from './write-evaluation'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'cotejo-compare-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const metrics = { loss: 1, accuracy: 0.5, count: 10 }
const epoch = (n: number, seconds: number) => ({
  seq: n,
  t: n,
  type: 'epoch',
  epoch: n,
  step: n,
  train: metrics,
  validation: null,
  learningRate: 0.001,
  seconds,
  imagesPerSecond: 10,
  best: true,
})
const lines = (records: object[]) => records.map((record) => JSON.stringify(record) + '\n').join('')

test('reads evaluations and histories; a run that is not finished takes part with its curve', async () => {
  const done = testRun({ id: 'cnn-1', right: rightWrong(9, 1) })
  const running = testRun({ id: 'mlp-1', right: null })
  const [a, b] = [join(folder, 'a'), join(folder, 'b')]
  await Promise.all([mkdir(a), mkdir(b)])
  await writeEvaluation(a, { evaluation: done.evaluation!, probabilities: new Float32Array(20).fill(0.5) })
  const note = { seq: 0, t: 0, type: 'note', message: 'not an "type":"epoch" at all' }
  // Epoch 2 was trained again after a crash; the last line was never finished.
  await writeFile(
    join(b, 'history.jsonl'),
    lines([note, epoch(1, 5), epoch(2, 6), epoch(2, 7)]) + '{"seq":9,"type":"epoch","ep',
  )

  const params = engineCalls.compare.params.parse({
    runs: [
      { folder: a, run: done.run, summary: done.summary },
      { folder: b, run: running.run, summary: running.summary },
    ],
  })
  const result = await compareRuns(params, quietTask())
  expect(comparison.parse(result)).toEqual(result)
  expect(result.runs[0]).toMatchObject({
    run: 'cnn-1',
    interval: done.evaluation!.testInterval,
    epochsHistory: [],
  })
  expect(result.runs[0]!.evaluation).not.toHaveProperty('predictions')
  expect(result.runs[1]).toMatchObject({ run: 'mlp-1', interval: null, evaluation: null })
  expect(result.runs[1]!.epochsHistory.map((e) => [e.epoch, e.seconds])).toEqual([
    [1, 5],
    [2, 7],
  ])
  expect(result.verdict.kind).toBe('single')
  expect(result.pairs).toEqual([])
})

test('the curve of a run with folds is the mean of its folds', async () => {
  const { run, summary } = testRun({ id: 'cnn-1', right: null, folds: 2 })
  const of = (fold: number | 'all', n: number, accuracy: number, count: number) => {
    const set = { loss: accuracy, accuracy, count }
    return { ...epoch(n, 2), fold, train: set, validation: fold === 'all' ? null : set }
  }
  const records = [of(1, 1, 0.5, 10), of(1, 2, 0.7, 10), of(2, 1, 0.8, 20), of('all', 1, 0.1, 30)]
  await writeFile(join(folder, 'history.jsonl'), lines(records))
  const { runs } = await compareRuns({ keep: true, runs: [{ folder, run, summary }] }, quietTask())
  const points = runs[0]!.epochsHistory.map((e) => [
    e.epoch,
    e.seconds,
    e.validation!.accuracy,
    e.validation!.count,
  ])
  expect(points).toEqual([
    [1, 4, expect.closeTo(0.7, 12), 30],
    [2, 2, 0.7, 10],
  ])
})

test('saves every probability beside the figures, and nothing half', async () => {
  const { evaluation } = testRun({ id: 'a', right: rightWrong(1, 1) })
  const probabilities = Float32Array.from([0.75, 0.25, 0.1, 0.9])
  await writeEvaluation(folder, { evaluation: evaluation!, probabilities })
  const bytes = await readFile(join(folder, 'test-probabilities.f32'))
  expect(bytes.readFloatLE(8)).toBeCloseTo(0.1, 6)
  expect((await readdir(folder)).sort()).toEqual(['evaluation.json', 'test-probabilities.f32'])
})

test('a damaged or newer evaluation is named', async () => {
  const { run, summary } = testRun({ id: 'cnn-1', right: null })
  const compare = () => compareRuns({ keep: true, runs: [{ folder, run, summary }] }, quietTask())
  await writeFile(join(folder, 'evaluation.json'), '{"version": 1, "te')
  await expect(compare()).rejects.toMatchObject({ code: 'file-unreadable' })
  await writeFile(join(folder, 'evaluation.json'), '{"version": 2}')
  await expect(compare()).rejects.toMatchObject({ code: 'library-newer' })
})

test('a run without its probabilities is compared by what it got right, and has no figures', async () => {
  const { run, summary, evaluation } = testRun({ id: 'cnn-1', right: rightWrong(9, 1) })
  await writeEvaluation(folder, { evaluation: evaluation!, probabilities: new Float32Array(3) })
  const { runs, verdict } = await compareRuns({ keep: true, runs: [{ folder, run, summary }] }, quietTask())
  expect(runs[0]).toMatchObject({ figures: null, evaluation: { test: { accuracy: 0.9 } } })
  expect(verdict).toMatchObject({ kind: 'single', best: 'cnn-1' })
})
