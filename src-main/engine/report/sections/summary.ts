// What came out, in words and in one table.
import { ranking } from '../../../../src-charts'
import { type Interval } from '../../../contract'
import { type Block, type Section, type Text } from '../document/document'
import { type ReportFacts, type ReportedRun } from '../facts/gather'
import { accuracyOf, chartRun } from './charts'
import { rankedRuns, runName } from './names'
import { verdictBlock } from './verdict'

/** `0.83 to 0.94` in percent. */
export const intervalText = (interval: Interval | null, { words }: Pick<ReportFacts, 'words'>): string =>
  interval
    ? words.t('interval', { low: words.percent(interval.low), high: words.percent(interval.high) })
    : '–'

/** The place of a run's entry, as on the comparison screen: what the test cannot tell apart shares one. */
function placeText({ run }: ReportedRun, { comparison: { entries } }: ReportFacts): string {
  const rank = entries.find(({ runs }) => runs.includes(run.id))?.rank ?? null
  if (rank === null) return '–'
  return entries.filter((one) => one.rank === rank).length > 1 ? `${rank} =` : String(rank)
}

function rankingTable(facts: ReportFacts): Block {
  const { words } = facts
  const rows = rankedRuns(facts).map((one): Text[] => {
    const { test, testInterval } = one.evaluation
    return [
      [{ text: runName(one), bold: true }],
      placeText(one, facts),
      words.percent(test.accuracy),
      intervalText(testInterval, facts),
      words.t('summary.rightOf', { right: Math.round(test.accuracy * test.count), count: test.count }),
      one.compared.parameters === null ? '–' : words.number(one.compared.parameters),
      one.compared.seconds === null ? '–' : words.duration(one.compared.seconds),
    ]
  })
  const right = (key: string) => ({ title: words.t(key), align: 'right' as const })
  return {
    kind: 'table',
    caption: words.t('summary.table'),
    columns: [
      { title: words.t('columns.model') },
      right('columns.place'),
      right('columns.accuracy'),
      right('columns.interval'),
      right('columns.right'),
      right('columns.parameters'),
      right('columns.time'),
    ],
    rows,
    note: words.t('summary.note'),
  }
}

/** Several seeds of a model as one. */
function entriesTable({ comparison, words }: ReportFacts): Block[] {
  const several = comparison.entries.filter(({ evaluated }) => evaluated > 1)
  if (several.length === 0) return []
  const entries = comparison.entries.filter(({ evaluated }) => evaluated > 0)
  return [
    {
      kind: 'table',
      caption: words.t('summary.entries'),
      columns: [
        { title: words.t('columns.model') },
        { title: words.t('columns.seeds'), align: 'right' },
        { title: words.t('columns.mean'), align: 'right' },
        { title: words.t('columns.deviation'), align: 'right' },
        { title: words.t('columns.interval'), align: 'right' },
      ],
      rows: entries.map(({ name, seeds, mean, deviation, interval }) => [
        name,
        seeds.join(', '),
        mean === null ? '–' : words.percent(mean),
        deviation === null ? '–' : words.t('pointsOf', { points: words.points(deviation) }),
        interval
          ? words.t('interval', { low: words.percent(interval.low), high: words.percent(interval.high) })
          : '–',
      ]),
      note: words.t('summary.entriesNote'),
    },
  ]
}

export function summarySection(facts: ReportFacts): Section {
  const { words, runs } = facts
  const ranked = rankedRuns(facts)
  const blocks: Block[] = [verdictBlock(facts)]
  if (ranked.length > 0) blocks.push(rankingTable(facts), ...entriesTable(facts))
  if (ranked.length > 1) {
    const data = runs.map((one) => ({ ...chartRun(one), accuracy: accuracyOf(one) }))
    blocks.push({ kind: 'figure', name: 'ranking', draw: (context) => ranking(data, context) })
  }
  return { id: 'summary', title: words.t('sections.summary'), blocks }
}
