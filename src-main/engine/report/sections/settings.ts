// A run's settings in words: its model, and its plan.
import {
  augmentation as augmentationShape,
  classBalanceOf,
  cnnOptions,
  headOptions,
  mlpOptions,
  type Augmentation,
  type Phase,
  type Plan,
  type Preprocessing,
  type Run,
  type TrainablePart,
} from '../../../contract'
import { type Words } from '../words/words'

type Options = Record<string, unknown>

/** The settings that are not the usual ones: `dropout 0.5, filters 64-128`. */
function changes(chosen: Options, usual: Options, words: Words): string[] {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return value.join('-')
    if (typeof value === 'number') return words.precise(value)
    return typeof value === 'boolean' ? words.t(value ? 'settings.yes' : 'settings.no') : String(value)
  }
  return Object.entries(chosen)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(usual[key]))
    .map(([key, value]) => `${words.t(`settings.options.${key}`)} ${text(value)}`)
}

const formatNames = {
  tfjs: 'TensorFlow.js',
  'tfjs-graph': 'TensorFlow.js',
  keras: 'Keras 3',
  h5: 'Keras 2',
} as const

/** `CNN: filters 64-128`; `MobileNetV2 1.0, pretrained on ImageNet-1k` */
export function modelText({ model, base }: Run, words: Words): string {
  if (model.name === 'imported') {
    const { origin, file, format } = model.options
    const name = words.t(`settings.origins.${origin}`)
    return words.t('settings.models.imported', { origin: name, file, format: formatNames[format] })
  }
  if (model.name !== 'transfer') {
    const usual = model.name === 'cnn' ? cnnOptions.parse({}) : mlpOptions.parse({})
    return [words.t(`settings.models.${model.name}`), ...changes(model.options, usual, words)].join(', ')
  }
  const { head, weights, scaling } = model.options
  const changed = changes(head, headOptions.parse({}), words)
  return [
    base?.title ?? model.options.base,
    weights === 'random'
      ? words.t('settings.randomWeights')
      : base?.trainedOn
        ? words.t('settings.trainedOn', { data: base.trainedOn })
        : words.t('settings.pretrained'),
    ...(scaling === 'own' ? [] : [words.t('settings.scaling', { name: scaling })]),
    ...(changed.length > 0 ? [words.t('settings.head', { options: changed.join(', ') })] : []),
  ].join(', ')
}

function partText(part: TrainablePart, words: Words): string {
  if (typeof part === 'string') return words.t(`settings.parts.${part}`)
  return 'last' in part
    ? words.t('settings.parts.last', { n: part.last })
    : words.t('settings.parts.from', { layer: part.from })
}

const optimizerNames = { adam: 'Adam', adamw: 'AdamW', sgd: 'SGD', rmsprop: 'RMSprop' } as const

function phaseText(phase: Phase, { model }: Run, words: Words): string {
  const { optimizer, learningRate, schedule, epochs, trainable, baseMode } = phase
  return [
    words.tn('settings.epochs', epochs),
    ...(model.name === 'transfer' ? [partText(trainable, words)] : []),
    ...(baseMode === 'auto' ? [] : [words.t(`settings.baseModes.${baseMode}`)]),
    `${optimizerNames[optimizer.name]} ${words.precise(learningRate)}`,
    words.t(`settings.schedules.${schedule.name}`),
    ...(schedule.warmupEpochs > 0 ? [words.t('settings.warmup', { n: schedule.warmupEpochs })] : []),
  ].join(', ')
}

export function augmentationText(augmentation: Augmentation, words: Words): string {
  const usual = augmentationShape.parse({})
  const changed = Object.entries(augmentation).filter(
    ([key, value]) => value !== usual[key as keyof Augmentation],
  )
  if (changed.length === 0) return words.t('settings.none')
  return changed
    .map(([key, value]) => {
      const name = words.t(`settings.augmentation.${key}`)
      return value === true ? name : `${name} ${words.precise(Number(value))}`
    })
    .join(', ')
}

export function preprocessingText(preprocessing: Preprocessing, words: Words): string {
  const { size, resize, scale, offset, deviation, channels } = preprocessing
  const at = (value: number): string => {
    const all = offset.map((one, i) => (value * scale + one) / (deviation?.[i] ?? 1))
    return [...new Set(all.map((one) => words.number(one, 3)))].join(' / ')
  }
  return words.t('settings.preparation', {
    size: `${size} × ${size}`,
    resize: words.t(`settings.resize.${resize}`),
    channels: channels.toUpperCase(),
    low: at(0),
    high: at(255),
  })
}

/** Name and value of each thing that a plan says, those that are as always left out. */
export function planFacts(run: Run, words: Words): [name: string, value: string][] {
  const { plan, preprocessing, seed, folds } = run
  const facts: [string, string][] = [
    [words.t('settings.preprocessing'), preprocessingText(preprocessing, words)],
  ]
  if (plan === null) return [...facts, [words.t('settings.training'), words.t('settings.elsewhere')]]
  const phases = plan.phases.map((phase) => phaseText(phase, run, words))
  const numbered = phases.map((text, at) => words.t('settings.phase', { n: at + 1, text }))
  facts.push([words.t('settings.training'), phases.length > 1 ? numbered.join('; ') : phases[0]!])
  facts.push([words.t('settings.batch'), words.number(plan.batch)])
  facts.push([words.t('settings.stopping'), stoppingText(plan, words)])
  facts.push([words.t('settings.augmentationTitle'), augmentationText(plan.augmentation, words)])
  if (plan.views !== null) facts.push([words.t('settings.views'), words.number(plan.views)])
  const balance = classBalanceOf(plan)
  if (balance !== 'none') facts.push([words.t('settings.balance'), words.t(`settings.balances.${balance}`)])
  if (plan.labelSmoothing > 0)
    facts.push([words.t('settings.smoothing'), words.number(plan.labelSmoothing, 3)])
  if (folds !== null) facts.push([words.t('settings.folds'), words.number(folds)])
  facts.push([words.t('settings.seed'), String(seed)])
  return facts
}

function stoppingText({ earlyStopping, restoreBest }: Plan, words: Words): string {
  const kept = words.t(restoreBest ? 'settings.keepsBest' : 'settings.keepsLast')
  if (!earlyStopping) return `${words.t('settings.noStopping')}; ${kept}`
  const { patience, monitor } = earlyStopping
  const after = words.tn('settings.patience', patience, { what: words.t(`settings.monitors.${monitor}`) })
  return `${after}; ${kept}`
}
