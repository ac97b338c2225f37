// cotejo runs list | show
import type { Command } from 'commander'
import { UserError, type RunRecordOf, type RunStatus } from '../../../contract'
import { duration, integer, loss, percent } from '../output/format'
import { runPage } from '../output/run-text'
import { table } from '../output/table'
import { plain, type Style } from '../output/text'
import type { CliSession, Work } from '../session'
import { findRun } from './runs-found'

const STATUS_STYLE: Partial<Record<RunStatus, Style>> = {
  done: 'green',
  running: 'cyan',
  failed: 'red',
  crashed: 'red',
  cancelled: 'yellow',
}

/** The epochs of a run's history. */
export async function epochsOf({ call }: Pick<Work, 'call'>, run: string): Promise<RunRecordOf<'epoch'>[]> {
  const { records } = await call('runs.history', { run, points: 10 })
  return records.filter((one) => one.type === 'epoch')
}

async function list({ call, terminal }: Work): Promise<void> {
  const runs = await call('runs.list', {})
  if (terminal.json) return terminal.document({ runs })
  if (runs.length === 0) {
    return terminal.print('No runs yet.', 'Train one: cotejo train --data ID|FOLDER --model cnn')
  }
  const right = { align: 'right' as const }
  const columns = [
    { title: 'run' },
    { title: 'model' },
    { title: 'dataset' },
    { title: 'status' },
    { title: 'test accuracy', ...right },
    { title: 'test loss', ...right },
    { title: 'epochs', ...right },
    { title: 'parameters', ...right },
    { title: 'time', ...right },
  ]
  const rows = runs.map((one) => [
    { text: one.run, style: 'bold' as const },
    one.model,
    plain(one.dataset),
    { text: one.status, style: STATUS_STYLE[one.status] ?? ('dim' as const) },
    percent(one.testAccuracy),
    loss(one.testLoss),
    integer(one.epochs),
    integer(one.parameters),
    duration(one.seconds),
  ])
  terminal.print(...table(columns, rows, { paint: terminal.paint }))
}

async function show(work: Work, given: string): Promise<void> {
  const { call, terminal } = work
  const { run: id } = findRun(await call('runs.list', {}), given)
  const { run, summary, evaluation } = await call('runs.get', { run: id })
  const epochs = await epochsOf(work, id)
  const worth = await call('runs.figures', { run: id }).catch((error: unknown) => {
    // What is damaged is said; all else is shown.
    if (!(error instanceof UserError) || error.code !== 'file-unreadable') throw error
    terminal.note(error.message)
    return { figures: null, cost: null, diagnosis: [] }
  })
  if (terminal.json) {
    const { plan, preprocessing, labels, datasetHash, cotejo } = run
    return terminal.document({
      ...summary,
      labels,
      options: run.model.options,
      plan,
      preprocessing,
      datasetHash,
      cotejo,
      history: epochs,
      evaluation,
      ...worth,
    })
  }
  terminal.print(...runPage(summary, epochs, evaluation, worth, terminal.paint))
}

export function addRunsCommands(program: Command, session: CliSession): void {
  const runs = program.command('runs').description('see what was trained')
  runs
    .command('list')
    .description('list the runs of the library')
    .action((_options: unknown, command: Command) => session.run(command, { readOnly: true }, list))
  runs
    .command('show')
    .argument('<run>', 'its name, or a beginning that only one run has')
    .description('show one run: results, curves, classes')
    .action((given: string, _options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, (work) => show(work, given)),
    )
}
