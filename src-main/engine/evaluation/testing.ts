// Runs made of predictions, for the tests of the comparison.
import {
  modelChoice,
  plan as planSchema,
  type ModelChoice,
  type Plan,
  type Run,
  type RunSummary,
} from '../../contract'
import { type JudgedRun } from './conditions'
import { evaluateProbabilities } from './evaluate-probabilities'

export interface TestRun {
  id: string
  name?: string
  /** One entry a test image: is it right? Null: the run is not finished. */
  right: readonly boolean[] | null
  hash?: string
  /** Place of the first test image in the dataset. */
  firstIndex?: number
  model?: ModelChoice
  plan?: Partial<Plan>
  seed?: number
  folds?: number
  size?: number
}

/** `yes` images that are right, then `no` that are wrong. */
export const rightWrong = (yes: number, no: number): boolean[] => [
  ...Array<boolean>(yes).fill(true),
  ...Array<boolean>(no).fill(false),
]

function evaluationOf(right: readonly boolean[], firstIndex: number) {
  const labels = right.map((_, i) => i % 2)
  const probabilities = Float32Array.from(
    right.flatMap((ok, i) => ((i % 2 === 0) === ok ? [0.75, 0.25] : [0.25, 0.75])),
  )
  const set = { probabilities, labels }
  const nothing = { probabilities: new Float32Array(0), labels: [] }
  const test = { ...set, index: labels.map((_, i) => firstIndex + i) }
  return evaluateProbabilities({ train: set, validation: nothing, test }, ['cat', 'dog'], 1)
}

export function testRun(given: TestRun): JudgedRun {
  const { id, name = id, right, hash = 'a'.repeat(64), seed = 1, size = 32 } = given
  const run: Run = {
    version: 1,
    id,
    name,
    created: '2026-01-01T00:00:00Z',
    dataset: 'pets',
    datasetName: 'Pets',
    datasetHash: hash,
    labels: ['cat', 'dog'],
    model: given.model ?? modelChoice.parse({ name: 'cnn' }),
    preprocessing: { size, resize: 'cover', scale: 1 / 255, offset: [0, 0, 0], channels: 'rgb' },
    plan: { ...planSchema.parse({ phases: [{ epochs: 5 }] }), ...given.plan },
    seed,
    folds: given.folds ?? null,
    backend: null,
    cotejo: '0.1.0',
  }
  const evaluation = right && evaluationOf(right, given.firstIndex ?? 0)
  const summary: RunSummary = {
    run: id,
    name,
    created: run.created,
    status: evaluation ? 'done' : 'running',
    reason: null,
    dataset: run.dataset,
    datasetName: run.datasetName,
    model: run.model.name === 'transfer' ? run.model.options.base : run.model.name,
    size,
    backend: 'wasm',
    seed,
    folds: given.folds ?? null,
    recipe: null,
    epochs: 5,
    epochsPlanned: 5,
    bestEpoch: null,
    stoppedEarly: false,
    parameters: null,
    trainableParameters: null,
    trainAccuracy: null,
    validationAccuracy: null,
    testAccuracy: evaluation?.test.accuracy ?? null,
    testInterval: evaluation?.testInterval ?? null,
    testCount: evaluation?.test.count ?? null,
    testLoss: null,
    uneven: null,
    balancedAccuracy: null,
    macroF1: null,
    gap: null,
    efficiency: null,
    seconds: null,
    imagesPerSecond: null,
  }
  return { run, summary, evaluation }
}
