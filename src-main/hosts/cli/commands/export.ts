// cotejo export RUN --format tfjs --out DIR
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { exportFormat, type ExportResult } from '../../../contract'
import { knownFormat } from '../arguments'
import { bytes } from '../output/format'
import { table } from '../output/table'
import { plain, type Paint } from '../output/text'
import type { CliSession } from '../session'
import { findRun } from './runs-found'

export function exportRows({ files }: ExportResult, paint: Paint): string[] {
  const columns = [{ title: 'file' }, { title: 'size', align: 'right' as const }]
  return table(
    columns,
    files.map((one) => [plain(one.file), bytes(one.bytes)]),
    { paint, indent: 2 },
  )
}

export function addExportCommand(program: Command, session: CliSession): void {
  program
    .command('export')
    .argument('<run>', 'name of a run, or a beginning that only one run has')
    .requiredOption('--format <name>', `what to write: ${exportFormat.options.join(', ')}`)
    .requiredOption('--out <dir>', 'a new or empty folder')
    .description("write a run's model for use elsewhere, with a page that classifies pictures")
    .action((given: string, options: { format: string; out: string }, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const format = knownFormat(options.format)
        const { run } = findRun(await call('runs.list', {}), given)
        const result = await call('export', { run, format, out: resolve(session.host.cwd, options.out) })
        if (terminal.json) return terminal.document(result)
        terminal.print(`Exported ${run} to ${result.folder}`, '', ...exportRows(result, terminal.paint))
      }),
    )
}
