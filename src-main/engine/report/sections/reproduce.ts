// How to do it again: commands, the plan of each run in full, versions and hashes.
import { isTrained, type Dataset, type Run } from '../../../contract'
import { type Block, type Section, type Text } from '../document/document'
import { type ReportFacts } from '../facts/gather'
import { machineOf } from './models'
import { runName } from './names'

/** An argument of a command as a POSIX shell takes it; nothing in a name is an order. */
export const shellText = (text: string): string =>
  /^[\w@%+=:,./-]+$/u.test(text) && !text.startsWith('-')
    ? text
    : `'${text.replace(/[\r\n]+/g, ' ').replaceAll("'", `'\\''`)}'`

/** The command that brings in the pictures; the user's own folder is not named by its whole path. */
export function importCommand(dataset: Dataset, folderWord: string): string {
  const { origin, seed, validation, test } = dataset.split
  const drawn = `--seed ${seed}`
  if (dataset.kind === 'cifar10')
    return `cotejo data cifar10 --validation ${Number(validation.toFixed(4))} ${drawn}`
  if (dataset.kind === 'sample') {
    const { total } = dataset.images
    const all = total + (dataset.decided?.leftOut ?? 0)
    return `cotejo data sample --per-class ${Math.round(all / dataset.classes.length)} ${drawn}`
  }
  const parts = [
    'cotejo data import',
    folderWord,
    `--name ${shellText(dataset.name)}`,
    drawn,
    ...(origin === 'ready' ? [] : [`--validation ${Number(validation.toFixed(4))}`]),
    ...(origin === 'drawn' ? [`--test ${Number(test.toFixed(4))}`] : []),
    `--resize ${dataset.resize}`,
  ]
  return parts.join(' ')
}

/** What `cotejo train --like` takes: the request of a run, without names and places of this library. */
export function requestOf({ model, plan, preprocessing, seed, folds }: Run): object {
  return { model, plan, size: preprocessing.size, seed, folds }
}

export function reproduceSection(facts: ReportFacts): Section {
  const { words, runs, datasets } = facts
  const known = datasets.flatMap(({ open }) => (open ? [open.dataset] : []))
  const imports = known.map((dataset) => importCommand(dataset, words.t('reproduce.folder')))
  const dataId = (run: Run) => shellText(run.dataset)
  const trains = runs.map(({ run, compared }) =>
    run.model.name === 'imported'
      ? `cotejo import-model ${shellText(run.model.options.file)} --data ${dataId(run)} --name ${shellText(compared.name)}`
      : `cotejo train --data ${dataId(run)} --like ${run.id}.json --name ${shellText(compared.name)}`,
  )
  const ids = runs.map(({ run }) => run.id).join(' ')
  const commands = [
    ...imports,
    ...trains,
    `cotejo compare ${ids}`,
    `cotejo report ${ids} --out report.html --language ${words.language}`,
  ]
  const versions = [...new Set(runs.map(({ run }) => run.cotejo))]
  const machines = [...new Set(runs.flatMap((one) => machineOf(one) ?? []))]
  const rows: (readonly [string, Text])[] = [
    [words.t('reproduce.version'), words.list(versions)],
    ...datasets.map((one): [string, Text] => [
      datasets.length > 1 ? words.t('reproduce.hashOf', { name: one.name }) : words.t('reproduce.hash'),
      [{ text: one.hash, code: true }],
    ]),
    [words.t('reproduce.seeds'), words.list([...new Set(runs.map(({ run }) => String(run.seed)))])],
    ...(machines.length > 0 ? [[words.t('reproduce.machine'), words.list(machines)] as const] : []),
    [words.t('reproduce.dates'), words.list([...new Set(runs.map(({ run }) => words.date(run.created)))])],
  ]
  const trained = runs.filter(({ run }) => isTrained(run))
  const requests = trained.map((one): Block => ({
    kind: 'code',
    language: 'json',
    title: `${runName(one)}: ${one.run.id}.json`,
    text: JSON.stringify(requestOf(one.run), null, 2),
    folded: true,
  }))
  return {
    id: 'reproduce',
    title: words.t('sections.reproduce'),
    blocks: [
      { kind: 'paragraph', text: words.t('reproduce.how') },
      { kind: 'code', language: 'sh', text: commands.join('\n') },
      { kind: 'facts', facts: rows },
      { kind: 'paragraph', text: words.t('reproduce.exact') },
      ...requests,
    ],
  }
}
