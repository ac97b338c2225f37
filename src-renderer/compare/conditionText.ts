// The value of a condition of one run, in the user's language: what was the same between runs, and what differed.
import {
  classBalanceOf,
  isImported,
  planEpochs,
  type AskedRun,
  type ComparedRun,
  type Condition,
  type Plan,
} from '../../src-main/contract'
import { type useText } from '../format/useText'
import { changesText, modelText, phaseText, scalingName } from '../run/settingsRows'

type Text = ReturnType<typeof useText>

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

function planText(plan: Plan, { model }: AskedRun, text: Text): string {
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
  const { plan } = asked
  const unknown = t('contestant.unknown')
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
      return `${t(`import.modes.${asked.preprocessing.resize}.name`)}, ${scalingName(asked.preprocessing, text)}`
    case 'origin':
      return t(isImported(asked) ? 'contestant.elsewhere' : 'contestant.here')
    case 'plan':
      return plan ? planText(plan, asked, text) : unknown
    case 'epochs':
      return plan ? f.value.number(planEpochs(plan)) : unknown
    case 'batch':
      return plan ? f.value.number(plan.batch) : unknown
    case 'augmentation':
      return plan ? changesText(plan, text) : unknown
    case 'backend':
      return run.backend ?? asked.backend ?? '–'
    case 'model':
      return modelText(asked, text)
  }
}
