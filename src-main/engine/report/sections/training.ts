// How the training went: curves, what they say, and the figures of each run.
import { letterOf, trainingCurves } from '../../../../src-charts'
import { diagnosisName, diagnosisText, evidenceFormat, type Diagnosis } from '../../../contract'
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

interface Found {
  run: ReportedRun
  one: Diagnosis
}

/** Findings of the same kind in one box, in the order in which the contract tells them. */
function findings({ runs }: ReportFacts): Found[][] {
  const byName = new Map<Diagnosis['name'], Found[]>()
  for (const run of runs)
    for (const one of run.compared.diagnosis)
      byName.set(one.name, [...(byName.get(one.name) ?? []), { run, one }])
  return diagnosisName.options.flatMap((name) => (byName.has(name) ? [byName.get(name)!] : []))
}

const tones = ['warning', 'info', 'good'] as const

function findingBlock(found: readonly Found[], { words, runs }: ReportFacts): Block {
  const told = found.map(({ run, one }) => ({
    run,
    ...diagnosisText(one, words.language, evidenceFormat(words.language)),
  }))
  const several = told.length > 1
  return {
    kind: 'callout',
    tone: tones.find((tone) => found.some(({ one }) => one.severity === tone))!,
    label: runs.length > 1 ? words.list(told.map(({ run }) => runName(run))) : words.t('training.finding'),
    title: told[0]!.title,
    text: told.map(({ run, seen }): Text =>
      several ? [{ text: `${letterOf(run.place)}: `, bold: true }, seen] : seen,
    ),
    advice: [...new Set(told.flatMap(({ advice }) => advice.filter(Boolean).slice(0, 3)))].slice(0, 4),
  }
}

export function trainingSection(facts: ReportFacts): Section {
  const { words } = facts
  const told = findings(facts).map((found) => findingBlock(found, facts))
  return {
    id: 'training',
    title: words.t('sections.training'),
    blocks: [
      ...curves(facts),
      table(facts),
      ...(told.length > 0
        ? [{ kind: 'heading', text: words.t('training.diagnosis') } as const, ...told]
        : []),
    ],
  }
}
