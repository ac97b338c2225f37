// What a piece of advice changes in what was asked of a run. Pure.
import {
  augmentationPolicies,
  earlyStopping,
  phase as phaseShape,
  policyOf,
  transferOptions,
  type AdviceName,
  type Augmentation,
  type Diagnosis,
  type ModelChoice,
  type Phase,
  type RunRequest,
} from '../../src-main/contract'
import { copyOf } from '../train/from-run'

type Evidence = Diagnosis['evidence']
type Change = (request: RunRequest, evidence: Evidence, choices: Choices) => RunRequest | null

export interface Choices {
  /** Id of the base that a new model stands on. */
  base: string | undefined
}

const numberIn = (evidence: Evidence, name: string): number | null => {
  const value = evidence[name]
  return typeof value === 'number' ? value : null
}

const withPlan = (request: RunRequest, plan: Partial<RunRequest['plan']>): RunRequest => ({
  ...request,
  plan: { ...request.plan, ...plan },
})

const withPhases = (request: RunRequest, change: (phase: Phase, at: number) => Phase): RunRequest =>
  withPlan(request, { phases: request.plan.phases.map(change) })

/** The phases that had the rate in question get the one that is suggested. */
const rate: Change = (request, evidence) => {
  const [from, to] = [numberIn(evidence, 'learningRate'), numberIn(evidence, 'suggestedRate')]
  if (from === null || to === null) return null
  return withPhases(request, (one) => (one.learningRate === from ? { ...one, learningRate: to } : one))
}

function lessAugmentation(now: Augmentation): Augmentation {
  const policy = policyOf(now)
  if (policy === 'strong') return augmentationPolicies.standard
  return policy === 'light' ? augmentationPolicies.none : augmentationPolicies.light
}

/** Pictures of so few pixels bear small shifts and a mirror, not much more. */
const SMALL = 40

function withDropout(model: ModelChoice, change: (rate: number) => number): ModelChoice {
  if (model.name === 'cnn') {
    const { dropout, blockDropout } = model.options
    // A rate of a block is lowered where there is one, and not given to a network that has none.
    const ofBlocks = blockDropout > 0 ? change(blockDropout) : 0
    return { ...model, options: { ...model.options, dropout: change(dropout), blockDropout: ofBlocks } }
  }
  if (model.name === 'mlp')
    return { ...model, options: { ...model.options, dropout: change(model.options.dropout) } }
  const { head } = model.options
  return { ...model, options: { ...model.options, head: { ...head, dropout: change(head.dropout) } } }
}

function larger(model: ModelChoice, size: number): ModelChoice | null {
  if (model.name === 'mlp') {
    const hidden = model.options.hidden.map((units) => Math.min(4096, 2 * units))
    return { ...model, options: { ...model.options, hidden: hidden.length > 0 ? hidden : [256] } }
  }
  if (model.name !== 'cnn') return null
  const { filters } = model.options
  const deeper = [...filters, Math.min(1024, 2 * filters.at(-1)!)]
  // Each block halves the picture.
  const fits = deeper.length <= 8 && size >= 2 ** deeper.length
  return {
    ...model,
    options: { ...model.options, filters: fits ? deeper : filters.map((n) => Math.min(1024, 2 * n)) },
  }
}

const changes: Partial<Record<AdviceName, Change>> = {
  'lower-rate': rate,
  'raise-rate': rate,
  'warm-up': (request) =>
    withPhases(request, (one) => ({ ...one, schedule: { ...one.schedule, warmupEpochs: 1 } })),
  'more-epochs': (request, evidence) => {
    const epochs = numberIn(evidence, 'suggestedEpochs')
    const last = request.plan.phases.length - 1
    return epochs === null ? null : withPhases(request, (one, at) => (at === last ? { ...one, epochs } : one))
  },
  'more-patience': (request, evidence) => {
    const patience = numberIn(evidence, 'suggestedPatience')
    if (patience === null || !request.plan.earlyStopping) return null
    return withPlan(request, { earlyStopping: { ...request.plan.earlyStopping, patience } })
  },
  'early-stopping': (request) =>
    withPlan(request, { earlyStopping: earlyStopping.parse({}), restoreBest: true }),
  'restore-best': (request) => withPlan(request, { restoreBest: true }),
  augment: (request) =>
    withPlan(request, {
      augmentation: augmentationPolicies[(request.size ?? 0) <= SMALL ? 'light' : 'standard'],
    }),
  'less-augmentation': (request) =>
    withPlan(request, { augmentation: lessAugmentation(request.plan.augmentation) }),
  dropout: (request) => ({ ...request, model: withDropout(request.model, () => 0.3) }),
  'less-dropout': (request) => ({ ...request, model: withDropout(request.model, (one) => one / 2) }),
  'larger-model': (request) => {
    const model = larger(request.model, request.size ?? 32)
    return model && { ...request, model }
  },
  'larger-size': (request) => ({ ...request, size: Math.min(1024, 2 * (request.size ?? 32)) }),
  balance: (request) => withPlan(request, { classBalance: 'weights', classWeights: 'none' }),
  'label-smoothing': (request) => withPlan(request, { labelSmoothing: 0.1 }),
  folds: (request, evidence) => ({ ...request, folds: numberIn(evidence, 'suggestedFolds') ?? 5 }),
  'own-scaling': ({ model, ...request }) =>
    model.name === 'transfer' ? { ...request, model: { ...model, options: { ...model.options, scaling: 'own' } } } : null, // prettier-ignore
  transfer: (request, _evidence, { base }) =>
    base === undefined
      ? null
      : {
          ...withPhases(request, (one) => ({ ...one, trainable: 'head' })),
          model: { name: 'transfer', options: transferOptions.parse({ base }) },
          // What suits the base is chosen there.
          size: undefined,
        },
  'fine-tune': (request) => {
    const more = phaseShape.parse({ epochs: 10, trainable: { last: 10 }, learningRate: 1e-4 })
    return withPlan(request, { phases: [...request.plan.phases, more] })
  },
  'try-seeds': (request) => ({ ...request, seed: (request.seed ?? 1) + 1 }),
}

/** @returns the request with that one change; null where the advice is not about what is asked of a run */
export function changedBy(
  advice: AdviceName,
  request: RunRequest,
  evidence: Evidence,
  choices: Choices,
): RunRequest | null {
  return changes[advice]?.(copyOf(request), evidence, choices) ?? null
}

/** Advice that is followed among the pictures of the dataset. */
export const aboutPictures: ReadonlySet<AdviceName> = new Set([
  'settle-copies',
  'check-split',
  'more-pictures',
  'more-of-class',
  'more-test-pictures',
])
