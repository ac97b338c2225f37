// cotejo data import | cifar10 | sample | list; data-report.ts and data-change.ts have the others
import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { resizeMode, type CallInput, type CallResult, type Dataset, type ResizeMode } from '../../../contract'
import { partOf, wholeNumber } from '../arguments'
import { describeCounts } from '../datasets'
import { integer, plural } from '../output/format'
import { table } from '../output/table'
import { plain } from '../output/text'
import type { Terminal } from '../output/terminal'
import type { CliSession } from '../session'
import { addChangeCommands } from './data-change'
import { addReportCommand } from './data-report'

const SKIPPED_SHOWN = 5

/** One dataset in `--json`: the same names as everywhere, its id under `dataset`. */
function datasetDocument(dataset: Dataset) {
  const { id, name, kind, created, source, classes, images, split, resize, size, hash } = dataset
  return { dataset: id, name, kind, created, source: source.path, size, resize, classes, images, split, hash }
}

function printImport(terminal: Terminal, { dataset, report }: CallResult<'data.import'>): void {
  if (terminal.json) {
    const { files, findings, skipped, emptyClasses, warnings, seconds } = report
    const found = findings.map(({ kind, severity, count, message }) => ({ kind, severity, count, message }))
    return terminal.document({
      ...datasetDocument(dataset),
      files,
      findings: found,
      skipped,
      emptyClasses,
      warnings,
      seconds,
    })
  }
  const { paint } = terminal
  const right = { align: 'right' as const }
  const rows = dataset.classes.map((one) => [
    plain(one.name),
    integer(one.train),
    integer(one.validation),
    integer(one.test),
  ])
  const columns = [
    { title: 'class' },
    { title: 'train', ...right },
    { title: 'validation', ...right },
    { title: 'test', ...right },
  ]
  terminal.print(
    `${paint('bold', dataset.id)}  ${plain(dataset.name)}: ${describeCounts(dataset)}`,
    '',
    ...table(columns, rows, { paint, indent: 2 }),
  )
  for (const warning of report.warnings) terminal.note(`Note: ${plain(warning)}`)
  for (const { file, reason, message } of report.skipped.slice(0, SKIPPED_SHOWN)) {
    terminal.note(`Skipped ${plain(file)}: ${message ? plain(message) : reason}`)
  }
  const more = report.skipped.length - SKIPPED_SHOWN
  if (more > 0)
    terminal.note(`… and ${plural(more, 'more file')}; all of them: cotejo data report ${dataset.id}`)
  terminal.print('', paint('dim', `Train on it: cotejo train --data ${dataset.id} --model cnn`))
}

interface ImportFlags {
  csv?: string
  resize?: ResizeMode
  size?: number
  name?: string
  validation?: number
  test?: number
  seed?: number
}

export function addDataCommands(program: Command, session: CliSession): void {
  const data = program.command('data').description('bring in pictures and see what is there')

  const importFrom = (
    command: Command,
    source: CallInput<'data.import'>['source'],
    options: CallInput<'data.import'>['options'] = {},
  ): Promise<void> =>
    session.run(command, {}, async ({ call, terminal }) =>
      printImport(terminal, await call('data.import', { source, options })),
    )

  data
    .command('import')
    .argument(
      '<paths...>',
      'a folder with a folder of pictures for each class, an archive of one, or several',
    )
    .option('--csv <file>', 'a table of file and label, for a folder without class folders')
    .addOption(
      new Option('--resize <how>', 'pictures that are not square: cut, put on white, or stretched').choices(
        resizeMode.options,
      ),
    )
    .option('--size <pixels>', 'side of the pictures in the library', wholeNumber(8, 1024))
    .option('--name <name>', 'what the dataset is called')
    .option(
      '--validation <part>',
      'part that validates (default: 0.15, of a folder with a test part 0.1)',
      partOf(0.9),
    )
    .option('--test <part>', 'part that tests, where the folder does not say (default: 0.15)', partOf(0.9))
    .option('--seed <number>', 'decides the split', wholeNumber(0, 2 ** 31 - 1))
    .description('import your own pictures; they stay where they are')
    .action((paths: string[], { csv, ...options }: ImportFlags, command: Command) => {
      const absolute = paths.map((path) => resolve(session.host.cwd, path))
      const table = csv === undefined ? {} : { csv: resolve(session.host.cwd, csv) }
      const [only] = absolute
      const source =
        absolute.length === 1
          ? { kind: 'folder' as const, path: only!, ...table }
          : { kind: 'paths' as const, paths: absolute, ...table }
      return importFrom(command, source, options)
    })
  data
    .command('cifar10')
    .option('--archive <file>', 'cifar-10-binary.tar.gz, if you have it already')
    .option('--validation <part>', 'part of the training pictures that validates (default: 0.1)', partOf(0.9))
    .option('--seed <number>', 'decides which of them validate', wholeNumber(0, 2 ** 31 - 1))
    .description('import CIFAR-10: 60,000 pictures in 10 classes (a download of 170 MB)')
    .action(({ archive, ...options }: ImportFlags & { archive?: string }, command: Command) => {
      const file = archive === undefined ? {} : { archive: resolve(session.host.cwd, archive) }
      return importFrom(command, { kind: 'cifar10', ...file }, options)
    })
  data
    .command('sample')
    .option('--per-class <n>', 'pictures of each animal (default: 60)', wholeNumber(10, 1000))
    .option('--seed <number>', 'decides the drawings and the split', wholeNumber(0, 2 ** 31 - 1))
    .description('import the built-in sample: butterfly, cat and horse, drawn by Cotejo')
    .action((options: { perClass?: number; seed?: number }, command: Command) => {
      const { perClass, seed } = options
      const source = { kind: 'sample' as const, ...(perClass === undefined ? {} : { perClass }) }
      return importFrom(command, source, seed === undefined ? {} : { seed })
    })
  data
    .command('list')
    .description('list the datasets of the library')
    .action((_options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const datasets = await call('data.list', {})
        if (terminal.json) return terminal.document({ datasets: datasets.map(datasetDocument) })
        if (datasets.length === 0) {
          return terminal.print('No datasets yet.', 'Import a folder: cotejo data import FOLDER')
        }
        const right = { align: 'right' as const }
        const columns = [
          { title: 'dataset' },
          { title: 'name' },
          { title: 'classes', ...right },
          { title: 'train', ...right },
          { title: 'validation', ...right },
          { title: 'test', ...right },
          { title: 'size', ...right },
        ]
        const rows = datasets.map((one) => [
          { text: one.id, style: 'bold' as const },
          plain(one.name),
          integer(one.classes.length),
          integer(one.images.train),
          integer(one.images.validation),
          integer(one.images.test),
          `${one.size} px`,
        ])
        terminal.print(...table(columns, rows, { paint: terminal.paint }))
      }),
    )

  addReportCommand(data, session)
  addChangeCommands(data, session)
}
