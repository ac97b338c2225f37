// What is read of a run's history, and of the copies in its dataset.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../tests/support/toyRun'
import { type Finding, type RunRecord } from '../../../contract'
import { copiesInTest } from './copies'
import { readRunHistory } from './history'
import { levelling, recordsOf } from './testing'

const written = (records: readonly object[], tail = ''): string => {
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'history.jsonl'),
    records.map((one) => JSON.stringify(one) + '\n').join('') + tail,
  )
  return folder
}
const start = (fold?: number) => ({ seq: 0, t: 0, type: 'start', ...(fold && { fold }), at: '2026-01-01T00:00:00Z', backend: 'cpu', device: 'CPU', parameters: 1, trainableParameters: 1, epochs: 2, stepsPerEpoch: 2, images: { train: 1, validation: 1, test: 1 } }) // prettier-ignore
const batch = (epoch: number, loss: number, fold?: number): object => ({ seq: 0, t: 0, type: 'batch', ...(fold && { fold }), step: 1, epoch, loss, accuracy: 0, learningRate: 1, imagesPerSecond: 1 }) // prettier-ignore
const epochs = (losses: number[], fold?: number): RunRecord[] =>
  recordsOf({ train: losses, ...(fold && { fold }) })

test('epochs, phases, the batches of the first epoch, the end', async () => {
  const folder = written([
    start(),
    batch(1, 3),
    batch(1, 2),
    ...epochs([1.2]),
    batch(2, 0.5),
    ...epochs([1.2, 0.9]).slice(1),
    { seq: 0, t: 0, type: 'end', status: 'failed', reason: 'x', code: 'training-diverged' },
  ])
  const { trainings, end } = await readRunHistory(folder)
  expect(end).toMatchObject({ code: 'training-diverged' })
  expect(trainings).toHaveLength(1)
  expect(trainings[0]!.epochs.map(({ train }) => train.loss)).toEqual([1.2, 0.9])
  expect(trainings[0]!.batches.map(({ loss }) => loss)).toEqual([3, 2])
})

test('each fold by itself, an epoch that was trained again by its later record, a torn line not at all', async () => {
  const folder = written(
    [
      start(1),
      batch(1, 9, 1),
      ...epochs([2, 1], 1),
      start(2),
      batch(1, 8, 2),
      ...epochs([3], 2),
      ...epochs([2.5], 2),
    ],
    '{"seq":9,"t":1,"type":"epo',
  )
  const { trainings } = await readRunHistory(folder)
  expect(trainings.map(({ fold, epochs }) => [fold, epochs.map(({ train }) => train.loss)])).toEqual([
    [1, [2, 1]],
    [2, [2.5]],
  ])
  expect(trainings.map(({ batches }) => batches.map(({ loss }) => loss))).toEqual([[9], [8]])
})

test('a large first epoch is read in part, and its later epochs whole', async () => {
  const many = Array.from({ length: 1000 }, (_, i) => batch(1, i))
  const { trainings } = await readRunHistory(written([start(), ...many, ...recordsOf(levelling)]))
  expect(trainings[0]!.batches).toHaveLength(400)
  expect(trainings[0]!.epochs).toHaveLength(levelling.train.length)
})

test('no history is none', async () => {
  expect(await readRunHistory(temporaryFolder())).toEqual({ trainings: [], end: null })
})

/** A dataset's folder with groups of copies in several splits. */
function dataset(groups: readonly [index: number, split: string][][], decisions?: object): string {
  const folder = join(temporaryFolder(), 'pets')
  mkdirSync(folder)
  const finding = {
    kind: 'leakage',
    severity: 'error',
    count: 2,
    message: 'copies',
    detail: {},
    files: [],
    groups: groups.map((group) => ({
      exact: true,
      similarity: 1,
      files: group.map(([index, split]) => ({ file: `${index}.png`, index, label: 0, split })),
    })),
  } as unknown as Finding
  const report = { version: 2, files: { total: 9, used: 9, skipped: 0 }, findings: [finding], skipped: [], emptyClasses: [], warnings: [], seconds: 1 } // prettier-ignore
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
  if (decisions) writeFileSync(join(folder, 'decisions.json'), JSON.stringify(decisions))
  return folder
}
const created = '2026-06-01T00:00:00Z'

test('test pictures with a copy in training, once each; copies in validation alone are none', async () => {
  const folder = dataset([
    [[5, 'test'], [1, 'train'], [3, 'test']], // prettier-ignore
    [[7, 'test'], [8, 'validation']], // prettier-ignore
    [[9, 'train'], [10, 'validation']], // prettier-ignore
  ])
  expect(await copiesInTest(folder, { created })).toEqual([3, 5])
})

test('what was left out before the run was made is out, what was left out after it is not', async () => {
  const out = (index: number, at: string) => ({ at, decisions: [{ index, action: 'leave-out' }] })
  const groups: [number, string][][] = [
    [[1, 'train'], [3, 'test']], // prettier-ignore
    [[2, 'train'], [4, 'test']], // prettier-ignore
    [[5, 'train'], [6, 'test']], // prettier-ignore
  ]
  const steps = [
    out(1, '2026-05-01T00:00:00Z'),
    out(6, '2026-05-02T00:00:00Z'),
    out(2, '2026-07-01T00:00:00Z'),
  ]
  const folder = dataset(groups, { version: 1, base: 'x', steps })
  expect(await copiesInTest(folder, { created })).toEqual([4])
})

test('a dataset without a report says nothing', async () => {
  expect(await copiesInTest(temporaryFolder(), { created })).toBeNull()
})
