// cotejo data report: what import found, by finding.
import type { Command } from 'commander'
import type { CallResult, Finding } from '../../../contract'
import { integer, plural } from '../output/format'
import { plain } from '../output/text'
import type { Terminal } from '../output/terminal'
import type { CliSession } from '../session'

const FILES_SHOWN = 5
const GROUPS_SHOWN = 3

/** The report with `--json`: files, then one entry for each finding. */
function reportDocument({ dataset, report, decisions, steps }: CallResult<'data.report'>) {
  return { dataset: dataset.id, name: dataset.name, hash: dataset.hash, ...report, decisions, steps }
}

function printFinding(terminal: Terminal, one: Finding): void {
  const { paint } = terminal
  const style = one.severity === 'error' ? 'red' : one.severity === 'warning' ? 'yellow' : 'dim'
  const settled = one.open !== undefined && one.open === 0 && one.count > 0
  terminal.print(
    `${paint(style, one.kind.padEnd(16))} ${plain(one.message)}${settled ? paint('dim', ' (settled)') : ''}`,
  )
  const indent = ' '.repeat(17)
  if (one.groups) {
    for (const { files, exact, similarity } of one.groups.slice(0, GROUPS_SHOWN)) {
      const alike = exact ? 'equal' : `${Math.round(similarity * 100)} % alike`
      terminal.print(paint('dim', `${indent}${alike}: ${files.map(({ file }) => plain(file)).join(', ')}`))
    }
    const more = one.groups.length - GROUPS_SHOWN
    if (more > 0) terminal.print(paint('dim', `${indent}… and ${plural(more, 'more group')}`))
    return
  }
  for (const { file, note } of one.files.slice(0, FILES_SHOWN))
    terminal.print(paint('dim', `${indent}${plain(file)}${note ? `: ${plain(note)}` : ''}`))
  const more = one.count - FILES_SHOWN
  if (more > 0 && one.files.length > 0)
    terminal.print(paint('dim', `${indent}… and ${plural(more, 'more file')}`))
}

export function printReport(terminal: Terminal, result: CallResult<'data.report'>): void {
  if (terminal.json) return terminal.document(reportDocument(result))
  const { dataset, report, decisions } = result
  const { total, used, skipped } = report.files
  terminal.print(
    `${terminal.paint('bold', dataset.id)}  ${plain(dataset.name)}: ` +
      `${integer(total)} files, ${integer(used)} used, ${integer(skipped)} left out`,
    '',
  )
  if (report.findings.length === 0) terminal.print('Nothing was found that needs a look.')
  for (const one of report.findings) printFinding(terminal, one)
  if (decisions.length > 0) {
    const { leftOut, relabelled } = dataset.decided ?? { leftOut: 0, relabelled: 0 }
    terminal.print('', `Decided since: ${integer(leftOut)} left out, ${integer(relabelled)} relabelled.`)
  }
}

export function addReportCommand(data: Command, session: CliSession): void {
  data
    .command('report')
    .argument('<dataset>', 'a dataset of the library')
    .description('what import found: damaged files, copies, leakage, uneven classes; all of it with --json')
    .action((dataset: string, _options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) =>
        printReport(terminal, await call('data.report', { dataset })),
      ),
    )
}
