import { describe, expect, it } from 'vitest'
import { type Fold, type RunRecord } from '../../src-main/contract'
import { RunTrace } from '../stores/trace'
import { foldSeries, hasFolds, meanLine, modelOf, phaseMarks, runSeries } from './useRunCharts'

const t = (key: string) => key
let seq = 0
const start = (fold: Fold | undefined, epochs = 4): RunRecord => ({
  seq: seq++,
  t: 0,
  type: 'start',
  ...(fold !== undefined && { fold, folds: 2 }),
  at: '2026-01-01T00:00:00.000Z',
  backend: 'wasm',
  device: 'CPU',
  parameters: 10,
  trainableParameters: 10,
  epochs,
  stepsPerEpoch: 10,
  images: { train: 160, validation: 20, test: 20 },
})
const epoch = (fold: Fold | undefined, number: number, accuracy: number): RunRecord => ({
  seq: seq++,
  t: 0,
  type: 'epoch',
  ...(fold !== undefined && { fold }),
  epoch: number,
  step: number * 10,
  train: { loss: 1, accuracy, count: 160 },
  validation: fold === 'all' ? null : { loss: 1, accuracy: accuracy - 0.1, count: 20 },
  learningRate: 0.001,
  seconds: 6,
  imagesPerSecond: 27,
  best: true,
})
function traced(records: (() => RunRecord)[]) {
  seq = 0
  const trace = new RunTrace(() => undefined)
  for (const record of records) trace.add(record())
  return trace
}
const crossValidated = () =>
  traced([
    () => start(1),
    () => epoch(1, 1, 0.5),
    () => epoch(1, 2, 0.7),
    () => start(2),
    () => epoch(2, 1, 0.7),
    () => start('all', 2),
    () => epoch('all', 1, 0.6),
  ])

describe('a run with folds', () => {
  it('keeps the models apart', () => {
    const trace = crossValidated()
    expect(trace.models.map(({ fold }) => fold)).toEqual([1, 2, 'all'])
    expect(trace.models.map(({ epochs }) => epochs.length)).toEqual([2, 1, 1])
    expect(hasFolds(trace)).toBe(true)
    expect(modelOf(trace, '2').fold).toBe(2)
    expect(modelOf(trace, 'nonsense').fold).toBe('all')
  })

  it('counts a fold that stopped early as done, and the ones to come as long as this one', () => {
    const first = traced([() => start(1), () => epoch(1, 1, 0.5)])
    expect(first.steps).toEqual({ done: 10, total: 120 })
    // 11 epochs left of 6 seconds each.
    expect(first.secondsLeft).toBeCloseTo(66)
    expect(crossValidated().steps).toEqual({ done: 40 + 40 + 10, total: 40 + 40 + 20 })
  })

  it('draws the folds faintly and their mean, without the model that is kept', () => {
    const lines = foldSeries(crossValidated(), 'accuracy', t, 0)
    expect(lines.map(({ id }) => id)).toEqual([
      'train-1',
      'train-2',
      'train',
      'validation-1',
      'validation-2',
      'validation',
    ])
    const mean = lines.find(({ id }) => id === 'train')!.points
    expect([mean.length, mean.y(0), mean.y(1)]).toEqual([2, 0.6, 0.7])
  })

  it('ends the mean where most folds have ended', () => {
    const trace = traced([
      () => start(1),
      () => epoch(1, 1, 0.5),
      () => epoch(1, 2, 0.6),
      () => start(2),
      () => epoch(2, 1, 0.5),
      () => start(2),
    ])
    const alone = [...trace.models, ...trace.models.slice(1)]
    expect(meanLine(alone, 'train', 'accuracy').length).toBe(1)
  })
})

it('a run without folds has one model, whatever was chosen', () => {
  const trace = traced([() => start(undefined), () => epoch(undefined, 1, 0.5)])
  expect(hasFolds(trace)).toBe(false)
  expect(runSeries(trace, 'accuracy', t, 0, 'folds').map(({ id, points }) => [id, points.length])).toEqual([
    ['batch', 0],
    ['train', 1],
    ['validation', 1],
  ])
})

it('marks where a phase begins, but for the first', () => {
  const phase = (number: number, after: number): RunRecord => ({
    seq: seq++,
    t: 0,
    type: 'phase',
    phase: number,
    phases: 2,
    trainable: 'head',
    trainableParameters: 5,
    learningRate: 0.001,
    epochs: 3,
    after,
  })
  const trace = traced([
    () => start(undefined),
    () => phase(1, 0),
    () => epoch(undefined, 1, 0.5),
    () => phase(2, 1),
  ])
  expect(phaseMarks(trace.current, t)).toEqual([{ x: 1, label: 'train.phase' }])
})
