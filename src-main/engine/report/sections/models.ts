// The models and their plans, and what was the same between them.
import { isImported } from '../../../contract'
import { type Block, type Section, type Text } from '../document/document'
import { type ReportFacts, type ReportedRun } from '../facts/gather'
import { runName } from './names'
import { modelText, planFacts } from './settings'

function modelsTable({ runs, words }: ReportFacts): Block {
  const number = (value: number | null | undefined) => (value == null ? '–' : words.number(value))
  return {
    kind: 'table',
    caption: words.t('models.table'),
    columns: [
      { title: words.t('columns.model') },
      { title: words.t('columns.what') },
      { title: words.t('columns.input'), align: 'right' },
      { title: words.t('columns.parameters'), align: 'right' },
      { title: words.t('columns.trainable'), align: 'right' },
    ],
    rows: runs.map((one): Text[] => [
      [{ text: runName(one), bold: true }],
      modelText(one.run, words),
      words.t('models.pixels', { size: one.run.preprocessing.size }),
      number(one.compared.parameters),
      number(one.compared.trainableParameters),
    ]),
  }
}

/** What a run was trained with, each thing that is the same for all said once. */
function planBlocks({ runs, words }: ReportFacts): Block[] {
  const all = runs.map(({ run }) => new Map(planFacts(run, words)))
  const names = [...new Set(all.flatMap((one) => [...one.keys()]))]
  const same = names.filter((name) => new Set(all.map((one) => one.get(name) ?? '')).size === 1)
  const shared: Block = { kind: 'facts', facts: same.map((name) => [name, all[0]!.get(name)!] as const) }
  if (runs.length === 1) return [{ kind: 'heading', text: words.t('models.plan') }, shared]
  const differing = names.filter((name) => !same.includes(name))
  const blocks: Block[] = []
  if (same.length > 0) blocks.push({ kind: 'heading', text: words.t('models.same') }, shared)
  if (differing.length === 0) return blocks
  const caption = words.t('models.differing')
  const value = (at: number, name: string): string => all[at]!.get(name) ?? '–'
  if (differing.length <= 4) {
    const columns = [{ title: words.t('columns.model') }, ...differing.map((title) => ({ title }))]
    const rows = runs.map((one, at): Text[] => [
      [{ text: runName(one), bold: true }],
      ...differing.map((name) => value(at, name)),
    ])
    return [...blocks, { kind: 'table', caption, columns, rows }]
  }
  // Many settings of few runs are read more easily downwards, those of many runs as text.
  if (runs.length <= 4) {
    const columns = [{ title: words.t('columns.setting') }, ...runs.map((one) => ({ title: runName(one) }))]
    const rows = differing.map((name): Text[] => [name, ...runs.map((_, at) => value(at, name))])
    return [...blocks, { kind: 'table', caption, columns, rows }]
  }
  const facts = runs.map((one, at): readonly [string, Text] => [
    runName(one),
    differing
      .filter((name) => all[at]!.has(name))
      .flatMap((name, place) => [
        { text: `${place > 0 ? ' · ' : ''}${name}: `, quiet: true as const },
        value(at, name),
      ]),
  ])
  return [...blocks, { kind: 'heading', text: caption }, { kind: 'facts', facts }]
}

/** A comparison in which something that matters differs says so here, too. */
function fairness({ comparison, words, runs }: ReportFacts): Block[] {
  const elsewhere = runs.filter(({ run }) => isImported(run)).map(runName)
  const seen = words.t('models.elsewhere', { names: words.list(elsewhere) })
  const note: Block[] =
    elsewhere.length > 0
      ? [{ kind: 'callout', tone: 'info', label: words.t('data.note'), title: words.t('settings.elsewhereTitle'), text: [seen] }] // prettier-ignore
      : []
  if (runs.length < 2) return note
  const unfair = comparison.conditions.filter(({ matters, same }) => matters && !same)
  if (unfair.length === 0)
    return note.length > 0 ? note : [{ kind: 'paragraph', text: words.t('models.fair') }]
  const list = words.list(unfair.map(({ name }) => words.t(`conditions.${name}`)))
  return [
    ...note,
    {
      kind: 'callout',
      tone: 'warning',
      label: words.t('data.note'),
      title: words.t('verdict.unfair.title'),
      text: [words.t('verdict.unfair.text', { differing: list })],
    },
  ]
}

export const modelsSection = (facts: ReportFacts): Section => ({
  id: 'models',
  title: facts.words.t('sections.models'),
  blocks: [modelsTable(facts), ...fairness(facts), ...planBlocks(facts)],
})

/** Where a run's figures were measured. */
export const machineOf = ({ compared }: ReportedRun): string | null =>
  compared.cost ? `${compared.cost.device} (${compared.cost.backend})` : (compared.backend ?? null)
