// The figures of the test: overall, class by class, in matrices, and how far confidence can be trusted.
import {
  confusionMatrix,
  matrixDifference,
  pareto,
  perClass,
  reliability,
  type ClassFigure,
} from '../../../../src-charts'
import { type Figure as Value, type FigureName, type Interval } from '../../../contract'
import { type Block, type Section, type Text } from '../document/document'
import { type ReportFacts, type ReportedRun } from '../facts/gather'
import { accuracyOf, chartRun } from './charts'
import { withoutEmpty } from './tables'
import { rankedRuns, runName } from './names'

/** Figures in the table, in its order; those that are a loss or an error are not percentages. */
const shown: readonly FigureName[] = [
  'accuracy',
  'balancedAccuracy',
  'precisionMacro',
  'recallMacro',
  'f1Macro',
  'kappa',
  'rocAucMacro',
  'averagePrecisionMacro',
  'top3',
  'top5',
  'loss',
  'ece',
]
const plain: ReadonlySet<FigureName> = new Set(['loss', 'kappa', 'rocAucMacro', 'averagePrecisionMacro'])

/** More matrices than this would fill the report. */
const MATRICES = 6
/** Above this a class has no bar of its own. */
const BARS = 30

type Judged = ReturnType<typeof rankedRuns>[number]

function figureText(name: FigureName, { value, interval }: Value, { words }: ReportFacts): Text {
  if (value === null) return '–'
  const write = (one: number) => (plain.has(name) ? words.fixed(one, 3) : words.percent(one))
  const around = (one: Interval) => words.t('interval', { low: write(one.low), high: write(one.high) })
  return interval ? [write(value), { text: ` ${around(interval)}`, quiet: true }] : write(value)
}

function figuresTable(judged: readonly Judged[], facts: ReportFacts): Block[] {
  const { words } = facts
  const withFigures = judged.filter(({ compared }) => compared.figures !== null)
  if (withFigures.length === 0) return []
  const names = shown.filter((name) =>
    withFigures.some(({ compared }) => compared.figures![name]?.value != null),
  )
  const columns = [
    { title: words.t('columns.figure') },
    ...withFigures.map((one) => ({ title: runName(one), align: 'right' as const })),
  ]
  const rows = names.map((name): Text[] => [
    words.t(`figures.${name}`),
    ...withFigures.map(({ compared }) => {
      const figure = compared.figures![name]
      return figure ? figureText(name, figure, facts) : '–'
    }),
  ])
  if (withFigures.length <= 4)
    return [
      { kind: 'table', caption: words.t('results.table'), columns, rows, note: words.t('results.note') },
    ]
  // Many runs are rows.
  return [
    {
      kind: 'table',
      caption: words.t('results.table'),
      columns: [
        { title: words.t('columns.model') },
        ...names.slice(0, 7).map((name) => ({ title: words.t(`figures.${name}`), align: 'right' as const })),
      ],
      rows: withFigures.map((one): Text[] => [
        [{ text: runName(one), bold: true }],
        ...names.slice(0, 7).map((name) => {
          const value = one.compared.figures![name]?.value
          return value == null ? '–' : plain.has(name) ? words.fixed(value, 3) : words.percent(value)
        }),
      ]),
      note: words.t('results.note'),
    },
  ]
}

/** From the figures, else from the evaluation. */
function classesOf({ compared, evaluation }: ReportedRun): ClassFigure[] {
  if (compared.figures) return compared.figures.classes
  const value = (one: number | null, interval: Interval | null = null): Value => ({ value: one, interval })
  return (evaluation?.classes ?? []).map(({ name, count, accuracy, interval, precision, f1 }) => ({
    name,
    count,
    recall: value(accuracy, interval),
    precision: value(precision),
    f1: value(f1),
  }))
}

function classBlocks(judged: readonly Judged[]): Block[] {
  const runs = judged.slice(0, 6).map((one) => ({ ...chartRun(one), classes: classesOf(one) }))
  const most = Math.max(0, ...runs.map(({ classes }) => classes.length))
  if (most === 0 || most > BARS) return []
  return [
    { kind: 'figure', name: 'classes', draw: (context) => perClass({ runs, figure: 'recall' }, context) },
  ]
}

function matrices(judged: readonly Judged[], facts: ReportFacts): Block[] {
  const { words } = facts
  const blocks: Block[] = [
    { kind: 'heading', text: words.t('results.matrices') },
    { kind: 'paragraph', text: words.t('results.matricesHow') },
  ]
  const chosen = judged.slice(0, MATRICES)
  for (const one of chosen) {
    const { labels, confusion } = one.evaluation
    const about = runName(one)
    blocks.push({
      kind: 'figure',
      name: `matrix-${one.place + 1}`,
      half: labels.length <= 12,
      draw: (context) => confusionMatrix({ labels, confusion, about }, context),
    })
  }
  const [first, second] = chosen
  if (first && second && first.evaluation.labels.join('\n') === second.evaluation.labels.join('\n')) {
    const [a, b] = [first, second].map((one) => ({ name: runName(one), confusion: one.evaluation.confusion }))
    const { labels } = first.evaluation
    if (facts.comparison.verdict.kind !== 'unfair')
      blocks.push({
        kind: 'figure',
        name: 'difference',
        half: labels.length <= 12,
        draw: (context) => matrixDifference({ labels, a: a!, b: b! }, context),
      })
  }
  if (judged.length > MATRICES)
    blocks.push({ kind: 'paragraph', quiet: true, text: words.tn('more', judged.length - MATRICES) })
  return blocks
}

function calibrationBlocks(judged: readonly Judged[], { words }: ReportFacts): Block[] {
  const runs = judged.flatMap((one) =>
    one.compared.figures ? [{ ...chartRun(one), calibration: one.compared.figures.calibration }] : [],
  )
  if (runs.length === 0) return []
  return [
    { kind: 'heading', text: words.t('results.calibration') },
    { kind: 'paragraph', text: words.t('results.calibrationHow') },
    { kind: 'figure', name: 'reliability', draw: (context) => reliability(runs.slice(0, 6), context) },
  ]
}

function costBlocks(judged: readonly Judged[], { words }: ReportFacts): Block[] {
  const runs = judged.map((one) => ({
    ...chartRun(one),
    accuracy: accuracyOf(one),
    cost: one.compared.parameters,
  }))
  const right = (key: string) => ({ title: words.t(key), align: 'right' as const })
  const rows = judged.map((one): Text[] => {
    const { cost, parameters, seconds, efficiency } = one.compared
    return [
      [{ text: runName(one), bold: true }],
      parameters === null ? '–' : words.number(parameters),
      cost?.multiplyAdds == null ? '–' : words.number(cost.multiplyAdds),
      cost ? words.bytes(cost.bytes) : '–',
      cost?.latency ? words.t('milliseconds', { value: words.number(cost.latency.median, 1) }) : '–',
      cost?.throughput ? words.number(cost.throughput.imagesPerSecond) : '–',
      seconds === null ? '–' : words.duration(seconds),
      efficiency === null ? '–' : words.fixed(efficiency, 3),
    ]
  })
  const table = withoutEmpty({
    kind: 'table',
    caption: words.t('results.costTable'),
    columns: [
      { title: words.t('columns.model') },
      right('columns.parameters'),
      right('columns.multiplyAdds'),
      right('columns.bytes'),
      right('columns.latency'),
      right('columns.throughput'),
      right('columns.time'),
      right('columns.efficiency'),
    ],
    rows,
    note: words.t('results.costNote'),
  })
  const chart: Block[] =
    runs.length > 1
      ? [{ kind: 'figure', name: 'pareto', draw: (context) => pareto({ runs, cost: 'parameters' }, context) }]
      : []
  return [{ kind: 'heading', text: words.t('results.cost') }, table, ...chart]
}

export function resultsSection(facts: ReportFacts): Section | null {
  const judged = rankedRuns(facts)
  if (judged.length === 0) return null
  const { words } = facts
  return {
    id: 'results',
    title: words.t('sections.results'),
    blocks: [
      ...figuresTable(judged, facts),
      ...classBlocks(judged),
      ...matrices(judged, facts),
      ...calibrationBlocks(judged, facts),
      ...costBlocks(judged, facts),
    ],
  }
}
