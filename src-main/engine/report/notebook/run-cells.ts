// The cells of one run: what it is, its model, its training, its test.
import { classBalanceOf, type Phase, type TrainedRun, type TrainablePart } from '../../../contract'
import { augments } from '../../training/augment/views'
import { letterOf } from '../../../../src-charts/looks'
import { type ReportedRun } from '../facts/gather'
import { escapeMarkdown } from '../markdown/escape'
import { planFacts, modelText } from '../sections/settings'
import { type Words } from '../words/words'
import { augmentationLayers, differences, mixingArguments } from './augment-code'
import { codeCell, markdownCell, type Cell } from './cells'
import { modelLines } from './model-code'
import { isConstant, optimizerCode, rateCode, stoppingCode } from './plan-code'
import { pythonBool, pythonComment, pythonNumber, pythonText } from './python'

/** Whether a run needs `Batches`, `Rate`, `KeepBest`. */
export const needsBatches = ({ plan }: TrainedRun): boolean =>
  augments(plan.augmentation) || classBalanceOf(plan) === 'sampling'
export const needsRate = ({ plan }: TrainedRun): boolean =>
  plan.phases.some(({ schedule }) => !isConstant(schedule))
export const needsKeepBest = ({ plan }: TrainedRun): boolean =>
  stoppingCode(plan)?.startsWith('KeepBest') ?? false

/** A way for a base to run while it trains: with Keras, as at inference is `training=False`. */
function asAtInference({ baseMode }: Phase, { model }: TrainedRun): boolean {
  const pretrained = model.name === 'transfer' && model.options.weights === 'pretrained'
  return baseMode === 'auto' ? pretrained : baseMode === 'inference'
}

function trainableLines(part: TrainablePart): string[] {
  if (part === 'all') return ['base.trainable = True']
  if (part === 'head') return ['base.trainable = False']
  const first =
    'last' in part
      ? `max(0, len(base.layers) - ${part.last})`
      : `[layer.name for layer in base.layers].index(${pythonText(part.from)})`
  return ['base.trainable = True', `for layer in base.layers[:${first}]:`, '    layer.trainable = False']
}

/** The lines of a phase. */
function phaseLines(
  run: TrainedRun,
  phase: Phase,
  number: number,
  validates: boolean,
  words: Words,
): string[] {
  const { plan, model } = run
  const lines: string[] = []
  if (plan.phases.length > 1)
    lines.push(`# ${pythonComment(words.t('notebook.comments.phase', { n: number }))}`)
  if (model.name === 'transfer') lines.push(...trainableLines(phase.trainable))
  const smoothing = plan.labelSmoothing > 0 ? `label_smoothing=${pythonNumber(plan.labelSmoothing)}` : ''
  const metrics = ['"accuracy"']
  if (smoothing) metrics.push('keras.metrics.CategoricalCrossentropy(name="plain_loss")')
  lines.push(
    'model.compile(',
    `    optimizer=${optimizerCode(phase.optimizer, rateCode(phase, 'steps'))},`,
    `    loss=keras.losses.CategoricalCrossentropy(${smoothing}),`,
    `    metrics=[${metrics.join(', ')}],`,
    ')',
  )
  const batches = needsBatches(run)
  const weighs = classBalanceOf(plan) === 'weights'
  const data = batches
    ? [`    Batches(x, Y, train, ${plan.batch}, seed + ${number}${batchArguments(run)}),`]
    : [`    x[train], Y[train], batch_size=${plan.batch},${weighs ? ' class_weight=class_weight,' : ''}`]
  lines.push(
    'history.append(model.fit(',
    ...data,
    `    epochs=${phase.epochs},${validates ? ' validation_data=(x[validate], Y[validate]),' : ''}`,
    `    callbacks=[${validates && stoppingCode(plan) ? 'stopping' : ''}], verbose=2,`,
    '))',
  )
  return lines
}

function batchArguments({ plan }: TrainedRun): string {
  const balance = classBalanceOf(plan)
  return [
    balance === 'weights' ? ', class_weight=class_weight' : '',
    balance === 'sampling' ? `, balanced=${pythonBool(true)}` : '',
    augmentationLayers(plan.augmentation).length > 0 ? ', augment=augment' : '',
    mixingArguments(plan.augmentation),
  ].join('')
}

/** `train_a(train, validate, seed)` → model and history. */
function trainingCode(run: TrainedRun, letter: string, validates: boolean, words: Words): string {
  const { plan } = run
  const stopping = validates ? stoppingCode(plan) : null
  const layers = augmentationLayers(plan.augmentation)
  const body = [
    'keras.utils.set_random_seed(seed)',
    `x = X[${run.preprocessing.size}, "${run.preprocessing.resize}"]`,
    `model${run.model.name === 'transfer' ? ', base' : ''} = build_${letter}()`,
    ...(needsRate(run) ? [`steps = math.ceil(len(train) / ${plan.batch})`] : []),
    ...(classBalanceOf(plan) === 'weights'
      ? [
          'counts = np.bincount(y_labels[train], minlength=len(LABELS))',
          'class_weight = {c: len(train) / ((counts > 0).sum() * n) for c, n in enumerate(counts) if n}',
        ]
      : []),
    ...(layers.length > 0 ? ['augment = [', ...layers.map((layer) => `    ${layer},`), ']'] : []),
    ...(stopping ? [`stopping = ${stopping}`] : []),
    'history = []',
    ...plan.phases.flatMap((phase, at) => ['', ...phaseLines(run, phase, at + 1, validates, words)]),
    '',
    'return model, history',
  ]
  return [
    `def train_${letter}(train, validate, seed):`,
    ...body.map((line) => (line ? `    ${line}` : '')),
  ].join('\n')
}

function buildCode(run: TrainedRun, letter: string, weights: string | null): string {
  const inference = run.plan.phases.some((phase) => asAtInference(phase, run))
  const training = run.model.name === 'transfer' && inference ? ', training=False' : ''
  const lines = modelLines(run, weights, training)
  const what = run.model.name === 'transfer' ? 'model, base' : 'model'
  return [`def build_${letter}():`, ...[...lines, `return ${what}`].map((line) => `    ${line}`)].join('\n')
}

/** Where Keras does something else than Cotejo did, one line each. */
function differencesOf(run: TrainedRun, words: Words): string[] {
  const modes = new Set(run.plan.phases.map((phase) => asAtInference(phase, run)))
  const keys = [
    'random',
    ...differences(run.plan.augmentation),
    ...(run.plan.views !== null && augments(run.plan.augmentation) ? ['views'] : []),
    ...(run.model.name === 'transfer' && modes.size > 1 ? ['modes'] : []),
    ...(run.folds === null ? [] : ['folds']),
  ]
  return keys.map((key) => words.t(`notebook.differs.${key}`))
}

export interface RunCells {
  reported: ReportedRun & { run: TrainedRun }
  /** Python statement that loads the base's weights. */
  weights: string | null
  /** Python list of folds, of a cross-validation. */
  folds: string | null
  /** Lines that say what the base's weights are and where they come from. */
  about: readonly string[]
  validates: boolean
  words: Words
}

export function runCells({ reported, weights, folds, about, validates, words }: RunCells): Cell[] {
  const { run, place, evaluation } = reported
  const sign = letterOf(place)
  const letter = sign.toLowerCase()
  const facts = [[words.t('settings.model'), modelText(run, words)] as const, ...planFacts(run, words)]
  const heading = [
    `## ${sign} · ${escapeMarkdown(run.name)}`,
    '',
    ...facts.map(([name, value]) => `- **${escapeMarkdown(name)}**: ${escapeMarkdown(value)}`),
    ...about,
    '',
    words.t('notebook.headings.differs'),
    '',
    ...differencesOf(run, words).map((line) => `- ${line}`),
  ].join('\n')
  const parameters = reported.compared.parameters
  const check =
    parameters === null
      ? ''
      : `\n\nprint(build_${letter}()${run.model.name === 'transfer' ? '[0]' : ''}.count_params(), "=", ${parameters})`
  const test = [
    `parts = ${folds ?? '[(TRAIN, VALIDATE, TEST)]'}`,
    `RESULTS[${pythonText(sign)}] = experiment(`,
    `    ${pythonText(run.name)}, train_${letter}, X[${run.preprocessing.size}, "${run.preprocessing.resize}"], parts, seed=${run.seed},`,
    `    reported=${reportedCode(evaluation)},`,
    ')',
  ].join('\n')
  return [
    markdownCell(`run-${letter}`, heading),
    codeCell(`model-${letter}`, `${buildCode(run, letter, weights)}${check}`),
    codeCell(`plan-${letter}`, trainingCode(run, letter, validates, words)),
    codeCell(`test-${letter}`, test),
  ]
}

function reportedCode(evaluation: ReportedRun['evaluation']): string {
  if (!evaluation) return 'None'
  const { test, testInterval } = evaluation
  const [accuracy, low, high] = [test.accuracy, testInterval.low, testInterval.high].map((one) =>
    one.toFixed(6),
  )
  return `(${accuracy}, ${low}, ${high})`
}
