// cotejo runs list | show | rename | resume | remove | restore
import type { Command } from 'commander'
import { trashDays, UserError, type RunRecordOf, type RunStatus } from '../../../contract'
import { duration, integer, loss, percent } from '../output/format'
import { runPage } from '../output/run-text'
import { table } from '../output/table'
import { runWatcher } from '../output/run-watcher'
import { plain, type Style } from '../output/text'
import type { CliSession, Work } from '../session'
import { followAll, unfinished } from '../training'
import { findRun } from './runs-found'
import { findItem } from './trash'

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

/** Follows the run to its end, as `train` does. */
async function resume(work: Work, given: string): Promise<void> {
  const { call, terminal } = work
  const found = findRun(await call('runs.list', {}), given)
  const [finished] = await followAll(
    work,
    async () => {
      await call('runs.resume', { run: found.run })
      return [found]
    },
    () => runWatcher(terminal),
  )
  const { summary, epochs } = finished!
  const problem = unfinished(summary)
  if (problem) throw problem
  const { evaluation } = await call('runs.get', { run: found.run })
  const worth = await call('runs.figures', { run: found.run })
  if (terminal.json) return terminal.document({ ...summary, evaluation, ...worth })
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
  runs
    .command('rename')
    .argument('<run>', 'its name, or a beginning that only one run has')
    .argument('<name>', 'what it is to be called')
    .description('give a run another name; its id stays')
    .action((given: string, name: string, _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const { run } = findRun(await call('runs.list', {}), given)
        const summary = await call('runs.rename', { run, name })
        if (terminal.json) return terminal.document(summary)
        terminal.print(`${run} is called ${plain(summary.name)}.`)
      }),
    )
  runs
    .command('resume')
    .argument('<run>', 'a run that was cancelled, or ended with the program')
    .description('train on from the last checkpoint')
    .action((given: string, _options: unknown, command: Command) =>
      session.run(command, {}, (work) => resume(work, given)),
    )
  runs
    .command('remove')
    .argument('<runs...>', 'their names')
    .description(`remove runs; “runs restore” brings them back for ${trashDays} days`)
    .action((given: string[], _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const all = await call('runs.list', {})
        const removed = []
        for (const { run } of given.map((name) => findRun(all, name)))
          removed.push(await call('runs.remove', { run }))
        if (terminal.json) return terminal.document({ removed })
        for (const { id, until } of removed)
          terminal.print(`Removed ${id}. Until ${until.slice(0, 10)}: cotejo runs restore ${id}`)
      }),
    )
  runs
    .command('restore')
    .argument('<runs...>', 'their names')
    .description('bring back runs that were removed')
    .action((given: string[], _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const items = (await call('trash.list', {})).filter(({ kind }) => kind === 'run')
        const restored = []
        for (const { item } of given.map((name) => findItem(items, name)))
          restored.push(await call('trash.restore', { item }))
        if (terminal.json) return terminal.document({ restored })
        for (const { id } of restored) terminal.print(`Restored ${id}.`)
      }),
    )
}
