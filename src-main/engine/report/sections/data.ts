// The task and the data: classes, parts, what import found, and pictures of each class.
import { classCounts } from '../../../../src-charts'
import { type Dataset, type Finding } from '../../../contract'
import { type Block, type Section, type Text } from '../document/document'
import { type ReportedDataset } from '../facts/dataset'
import { type ReportFacts } from '../facts/gather'
import { classPictures } from '../facts/class-pictures'

/** Findings in a report: those that say something about the result. */
const LISTED = 12
/** Above this a table of classes is a chart alone. */
const MOST_CLASSES = 40

function countsTable({ dataset, words }: { dataset: Dataset; words: ReportFacts['words'] }): Block {
  const right = (key: string) => ({ title: words.t(key), align: 'right' as const })
  const number = (value: number) => words.number(value)
  const rows = dataset.classes.map(({ name, train, validation, test }): Text[] => [
    name,
    number(train),
    number(validation),
    number(test),
    number(train + validation + test),
  ])
  const { train, validation, test, total } = dataset.images
  const all: Text[] = [
    [{ text: words.t('data.all'), bold: true }],
    number(train),
    number(validation),
    number(test),
    number(total),
  ]
  return {
    kind: 'table',
    caption: words.t('data.table'),
    columns: [
      { title: words.t('columns.class') },
      right('columns.train'),
      right('columns.validation'),
      right('columns.test'),
      right('columns.all'),
    ],
    rows: [...rows, all],
    strong: [rows.length],
  }
}

function findingText(finding: Finding, { words }: ReportFacts): Text {
  const name = words.t(`findings.${finding.kind}`)
  const of = finding.classes?.length
    ? words.list(finding.classes.slice(0, 5).map((one) => words.t('quoted', { name: one })))
    : words.number(finding.count)
  return [{ text: `${name}: `, bold: true }, of]
}

function findingBlocks({ findings }: ReportedDataset, facts: ReportFacts): Block[] {
  const { words } = facts
  if (!findings) return []
  const told = findings.findings.filter(({ kind }) => kind !== 'hidden')
  const heading: Block = { kind: 'heading', text: words.t('data.findings') }
  const { total, used, skipped } = findings.files
  const counts: Block = { kind: 'paragraph', text: words.t('data.files', { total, used, skipped }) }
  if (told.length === 0) return [heading, counts, { kind: 'paragraph', text: words.t('data.noFindings') }]
  const order = { error: 0, warning: 1, info: 2 }
  const sorted = told.toSorted((a, b) => order[a.severity] - order[b.severity])
  const list: Block = { kind: 'list', items: sorted.slice(0, LISTED).map((one) => findingText(one, facts)) }
  const rest = sorted.length - LISTED
  return [
    heading,
    counts,
    list,
    ...(rest > 0 ? [{ kind: 'paragraph', quiet: true, text: words.tn('more', rest) } as const] : []),
  ]
}

function splitText({ split }: Dataset, { words }: ReportFacts): string {
  const values = { seed: String(split.seed) }
  return words.t(`data.split.${split.origin}`, values)
}

async function datasetBlocks(one: ReportedDataset, facts: ReportFacts): Promise<Block[]> {
  const { words } = facts
  const { open } = one
  if (!open) {
    return [
      {
        kind: 'paragraph',
        text: words.t('data.gone', {
          name: one.name,
          classes: words.list(one.labels.map((name) => words.t('quoted', { name }))),
        }),
      },
    ]
  }
  const { dataset } = open
  const folded = facts.runs.find(({ run }) => run.folds !== null)?.run.folds ?? null
  const blocks: Block[] = [
    { kind: 'paragraph', text: splitText(dataset, facts) },
    ...(folded === null ? [] : [{ kind: 'paragraph', text: words.t('data.folds', { n: folded }) } as const]),
    ...(dataset.decided
      ? [
          {
            kind: 'paragraph',
            text: words.t('data.decided', {
              out: dataset.decided.leftOut,
              relabelled: dataset.decided.relabelled,
            }),
          } as const,
        ]
      : []),
    ...(one.same
      ? []
      : [
          {
            kind: 'callout',
            tone: 'warning',
            label: words.t('data.note'),
            title: words.t('data.changedTitle'),
            text: [words.t('data.changed')],
          } as const,
        ]),
  ]
  if (dataset.classes.length <= MOST_CLASSES) blocks.push(countsTable({ dataset, words }))
  if (dataset.classes.length > 3)
    blocks.push({
      kind: 'figure',
      name: `classes-${facts.datasets.indexOf(one) + 1}`,
      draw: (context) => classCounts(dataset.classes, context),
    })
  blocks.push(...(await classPictures(one, facts)), ...findingBlocks(one, facts))
  return blocks
}

/** What was asked of the models, and on what. */
export async function dataSection(facts: ReportFacts): Promise<Section> {
  const { words, datasets, runs } = facts
  const [first] = datasets
  const { labels, name } = first!
  const counts = first!.open?.dataset.images
  const lead = words.t(counts ? 'data.task' : 'data.taskUncounted', {
    name,
    n: labels.length,
    classes:
      words.list(labels.slice(0, 12).map((one) => words.t('quoted', { name: one }))) +
      (labels.length > 12 ? '…' : ''),
    total: counts?.total ?? 0,
    models: runs.length,
  })
  const blocks: Block[] = [{ kind: 'paragraph', text: lead }]
  for (const one of datasets) {
    if (datasets.length > 1) blocks.push({ kind: 'heading', text: one.name })
    blocks.push(...(await datasetBlocks(one, facts)))
  }
  return { id: 'data', title: words.t('sections.data'), blocks }
}
