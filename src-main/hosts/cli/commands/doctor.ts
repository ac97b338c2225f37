// cotejo doctor
import type { Command } from 'commander'
import type { BackendReport, DoctorReport } from '../../../contract'
import { bytes, rate } from '../output/format'
import { table, type Cell } from '../output/table'
import { plain, type Paint } from '../output/text'
import type { CliSession } from '../session'

function backendRow(backend: BackendReport): Cell[] {
  const { name, available, chosen, device, version, imagesPerSecond } = backend
  const state: Cell = chosen
    ? { text: 'in use', style: 'green' }
    : available
      ? { text: 'available', style: 'cyan' }
      : { text: 'not here', style: 'dim' }
  const speed = imagesPerSecond === null ? '' : `${rate(imagesPerSecond)} images/s`
  return [{ text: name, style: 'bold' }, state, device === null ? '' : plain(device), version ?? '', speed]
}

export function doctorPage(report: DoctorReport, paint: Paint): string[] {
  const machine: [string, string][] = [
    ['Cotejo', report.cotejo],
    ['Node', report.node],
    ['system', report.platform],
    ['processor', `${report.cpu}, ${report.cores} cores`],
    ['memory', bytes(report.memoryBytes)],
    ['graphics', report.gpus.length > 0 ? report.gpus.map(plain).join(', ') : 'none found'],
    [
      'library',
      `${report.library}${report.libraryFreeBytes === null ? '' : ` (${bytes(report.libraryFreeBytes)} free)`}`,
    ],
  ]
  const speeds = report.backends.some((one) => one.imagesPerSecond !== null)
  const titles = ['backend', 'state', 'device', 'version', speeds ? 'training speed' : '']
  return [
    ...table(
      [{ title: '' }, { title: '' }],
      machine.map(([name, value]) => [{ text: name, style: 'dim' }, value]),
      { paint },
    ),
    '',
    ...table(
      titles.map((title) => ({ title })),
      report.backends.map(backendRow),
      { paint },
    ),
    ...report.backends
      .filter((one) => one.problem !== null)
      .flatMap((one) => [
        '',
        `${paint('bold', one.name)}: ${plain(one.problem!)}`,
        ...(one.hint === null ? [] : [paint('dim', `  ${plain(one.hint)}`)]),
      ]),
    ...(report.warnings.length > 0 ? [''] : []),
    ...report.warnings.map((one) => `${paint('yellow', 'Note:')} ${plain(one)}`),
  ]
}

export function addDoctorCommand(program: Command, session: CliSession): void {
  program
    .command('doctor')
    .option('--measure', 'also measure how fast each backend trains')
    .option(
      '--diagnostics',
      'print text for a bug report: the machine and the last of the logs, nothing personal',
    )
    .description('say what this machine has and what computes on it')
    .action((options: { measure?: boolean; diagnostics?: boolean }, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        if (options.diagnostics) {
          const { text } = await call('app.diagnostics', {})
          return terminal.json ? terminal.document({ text }) : terminal.print(text.trimEnd())
        }
        const report = await call('app.doctor', { measure: options.measure === true })
        if (terminal.json) return terminal.document(report)
        terminal.print(...doctorPage(report, terminal.paint))
      }),
    )
}
