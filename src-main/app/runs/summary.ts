// A run in one line, from what was asked (run.json), what happened (history.jsonl) and what came out (evaluation.json).
import { z } from 'zod'
import {
  errorCodes,
  evaluation,
  isImported,
  planEpochs,
  type Run,
  type RunStatus,
  type RunSummary,
} from '../../contract'
import type { HistoryDigest } from './digest'

/** The parts of evaluation.json that a summary needs: its predictions can be long. */
export const evaluationSummary = evaluation.pick({
  train: true,
  validation: true,
  test: true,
  testInterval: true,
  gap: true,
  uneven: true,
  balancedAccuracy: true,
  macroF1: true,
})
export type EvaluationSummary = z.infer<typeof evaluationSummary>

/** Where a run is that the history cannot tell: in the queue, or with the engine. */
export type Activity = 'queued' | 'active' | 'none'

/** What holds for a run without an end record that nobody runs. */
export const LOST = 'The program ended while this run was not finished.'

/** Only what has a name: the rest is told in English. */
function causeOf({ end }: HistoryDigest): RunSummary['cause'] {
  if (end === null) return { code: 'program-ended' }
  const code = z.enum(errorCodes).safeParse(end.code)
  return code.success ? { code: code.data, ...(end.detail && { detail: end.detail }) } : null
}

function statusOf(digest: HistoryDigest, activity: Activity): RunStatus {
  if (activity === 'queued') return 'queued'
  if (activity === 'active') return digest.paused ? 'paused' : 'running'
  return digest.end?.status ?? 'crashed'
}

/**
 * @param run with the name that the user gave last
 * @param result null until the run was evaluated
 */
export function summarize(
  run: Run,
  digest: HistoryDigest,
  result: EvaluationSummary | null,
  activity: Activity,
): RunSummary {
  const status = statusOf(digest, activity)
  const parameters = digest.start?.parameters ?? null
  const testAccuracy = result?.test.accuracy ?? null
  const ended = activity === 'none'
  const imported = isImported(run)
  return {
    run: run.id,
    name: run.name,
    created: run.created,
    status,
    reason: ended ? (digest.end?.reason ?? (digest.end === null ? LOST : null)) : null,
    cause: ended ? causeOf(digest) : null,
    dataset: run.dataset,
    datasetName: run.datasetName,
    model: run.model.name === 'transfer' ? run.model.options.base : run.model.name,
    size: run.preprocessing.size,
    backend: digest.start?.backend ?? run.backend,
    seed: run.seed,
    folds: run.folds,
    recipe: run.recipe ?? null,
    epochs: run.folds === null ? (digest.lastEpoch?.epoch ?? 0) : digest.epochs,
    // A model a fold, and the one that is kept.
    epochsPlanned: run.plan === null ? 0 : planEpochs(run.plan) * (run.folds === null ? 1 : run.folds + 1),
    bestEpoch: digest.end?.bestEpoch ?? digest.bestEpoch,
    stoppedEarly: digest.end?.stoppedEarly ?? false,
    parameters,
    trainableParameters: digest.trainableParameters,
    // On pictures that others trained on, a model that was brought in has neither been trained nor tested.
    trainAccuracy: imported ? null : (result?.train.accuracy ?? digest.lastEpoch?.train.accuracy ?? null),
    validationAccuracy: imported
      ? null
      : (result?.validation?.accuracy ?? digest.lastEpoch?.validation?.accuracy ?? null),
    testAccuracy,
    testInterval: result?.testInterval ?? null,
    testCount: result?.test.count ?? null,
    testLoss: result?.test.loss ?? null,
    uneven: result?.uneven ?? null,
    balancedAccuracy: result?.balancedAccuracy ?? null,
    macroF1: result?.macroF1 ?? null,
    gap: imported ? null : (result?.gap ?? null),
    efficiency: testAccuracy !== null && parameters ? testAccuracy / (parameters / 1e6) : null,
    seconds: digest.end?.seconds ?? digest.epochSeconds,
    imagesPerSecond: digest.imagesPerSecond,
  }
}
