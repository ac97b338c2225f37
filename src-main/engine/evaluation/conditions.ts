// What was the same between runs and what differed. A comparison is unfair where the test images differ:
// everything else that differs is what one may want to compare, and is only said.
import {
  classBalanceOf,
  cnnOptions,
  headOptions,
  isImported,
  mlpOptions,
  planEpochs,
  type Augmentation,
  type Condition,
  type Evaluation,
  type ImportedOptions,
  type Phase,
  type Plan,
  type Preprocessing,
  type Run,
  type RunModel,
  type RunSummary,
  type TrainablePart,
  type TransferOptions,
} from '../../contract'
import { testSetKey } from './test-set'

/** A run as the comparison sees it. */
export interface JudgedRun {
  run: Run
  summary: RunSummary
  /** Null while it is not finished. */
  evaluation: Evaluation | null
}

export type EvaluatedRun = JudgedRun & { evaluation: Evaluation }

export const isEvaluated = (one: JudgedRun): one is EvaluatedRun => one.evaluation !== null

/** Whether two runs were judged on the very same pictures; for runs not judged yet, whether they would be. */
export function sameTestImages(a: JudgedRun, b: JudgedRun): boolean {
  if (a.run.datasetHash !== b.run.datasetHash) return false
  // With folds every picture is tested, in whatever parts.
  if (!a.evaluation || !b.evaluation) return (a.run.folds === null) === (b.run.folds === null)
  return testSetKey(a.evaluation.predictions) === testSetKey(b.evaluation.predictions)
}

/** JSON with the keys in order, so that equal values are equal text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** "dropout 0.5, filters 64-128": the settings that are not the usual ones. */
function changes(chosen: object, usual: object): string[] {
  return Object.entries(chosen)
    .filter(([key, value]) => canonical(value) !== canonical((usual as Record<string, unknown>)[key]))
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join('-') : String(value)}`)
}

/** "mobilenet-v2-1.0-224, head: dense 256, random weights" */
function transferText({ base, head, weights }: TransferOptions): string {
  const changed = changes(head, headOptions.parse({}))
  return [
    base,
    ...(changed.length > 0 ? [`head: ${changed.join(', ')}`] : []),
    ...(weights === 'random' ? ['random weights'] : []),
  ].join(', ')
}

/** "gatos.zip (teachable-machine, tfjs)" */
const importedText = ({ file, origin, format }: ImportedOptions): string =>
  `${file} (${origin === 'other' ? format : `${origin}, ${format}`})`

function modelText(model: RunModel): string {
  if (model.name === 'transfer') return transferText(model.options)
  if (model.name === 'imported') return importedText(model.options)
  const { name, options } = model
  const usual = name === 'cnn' ? cnnOptions.parse({}) : mlpOptions.parse({})
  return [name, ...changes(options, usual)].join(', ')
}

function partText(part: TrainablePart): string {
  if (part === 'all') return 'all'
  if (part === 'head') return 'head alone'
  return 'last' in part ? `last ${part.last} layers` : `from ${part.from}`
}

/** "head alone, adam 0.001, constant schedule"; what trains is only said where it is not everything. */
function phaseText(
  { trainable, baseMode, optimizer, learningRate, schedule }: Phase,
  parts: boolean,
): string {
  const mode = baseMode === 'auto' ? '' : `base in ${baseMode} mode, `
  const how = `${mode}${optimizer.name} ${learningRate}, ${schedule.name} schedule`
  return parts ? `${partText(trainable)}, ${how}` : how
}

function planText(plan: Plan): string {
  const parts = plan.phases.some((one) => one.trainable !== 'all')
  const phases = plan.phases.map((one) => phaseText(one, parts))
  const stopping = plan.earlyStopping && `early stopping after ${plan.earlyStopping.patience}`
  const balance = { none: null, weights: 'balanced class weights', sampling: 'balanced sampling' }
  const views = plan.views === null ? null : `${plan.views} views a picture`
  const smoothing = plan.labelSmoothing ? `label smoothing ${plan.labelSmoothing}` : null
  return [phases.join(' then '), stopping, balance[classBalanceOf(plan)], smoothing, views]
    .filter(Boolean)
    .join(', ')
}

function augmentationText(augmentation: Augmentation): string {
  const on = Object.entries(augmentation).filter(([, value]) => value !== false && value !== 0)
  return on.map(([key, value]) => (value === true ? key : `${key} ${value}`)).join(', ') || 'none'
}

function preprocessingText({ resize, channels, scale, offset, deviation }: Preprocessing): string {
  const scaled = (value: number) =>
    offset.map((o, i) => +((value * scale + o) / (deviation?.[i] ?? 1)).toFixed(3))
  const [low, high] = [scaled(0), scaled(255)]
  const range = (values: number[]) => (new Set(values).size === 1 ? `${values[0]}` : values.join('/'))
  return `${resize}, ${channels}, ${range(low)} to ${range(high)}`
}

function splitText({ evaluation, run }: JudgedRun): string {
  const data = `data ${run.datasetHash.slice(0, 8)}`
  if (run.folds !== null) return evaluation ? `${run.folds} folds, test ${evaluation.test.count} (${data})` : `${run.folds} folds (${data})` // prettier-ignore
  if (!evaluation) return data
  const { train, validation, test } = evaluation
  return `train ${train.count}, validation ${validation?.count ?? 0}, test ${test.count} (${data})`
}

/**
 * What makes a model what it is, but for the seed: runs that are equal in it differ by luck alone. What computed them
 * and whether features were kept changes the last digits and the time.
 */
export const recipeKey = ({ run }: JudgedRun): string => {
  const shared = [run.datasetHash, run.model, run.base?.sha256 ?? null, run.preprocessing]
  if (run.plan === null) return canonical(shared)
  const { classBalance, classWeights, cacheFeatures: _features, ...plan } = run.plan
  return canonical([
    ...shared,
    { ...plan, balance: classBalanceOf({ classBalance, classWeights }) },
    run.folds,
  ])
}

/** The parts of a plan that have no line of their own. */
const planWithoutLines = ({
  batch: _batch,
  augmentation: _augmentation,
  classBalance,
  classWeights,
  cacheFeatures: _cacheFeatures,
  phases,
  ...rest
}: Plan): unknown => ({
  ...rest,
  balance: classBalanceOf({ classBalance, classWeights }),
  phases: phases.map(({ epochs: _epochs, ...phase }) => phase),
})

type Line = readonly [
  name: Condition['name'],
  /** Runs with equal keys are the same in this. */
  key: (one: JudgedRun) => unknown,
  text: (one: JudgedRun) => string,
]

const ELSEWHERE = 'trained elsewhere, perhaps on these very pictures'

/** Of a model that was brought in nobody knows the plan. */
const ofPlan = (
  name: Condition['name'],
  key: (plan: Plan) => unknown,
  text: (plan: Plan) => string,
): Line => [
  name,
  ({ run: { plan } }) => plan && key(plan),
  ({ run: { plan } }) => (plan ? text(plan) : 'not known'),
]

const lines: readonly Line[] = [
  ['dataset', ({ run }) => run.datasetHash, ({ run }) => run.datasetName],
  ['seed', ({ run }) => run.seed, ({ run }) => String(run.seed)],
  [
    'size',
    ({ run }) => run.preprocessing.size,
    ({ run }) => `${run.preprocessing.size} × ${run.preprocessing.size}`,
  ],
  [
    'preprocessing',
    ({ run: { preprocessing } }) => ({ ...preprocessing, size: 0 }),
    ({ run }) => preprocessingText(run.preprocessing),
  ],
  ['origin', ({ run }) => isImported(run), ({ run }) => (isImported(run) ? ELSEWHERE : 'trained here')],
  ofPlan('plan', planWithoutLines, planText),
  ofPlan('epochs', ({ phases }) => phases.map((phase) => phase.epochs), (plan) => String(planEpochs(plan))), // prettier-ignore
  ofPlan('batch', ({ batch }) => batch, ({ batch }) => String(batch)), // prettier-ignore
  ofPlan('augmentation', ({ augmentation }) => augmentation, ({ augmentation }) => augmentationText(augmentation)), // prettier-ignore
  [
    'backend',
    ({ run, summary }) => summary.backend ?? run.backend,
    ({ run, summary }) => summary.backend ?? run.backend ?? 'not chosen yet',
  ],
  ['model', ({ run }) => run.model, ({ run }) => modelText(run.model)],
]

/** One line a condition, with each run's value in the order of `runs`. */
export function compareConditions(runs: readonly JudgedRun[]): Condition[] {
  const first = runs[0]!
  const sameImages = runs.every((one) => sameTestImages(first, one))
  const split: Condition = {
    name: 'split',
    same: sameImages && runs.every(({ run }) => run.folds === first.run.folds),
    values: runs.map(splitText),
    matters: !sameImages,
  }
  const others = lines.map(([name, key, text]): Condition => {
    const same = new Set(runs.map((one) => canonical(key(one)))).size === 1
    return { name, same, values: runs.map(text), matters: name === 'dataset' && !same }
  })
  return [others[0]!, split, ...others.slice(1)]
}
