// How the training went: curves, what they say, and the figures of each run.
import { trainingCurves } from '../../../../src-charts'
import { diagnosisText, evidenceFormat, type Diagnosis } from '../../../contract'
import { type Block, type Section, type Text } from '../document/document'
import { type ReportFacts, type ReportedRun } from '../facts/gather'
import { chartRun } from './charts'
import { runName } from './names'
import { withoutEmpty } from './tables'

function curves({ runs }: ReportFacts): Block[] {
  const data = runs.map((one) => ({ ...chartRun(one), epochs: one.compared.epochsHistory }))
  if (data.every(({ epochs }) => epochs.length === 0)) return []
  const validates = data.some(({ epochs }) => epochs.some(({ validation }) => validation !== null))
  const sets = validates ? (['train', 'validation'] as const) : (['train'] as const)
  return (['accuracy', 'loss'] as const).map((value) => ({
    kind: 'figure' as const,
    name: `curves-${value}`,
    half: true,
    draw: (context) => trainingCurves({ runs: data, value, sets }, context),
  }))
}

function table({ runs, words }: ReportFacts): Block {
  const percent = (value: number | null) => (value === null ? '–' : words.percent(value))
  const right = (key: string) => ({ title: words.t(key), align: 'right' as const })
  return withoutEmpty({
    kind: 'table',
    caption: words.t('training.table'),
    columns: [
      { title: words.t('columns.model') },
      right('columns.epochs'),
      right('columns.best'),
      right('columns.train'),
      right('columns.validation'),
      right('columns.test'),
      right('columns.gap'),
      right('columns.time'),
    ],
    rows: runs.map((one): Text[] => {
      const {
        epochs,
        epochsPlanned,
        bestEpoch,
        trainAccuracy,
        validationAccuracy,
        testAccuracy,
        gap,
        seconds,
      } = one.compared
      return [
        [{ text: runName(one), bold: true }],
        words.t('training.epochsOf', { epochs, planned: epochsPlanned }),
        bestEpoch === null ? '–' : words.number(bestEpoch),
        percent(trainAccuracy),
        percent(validationAccuracy),
        percent(testAccuracy),
        gap === null ? '–' : words.t('pointsOf', { points: words.points(gap) }),
        seconds === null ? '–' : words.duration(seconds),
      ]
    }),
    note: words.t('training.note'),
  })
}

function finding(one: Diagnosis, run: ReportedRun, { words, runs }: ReportFacts): Block {
  const { title, seen, advice } = diagnosisText(one, words.language, evidenceFormat(words.language))
  return {
    kind: 'callout',
    tone: one.severity,
    label: runs.length > 1 ? runName(run) : words.t('training.finding'),
    title,
    text: [seen],
    advice: advice.filter(Boolean).slice(0, 3),
  }
}

export function trainingSection(facts: ReportFacts): Section {
  const { words, runs } = facts
  const findings = runs.flatMap((run) => run.compared.diagnosis.map((one) => finding(one, run, facts)))
  return {
    id: 'training',
    title: words.t('sections.training'),
    blocks: [
      ...curves(facts),
      table(facts),
      ...(findings.length > 0
        ? [{ kind: 'heading', text: words.t('training.diagnosis') } as const, ...findings]
        : []),
    ],
  }
}
