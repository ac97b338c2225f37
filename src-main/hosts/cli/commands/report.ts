// cotejo report RUN… --out FILE.(html|md|pdf|ipynb)
import { extname, resolve } from 'node:path'
import type { Command } from 'commander'
import {
  reportFormat,
  reportLanguage,
  UserError,
  type ReportFormat,
  type ReportLanguage,
} from '../../../contract'
import { bytes } from '../output/format'
import { table } from '../output/table'
import { plain } from '../output/text'
import type { CliSession } from '../session'
import { findRun } from './runs-found'

/** The format is the ending of the file. @throws UserError `format-unknown` */
export function formatOf(out: string): ReportFormat {
  const ending = extname(out).slice(1).toLowerCase()
  const read = reportFormat.safeParse(ending)
  if (read.success) return read.data
  const known = reportFormat.options.map((one) => `.${one}`).join(', ')
  throw new UserError('format-unknown', `A report cannot be written as “${ending ? `.${ending}` : out}”.`, {
    detail: { format: ending, known },
    hint: `Name a file that ends in ${known}.`,
  })
}

/** `es`, `es-MX`, `pt`, `pt_BR.UTF-8`: what a report is written in. @throws UserError `invalid-argument` */
export function languageOf(given: string): ReportLanguage {
  const tag = given.toLowerCase().split(/[._@]/)[0]!.split('-')[0]!
  const found = reportLanguage.options.find((one) => one.split('-')[0] === tag)
  if (found) return found
  throw new UserError('invalid-argument', `There are no reports in “${given}”.`, {
    detail: { language: given },
    hint: `Choose one of: ${reportLanguage.options.join(', ')}.`,
  })
}

interface Flags {
  out: string
  language: string
  title?: string
  author?: string
}

export function addReportCommand(program: Command, session: CliSession): void {
  program
    .command('report')
    .argument('<run...>', 'names of runs, or beginnings that only one run has')
    .requiredOption('--out <file>', 'a new file: .html, .md, .pdf, or .ipynb for a Keras notebook')
    .option('--language <tag>', `what it is written in: ${reportLanguage.options.join(', ')}`, 'en')
    .option('--title <text>', 'above the report (default: the name of the data)')
    .option('--author <text>', 'who hands it in')
    .description('write what was compared, what came out and how to do it again')
    .action((given: string[], flags: Flags, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const format = formatOf(flags.out)
        const { title, author } = flags
        const options = {
          format,
          language: languageOf(flags.language),
          ...(title === undefined ? {} : { title }),
          ...(author === undefined ? {} : { author }),
        }
        const known = await call('runs.list', {})
        const runs = [...new Set(given.map((one) => findRun(known, one).run))]
        const result = await call('report', { runs, options, out: resolve(session.host.cwd, flags.out) })
        if (terminal.json) return terminal.document(result)
        terminal.print(`Wrote ${result.file}`)
        const { paint } = terminal
        const columns = [{ title: 'file' }, { title: 'size', align: 'right' as const }]
        if (result.files.length > 1 && result.files.length <= 40) {
          const rows = result.files.map((one) => [plain(one.file), bytes(one.bytes)])
          terminal.print('', ...table(columns, rows, { paint, indent: 2 }))
        } else if (result.files.length > 1) {
          const total = result.files.reduce((sum, one) => sum + one.bytes, 0)
          terminal.print(`${result.files.length} files, ${bytes(total)} together.`)
        }
      }),
    )
}
