// cotejo doctor
import type { Command } from 'commander'
import { fastest, type BackendReport, type DoctorReport, type KeptMeasurement } from '../../../contract'
import { bytes, plural, rate } from '../output/format'
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

/** "webgpu 812", the fastest first; a bound is marked as one. */
function speedsText({ speeds }: KeptMeasurement): string {
  const bounds = { 'given-up': '< ', 'first-step': '≥ ', steps: '' }
  return speeds
    .map(({ backend, imagesPerSecond, basis }) =>
      imagesPerSecond === null
        ? `${backend} left out`
        : `${backend} ${basis ? bounds[basis] : ''}${rate(imagesPerSecond)}`,
    )
    .join(', ')
}

const works = { all: 'all of it trains', part: 'a part trains', features: 'the base is computed once' }

/** What a run of these models is trained on where it leaves its backend open. */
function measuredRows(measurements: readonly KeptMeasurement[], paint: Paint): string[] {
  if (measurements.length === 0) return []
  const rows = measurements.map((one): Cell[] => {
    const { title, size, batch, work } = one.model
    const model = `${plain(title)} ${size} px, batch ${batch}, ${works[work]}`
    return [
      model,
      { text: fastest(one)?.backend ?? '', style: 'green' },
      speedsText(one),
      one.at.slice(0, 10),
    ]
  })
  const titles = ['measured model', 'taken', 'images/s', 'on']
  return ['', ...table(titles.map((title) => ({ title })), rows, { paint })] // prettier-ignore
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
    ...measuredRows(report.measurements ?? [], paint),
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
      '--forget',
      'forget how fast each backend trains which model, and how a card computes best: the next run measures again',
    )
    .option(
      '--diagnostics',
      'print text for a bug report: the machine and the last of the logs, nothing personal',
    )
    .description('say what this machine has and what computes on it')
    .action((options: { measure?: boolean; forget?: boolean; diagnostics?: boolean }, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        if (options.diagnostics) {
          const { text } = await call('app.diagnostics', {})
          return terminal.json ? terminal.document({ text }) : terminal.print(text.trimEnd())
        }
        if (options.forget) {
          const { forgotten } = await call('app.forgetSpeeds', {})
          terminal.note(`${plural(forgotten, 'measurement')} forgotten.`)
        }
        const report = await call('app.doctor', { measure: options.measure === true })
        if (terminal.json) return terminal.document(report)
        terminal.print(...doctorPage(report, terminal.paint))
      }),
    )
}
