// cotejo queue list | move | hold | release | remove | run: the runs that wait for their turn.
import { Option, type Command } from 'commander'
import { UserError, type QueueState, type RunSummary } from '../../../contract'
import { runWatcher } from '../output/run-watcher'
import { table } from '../output/table'
import { plain } from '../output/text'
import type { CliSession, Work } from '../session'
import { followAll, unfinished } from '../training'
import { findRun } from './runs-found'

async function show({ call, terminal }: Work, queue: QueueState): Promise<void> {
  const byId = new Map((await call('runs.list', {})).map((one) => [one.run, one]))
  if (terminal.json) return terminal.document(queue)
  const rows = [
    ...(queue.active === null ? [] : [{ run: queue.active, state: 'training' }]),
    ...queue.waiting.map(({ run, held }) => ({ run, state: held ? 'held' : 'waiting' })),
  ]
  if (rows.length === 0) return terminal.print('No run waits.')
  const columns = [
    { title: '' },
    { title: 'run' },
    { title: 'name' },
    { title: 'dataset' },
    { title: 'state' },
  ]
  terminal.print(
    ...table(
      columns,
      rows.map(({ run, state }, at) => [
        String(at + 1),
        { text: run, style: 'bold' as const },
        plain(byId.get(run)?.name ?? ''),
        plain(byId.get(run)?.dataset ?? ''),
        state,
      ]),
      { paint: terminal.paint },
    ),
  )
}

const named = async ({ call }: Work, given: string): Promise<string> =>
  findRun(await call('runs.list', {}), given).run

interface Place {
  before?: string
  first?: boolean
  last?: boolean
}

async function move(work: Work, given: string, place: Place): Promise<void> {
  const run = await named(work, given)
  const { waiting } = await work.call('queue.get', {})
  const before = place.before === undefined ? null : await named(work, place.before)
  const first = waiting.find((one) => one.run !== run)?.run ?? null
  await show(work, await work.call('queue.move', { run, before: place.first ? first : before }))
}

/** Trains what waits, one after the other, held or not. */
async function train(work: Work): Promise<void> {
  const { call, terminal } = work
  const { waiting } = await call('queue.get', {})
  if (waiting.length === 0) return show(work, { active: null, waiting })
  const byId = new Map((await call('runs.list', {})).map((one) => [one.run, one]))
  const finished = await followAll(
    work,
    async () => {
      await call('queue.hold', { held: false })
      return waiting.map(({ run }) => byId.get(run)).filter((one): one is RunSummary => one !== undefined)
    },
    (run, at, of) => {
      terminal.note('', terminal.notePaint('bold', `${at + 1}/${of}  ${plain(run.name)}`))
      return runWatcher(terminal)
    },
  )
  const runs = finished.map(({ summary }) => summary)
  if (terminal.json) terminal.document({ runs })
  else terminal.print(`${runs.filter(({ status }) => status === 'done').length} of ${runs.length} are done.`)
  const problem = runs.map(unfinished).find((one): one is UserError => one !== null)
  if (problem) throw problem
}

export function addQueueCommands(program: Command, session: CliSession): void {
  const queue = program.command('queue').description('the runs that wait for their turn')
  const run = ['<run>', 'its name, or a beginning that only one run has'] as const
  queue
    .command('list', { isDefault: true })
    .description('list them in their order')
    .action((_options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async (work) => show(work, await work.call('queue.get', {}))),
    )
  queue
    .command('move')
    .argument(...run)
    .addOption(new Option('--before <run>', 'in front of this one').conflicts(['first', 'last']))
    .addOption(new Option('--first', 'to the front').conflicts(['before', 'last']))
    .option('--last', 'to the end (where nothing else is said)')
    .description('give a run another place')
    .action((given: string, place: Place, command: Command) =>
      session.run(command, {}, (work) => move(work, given, place)),
    )
  for (const [name, held, description] of [
    ['hold', true, 'hold a run, or all: what is held is passed over'],
    ['release', false, 'let a run, or all, have their turn again'],
  ] as const)
    queue
      .command(name)
      .argument('[run]', 'a run that waits; all of them where it is left out')
      .description(description)
      .action((given: string | undefined, _options: unknown, command: Command) =>
        session.run(command, {}, async (work) => {
          const one = given === undefined ? {} : { run: await named(work, given) }
          await show(work, await work.call('queue.hold', { held, ...one }))
        }),
      )
  queue
    .command('remove')
    .argument(...run)
    .description('take a run out of the queue; what was asked is kept, and “runs resume” puts it back')
    .action((given: string, _options: unknown, command: Command) =>
      session.run(command, {}, async (work) => {
        const { waiting } = await work.call('queue.get', {})
        const id = await named(work, given)
        if (!waiting.some((one) => one.run === id))
          throw new UserError('invalid-argument', `The run ${id} does not wait for its turn.`, {
            detail: { run: id },
            hint: 'cotejo queue list shows those that do.',
          })
        await work.call('runs.cancel', { run: id })
        await show(work, await work.call('queue.get', {}))
      }),
    )
  queue
    .command('run')
    .description('train what waits, one after the other')
    .action((_options: unknown, command: Command) => session.run(command, {}, train))
}
