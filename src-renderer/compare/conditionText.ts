// The value of a condition of one run, in the user's language: what was the same between runs, and what differed.
import {
  classBalanceOf,
  pixelScalings,
  planEpochs,
  type AskedRun,
  type ComparedRun,
  type Condition,
  type NamedScaling,
} from '../../src-main/contract'
import { type useText } from '../format/useText'
import { changesText, modelText, phaseText } from '../run/settingsRows'

type Text = ReturnType<typeof useText>

/** The name of a scaling, where it is one of those that have a name. */
function scalingText({ preprocessing }: AskedRun, { t }: Text): string {
  const same = (name: string): boolean => {
    const known = pixelScalings[name as NamedScaling]
    return (
      Math.abs(known.scale - preprocessing.scale) < 1e-9 &&
      known.channels === preprocessing.channels &&
      known.offset.every((value, at) => Math.abs(value - preprocessing.offset[at]!) < 1e-6)
    )
  }
  const name = Object.keys(pixelScalings).find(same)
  return name ? t(`train.scalings.${name}`) : preprocessing.channels.toUpperCase()
}

function splitText({ evaluation, asked }: ComparedRun, { t, f }: Text): string {
  const data = t('compare.dataVersion', { hash: asked.datasetHash.slice(0, 8) })
  if (!evaluation) return asked.folds === null ? data : t('run.foldsOf', { folds: asked.folds })
  if (asked.folds !== null) return t('run.foldsOf', { folds: asked.folds })
  const n = (value: number | undefined): string => f.value.number(value ?? 0)
  return `${t('compare.splitOf', {
    train: n(evaluation.train.count),
    validation: n(evaluation.validation?.count),
    test: n(evaluation.test.count),
  })}, ${data}`
}

function planText({ plan, model }: AskedRun, text: Text): string {
  const { t, tn, f } = text
  const parts = model.name === 'transfer' || plan.phases.length > 1
  const balance = classBalanceOf(plan)
  return [
    ...plan.phases.map((phase) => phaseText(phase, parts, text)),
    ...(plan.earlyStopping
      ? [`${t('train.earlyStopping').toLowerCase()} (${f.value.number(plan.earlyStopping.patience)})`]
      : []),
    ...(balance === 'none' ? [] : [t(`train.balances.${balance}`).toLowerCase()]),
    ...(plan.labelSmoothing
      ? [`${t('train.labelSmoothing').toLowerCase()} ${f.value.number(plan.labelSmoothing, 3)}`]
      : []),
    ...(plan.views === null ? [] : [tn('train.viewsOf', plan.views)]),
  ].join('; ')
}

/** What a condition is for this run. */
export function conditionText(name: Condition['name'], run: ComparedRun, text: Text): string {
  const { t, f } = text
  const { asked } = run
  switch (name) {
    case 'dataset':
      return asked.datasetName
    case 'split':
      return splitText(run, text)
    case 'seed':
      return String(asked.seed)
    case 'size':
      return t('data.pixels', { size: asked.preprocessing.size })
    case 'preprocessing':
      return `${t(`import.modes.${asked.preprocessing.resize}.name`)}, ${scalingText(asked, text)}`
    case 'plan':
      return planText(asked, text)
    case 'epochs':
      return f.value.number(planEpochs(asked.plan))
    case 'batch':
      return f.value.number(asked.plan.batch)
    case 'augmentation':
      return changesText(asked, text)
    case 'backend':
      return run.backend ?? asked.backend ?? '–'
    case 'model':
      return modelText(asked, text)
  }
}
