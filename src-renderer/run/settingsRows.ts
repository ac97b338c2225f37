// What was asked of a run, as names and values in the user's language.
import {
  classBalanceOf,
  isWrongScaling,
  namedScaling,
  policyOf,
  scalingNamed,
  type AskedRun,
  type Phase,
  type Plan,
  type Run,
  type TransferOptions,
} from '../../src-main/contract'
import { type useText } from '../format/useText'
import { cnnText, headText, mlpText } from './optionsText'
import { partText } from './partText'

type Text = ReturnType<typeof useText>
type Row = readonly [name: string, value: string]

function scalingText({ scaling }: TransferOptions, base: NonNullable<AskedRun['base']>, { t }: Text): string {
  const text = t(`train.scalings.${scalingNamed(base.architecture, scaling)}`)
  return isWrongScaling(base.architecture, scaling)
    ? `${text} (${t('train.scalingsWrong').toLowerCase()})`
    : text
}

function modelRows({ model, base }: AskedRun, text: Text): Row[] {
  const { t } = text
  if (model.name === 'imported') {
    const { file, format, origin, labels } = model.options
    return [
      [t('run.settings.model'), `${file} (${t(`contestant.formats.${format}`)})`],
      [t('contestant.origin'), t(`contestant.origins.${origin}`)],
      [t('contestant.ownClasses'), labels.join(', ')],
    ]
  }
  if (model.name !== 'transfer' || !base) {
    const name = t('run.settings.model')
    if (model.name === 'cnn') return [[name, `CNN: ${cnnText(model.options, text)}`]]
    return [[name, model.name === 'mlp' ? `MLP: ${mlpText(model.options, text)}` : model.name]]
  }
  return [
    [t('train.base'), `${base.title} (${base.id})`],
    [t('train.weightsLabel'), t(`train.weights.${model.options.weights}`)],
    [t('run.settings.head'), headText(model.options, text)],
    [t('train.scaling'), scalingText(model.options, base, text)],
  ]
}

/** The model in one line. */
export const modelText = (run: AskedRun, text: Text): string =>
  modelRows(run, text)
    .map(([, value]) => value)
    .join('; ')

function rateText({ learningRate, schedule, optimizer }: Phase, { t, f }: Text): string {
  const rate = f.value.number(learningRate, 8)
  return `${optimizer.name}, ${t('train.learningRate').toLowerCase()} ${rate}, ${t(`train.schedules.${schedule.name}`)}`
}

/**
 * What a phase does, in one line.
 *
 * @param parts whether it says what trains
 */
export function phaseText(phase: Phase, parts: boolean, text: Text): string {
  const { t } = text
  const { trainable, baseMode } = phase
  return [
    ...(parts ? [partText(trainable, text)] : []),
    ...(baseMode === 'auto'
      ? []
      : [`${t('train.baseMode')}: ${t(`train.baseModes.${baseMode}`).toLowerCase()}`]),
    rateText(phase, text),
  ].join(', ')
}

/** One row a phase; where there is one phase of a model from scratch, its optimizer and rate. */
function phaseRows({ model }: AskedRun, plan: Plan, text: Text): Row[] {
  const { t, f } = text
  const epochs = f.value.number(plan.phases.reduce((sum, one) => sum + one.epochs, 0))
  if (model.name !== 'transfer' && plan.phases.length === 1) {
    const [phase] = plan.phases
    return [
      [t('train.epochs'), epochs],
      [t('train.optimizer'), phase!.optimizer.name],
      [
        t('train.learningRate'),
        `${f.value.number(phase!.learningRate, 8)}, ${t(`train.schedules.${phase!.schedule.name}`)}`,
      ],
    ]
  }
  const rows = plan.phases.map((phase, at): Row => {
    const { trainable, baseMode, epochs } = phase
    const parts = [
      partText(trainable, text),
      ...(baseMode === 'auto'
        ? []
        : [`${t('train.baseMode')}: ${t(`train.baseModes.${baseMode}`).toLowerCase()}`]),
      `${t('train.epochs')}: ${f.value.number(epochs)}`,
      rateText(phase, text),
    ]
    return [t('train.phase', { n: at + 1 }), parts.join('; ')]
  })
  return [[t('train.epochs'), epochs], ...rows]
}

/** The random changes to pictures, in one line. */
export function changesText({ augmentation }: Plan, { t, f }: Text): string {
  const { flip, ...amounts } = augmentation
  const changed = Object.entries(amounts).filter(([, amount]) => amount > 0)
  const policy = policyOf(augmentation)
  const changes = [
    ...(flip ? [t('train.augment.flip')] : []),
    ...changed.map(([name, amount]) => `${t(`train.augment.${name}`)} ${f.value.number(amount, 3)}`),
  ]
  if (changes.length === 0) return t('train.augmentNone')
  return `${policy === 'custom' ? '' : `${t(`train.policies.${policy}.name`)}: `}${changes.join(', ')}`
}

/** The name of a scaling, where it is one of those that have a name. */
export function scalingName(preprocessing: AskedRun['preprocessing'], { t }: Text): string {
  const name = namedScaling(preprocessing)
  return name ? t(`train.scalings.${name}`) : preprocessing.channels.toUpperCase()
}

export function settingsRows(run: Run, text: Text): Row[] {
  const { t, tn, f } = text
  const { preprocessing, plan } = run
  const size = t('data.pixels', { size: preprocessing.size })
  const resize = t(`import.modes.${preprocessing.resize}.name`).toLowerCase()
  const both: Row[] = [...modelRows(run, text), [t('train.size'), `${size}, ${resize}`]]
  if (plan === null)
    return [
      ...both,
      [t('train.scaling'), scalingName(preprocessing, text)],
      [t('contestant.training'), t('contestant.elsewhere')],
    ]
  return [
    ...both,
    ...phaseRows(run, plan, text),
    [t('train.batch'), f.value.number(plan.batch)],
    [t('train.augmentTitle'), changesText(plan, text)],
    ...(plan.views === null ? [] : [[t('train.views'), tn('train.viewsOf', plan.views)] as const]),
    ...(run.folds === null ? [] : [[t('train.testedOn'), t('run.foldsOf', { folds: run.folds })] as const]),
    [t('train.balance'), t(`train.balances.${classBalanceOf(plan)}`)],
    [t('train.earlyStopping'), plan.earlyStopping ? t('common.yes') : t('common.no')],
    [t('train.seed'), String(run.seed)],
    [t('run.settings.version'), `Cotejo ${run.cotejo}`],
  ]
}
