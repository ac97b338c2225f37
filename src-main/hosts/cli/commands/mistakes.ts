// cotejo mistakes RUN…
import type { Command } from 'commander'
import type { JudgedPicture, JudgedPictures, PictureQuestion } from '../../../contract'
import { wholeNumber } from '../arguments'
import { percent } from '../output/format'
import { table, type Cell } from '../output/table'
import { plain, truncate, type Paint } from '../output/text'
import type { CliSession } from '../session'
import { findRun } from './runs-found'

/** Characters of a run's name above its column. */
const WIDEST = 28

type Names = ReadonlyMap<string, string>

/** A row a picture: which one, what it is, and what each run said of it. */
export function pictureRows({ labels, pictures }: JudgedPictures, names: Names, paint: Paint): string[] {
  const columns = [
    { title: 'no.', align: 'right' as const },
    { title: 'picture' },
    { title: 'is' },
    ...[...names.values()].map((name) => ({ title: truncate(plain(name), WIDEST) })),
  ]
  const said = ({ predicted, confidence }: JudgedPicture['said'][number], label: number): Cell => {
    const text = `${plain(labels[predicted]!)} ${percent(confidence)}`
    return predicted === label ? { text, style: 'dim' } : text
  }
  const rows = pictures.map((one) => [
    String(one.index),
    plain(one.image?.file ?? '–'),
    plain(labels[one.label]!),
    ...one.said.map((its) => said(its, one.label)),
  ])
  return table(columns, rows, { paint, indent: 2 })
}

interface Section {
  title: string
  none: string
  question: PictureQuestion
  /** Where the answer goes in the document. */
  key: string
}

/** What is worth looking at: each run's surest mistakes, where they differ, what none gets, and labels to check. */
function sectionsOf(runs: readonly string[], names: Names): Section[] {
  const mistakes = runs.map((run) => ({
    title: `The surest mistakes of ${plain(names.get(run)!)}`,
    none: 'It made no mistake on the test pictures.',
    question: { kind: 'mistakes' as const, run },
    key: run,
  }))
  const together: Section[] = [
    {
      title: 'Pictures on which they disagree',
      none: 'They say the same of every test picture.',
      question: { kind: 'disagreement' },
      key: 'disagreement',
    },
    {
      title: 'Pictures that none gets right',
      none: 'Each test picture is recognised by one of them at least.',
      question: { kind: 'all-wrong' },
      key: 'allWrong',
    },
  ]
  const labels: Section = {
    title: 'Labels to check',
    none: 'No label stands out.',
    question: { kind: 'label-errors' },
    key: 'labelErrors',
  }
  return [...mistakes, ...(runs.length > 1 ? together : []), labels]
}

export function addMistakesCommand(program: Command, session: CliSession): void {
  program
    .command('mistakes')
    .argument('<run...>', 'names of runs, or beginnings that only one run has')
    .option('--limit <number>', 'pictures of each kind', wholeNumber(1, 500), 10)
    .description('test pictures worth a look: surest mistakes, disagreement, labels that are likely wrong')
    .action((given: string[], flags: { limit: number }, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const known = await call('runs.list', {})
        const found = given.map((one) => findRun(known, one))
        const names = new Map(found.map(({ run, name }) => [run, name]))
        const runs = [...names.keys()]
        const document: Record<string, unknown> = {}
        for (const { title, none, question, key } of sectionsOf(runs, names)) {
          const answer = await call('results.pictures', { runs, question, limit: flags.limit })
          const { total, pictures } = answer
          if (question.kind === 'mistakes')
            document['mistakes'] = { ...(document['mistakes'] as object), [key]: { total, pictures } }
          else document[key] = { total, pictures }
          document['labels'] = answer.labels
          const count = total > pictures.length ? `${pictures.length} of ${total}` : String(total)
          terminal.print(`${terminal.paint('bold', title)} (${count})`)
          if (total === 0) terminal.print(`  ${none}`)
          else terminal.print(...pictureRows(answer, names, terminal.paint))
          terminal.print('')
        }
        if (terminal.json) return terminal.document({ runs, ...document })
        terminal.print(
          terminal.paint('dim', 'See what a model saw in one: cotejo explain RUN NO. --out heat.png'),
        )
      }),
    )
}
