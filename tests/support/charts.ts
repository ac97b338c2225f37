// Every chart with data that is like real data, seeded: what the tests draw, and what is looked at.
import {
  chartNumbers,
  chartWords,
  classCounts,
  confusionMatrix,
  embeddingMap,
  matrixDifference,
  pareto,
  perClass,
  pictureSpread,
  precisionRecallCurves,
  printTheme,
  ranking,
  reliability,
  rocCurves,
  trainingCurves,
  type ChartContext,
  type ClassCurve,
  type Draw,
} from '../../src-charts'
import { type ReportLanguage } from '../../src-main/contract'

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const context = (
  language: ReportLanguage = 'en',
  purpose: ChartContext['purpose'] = 'file',
  width = 720,
): ChartContext => ({
  words: chartWords(language),
  numbers: chartNumbers(language),
  theme: printTheme,
  purpose,
  width,
})

export const nastyName = '<img src=x onerror=alert(1)> {b} {m|x} & "q"\u0007\u202E'
const names = ['CNN from scratch', 'MobileNetV2', nastyName, 'MLP', 'EfficientNetB0', 'ResNet50']
export const labels = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  '{a|b} <b>',
]

/** The parts of a comparison of some runs. */
export function sampleRuns(count: number, epochs = 30) {
  const random = seeded(7)
  return Array.from({ length: count }, (_, place) => {
    const goal = 0.62 + 0.3 * random()
    const interval = { low: goal - 0.04, high: goal + 0.035 }
    return {
      id: `run-${place}`,
      place,
      name: names[place] ?? `Run number ${place + 1}`,
      accuracy: { value: goal, interval },
      cost: 10 ** (4 + 4 * random()),
      epochs: Array.from({ length: epochs }, (_, at) => {
        const done = 1 - Math.exp((-4 * (at + 1)) / epochs)
        const set = (drop: number) => ({
          accuracy: (goal - drop) * done + 0.02 * random(),
          loss: 2.3 * (1 - done) + 0.4 + drop + 0.05 * random(),
          count: 1000,
        })
        return { epoch: at + 1, train: set(-0.06), validation: set(0.02), seconds: 3 }
      }),
      classes: labels.map((name, at) => {
        const figure = () => {
          const value = Math.min(0.99, Math.max(0.05, goal - 0.15 + 0.3 * random()))
          return { value, interval: { low: Math.max(0, value - 0.09), high: Math.min(1, value + 0.07) } }
        }
        return { name, count: 90 + at, recall: figure(), precision: figure(), f1: figure() }
      }),
      calibration: {
        overconfidence: 0.06,
        bins: Array.from({ length: 15 }, (_, at) => {
          const confidence = (at + 0.5) / 15
          const accuracy = Math.min(1, confidence ** 1.2)
          return {
            low: at / 15,
            high: (at + 1) / 15,
            count: at < 2 ? 0 : Math.round(20 + at * at * 3 * random()),
            confidence: at < 2 ? null : confidence,
            accuracy: at < 2 ? null : accuracy,
            interval:
              at < 2 ? null : { low: Math.max(0, accuracy - 0.08), high: Math.min(1, accuracy + 0.07) },
          }
        }),
      },
      confusion: labels.map((_, row) =>
        labels.map((_, column) => Math.round(row === column ? 60 + 30 * random() : 8 * random() ** 3)),
      ),
    }
  })
}

/** A curve from (0, 0) to (1, 1), bent upwards. */
const bent = (by: number) => {
  const x = Array.from({ length: 101 }, (_, at) => at / 100)
  return { x, y: x.map((value) => value ** by) }
}

const curves = (): ClassCurve[] =>
  sampleRuns(3).map(({ name, place }) => ({
    name,
    place,
    lettered: true,
    curve: bent(0.12 + 0.1 * place),
    area: 1 / (1.12 + 0.1 * place),
  }))

export function sampleMap(count: number) {
  const random = seeded(3)
  const centre = labels.map(() => [20 * random(), 20 * random()])
  const label = Array.from({ length: count }, () => Math.floor(labels.length * random()))
  return {
    run: 'run-0',
    method: 'umap' as const,
    labels,
    index: label.map((_, at) => at),
    label,
    predicted: label.map((one) => (random() < 0.08 ? Math.floor(labels.length * random()) : one)),
    x: label.map((one) => centre[one]![0]! + 2 * (random() + random() - 1)),
    y: label.map((one) => centre[one]![1]! + 2 * (random() + random() - 1)),
    total: 10_000,
    trainedOn: false,
  }
}

/** Each chart by name. */
export function sampleCharts(runCount = 4): Record<string, Draw> {
  const runs = sampleRuns(runCount)
  const [a, b] = runs
  return {
    accuracy: (c) => trainingCurves({ runs, value: 'accuracy', sets: ['train', 'validation'] }, c),
    loss: (c) => trainingCurves({ runs, value: 'loss', sets: ['validation'] }, c),
    ranking: (c) =>
      ranking(
        runs.map((run, at) => (at === 1 ? { ...run, seeds: [0.7, 0.72, 0.76] } : run)),
        c,
      ),
    pareto: (c) => pareto({ runs, cost: 'parameters' }, c),
    seconds: (c) =>
      pareto({ runs: runs.map((run) => ({ ...run, cost: run.cost / 1e4 })), cost: 'seconds' }, c),
    recall: (c) => perClass({ runs: runs.slice(0, 3), figure: 'recall' }, c),
    roc: (c) => rocCurves(curves(), 'cat', c),
    'precision-recall': (c) =>
      precisionRecallCurves(
        curves().map((one) => ({ ...one, curve: { x: one.curve.x, y: one.curve.y.toReversed() } })),
        'cat',
        c,
      ),
    reliability: (c) => reliability(runs.slice(0, 2), c),
    confusion: (c) => confusionMatrix({ labels, confusion: a!.confusion, about: a!.name }, c),
    difference: (c) => matrixDifference({ labels, a: a!, b: b! }, c),
    counts: (c) =>
      classCounts(
        labels.map((name, at) => ({ name, train: 300 - 20 * at, validation: 40, test: 60 + at })),
        c,
      ),
    map: (c) => embeddingMap(sampleMap(600), c),
    spread: (c) =>
      pictureSpread(
        {
          side: { counts: [0, 3, 40, 21, 0, 7], edges: [0, 64, 128, 256, 512, 1024, 2048] },
          aspect: { counts: [2, 9, 60, 0], edges: [0.5, 0.75, 1, 1.5, 2] },
          brightness: { counts: [0, 1, 30, 40], edges: [0, 64, 128, 192, 256] },
        },
        c,
      ),
  }
}
