// cotejo data add | leave-out | keep | relabel | undo | remove: what changes a dataset after its import.
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { trashDays, UserError, type CallResult, type Dataset, type Decision } from '../../../contract'
import { describeCounts } from '../datasets'
import { plural } from '../output/format'
import type { CliSession, Work } from '../session'
import { printReport } from './data-report'

/** The number of the class that a person named. */
function labelOf(dataset: Dataset, name: string): number {
  const wanted = name.normalize('NFC')
  const label = dataset.classes.findIndex((one) => one.name === wanted)
  if (label >= 0) return label
  const known = dataset.classes.map((one) => one.name).join(', ')
  throw new UserError('not-found', `${dataset.name} has no class “${name}”.`, {
    detail: { class: name, known },
    hint: `Its classes: ${known}.`,
  })
}

/** The numbers of the pictures that a person named by their files. */
async function indicesOf({ call }: Work, dataset: string, files: readonly string[]): Promise<number[]> {
  const wanted = new Map(files.map((file) => [file.normalize('NFC'), -1]))
  const limit = 500
  for (let offset = 0, total = 1; offset < total; offset += limit) {
    const page = await call('data.images', { dataset, state: 'all', offset, limit })
    total = page.total
    for (const { file, index } of page.images)
      if (wanted.has(file.normalize('NFC'))) wanted.set(file.normalize('NFC'), index)
  }
  const missing = [...wanted].find(([, index]) => index < 0)
  if (missing)
    throw new UserError('not-found', `The dataset has no picture ${missing[0]}.`, {
      detail: { file: missing[0] },
      hint: 'Name it as “cotejo data report” does, with its folder: cat/001.jpg.',
    })
  return [...wanted.values()]
}

export function addChangeCommands(data: Command, session: CliSession): void {
  const done = (work: Work, result: CallResult<'data.report'>): void => {
    if (work.terminal.json) return printReport(work.terminal, result)
    work.terminal.print(`${result.dataset.id}: ${describeCounts(result.dataset)}`)
  }

  data
    .command('add')
    .argument('<dataset>', 'a dataset of the library')
    .argument('<paths...>', 'folders, archives or pictures')
    .option('--label <class>', 'the class that all of them belong to, whatever their folders are called')
    .description('more pictures for a dataset; those that are there keep their split')
    .action((id: string, paths: string[], options: { label?: string }, command: Command) =>
      session.run(command, {}, async (work) => {
        const { dataset } = await work.call('data.get', { dataset: id })
        const result = await work.call('data.add', {
          dataset: id,
          source: { kind: 'paths', paths: paths.map((path) => resolve(session.host.cwd, path)) },
          ...(options.label === undefined ? {} : { label: labelOf(dataset, options.label) }),
        })
        if (work.terminal.json) {
          const { files, findings, skipped } = result.report
          return work.terminal.document({ dataset: id, added: result.added, files, findings, skipped })
        }
        work.terminal.print(
          `Added ${plural(result.added, 'picture')} to ${id}: ${describeCounts(result.dataset)}`,
        )
      }),
    )

  const decide = (name: 'leave-out' | 'keep', description: string) =>
    data
      .command(name)
      .argument('<dataset>', 'a dataset of the library')
      .argument('<files...>', 'pictures, as the report names them')
      .description(description)
      .action((dataset: string, files: string[], _options: unknown, command: Command) =>
        session.run(command, {}, async (work) => {
          const indices = await indicesOf(work, dataset, files)
          const decisions = indices.map((index): Decision => ({ index, action: name }))
          done(work, await work.call('data.decide', { dataset, decisions }))
        }),
      )
  decide('leave-out', 'leave pictures out of training and tests; the files stay where they are')
  decide('keep', 'take pictures back, or say that they are right as they are')

  data
    .command('relabel')
    .argument('<dataset>', 'a dataset of the library')
    .argument('<class>', 'the class that the pictures belong to')
    .argument('<files...>', 'pictures, as the report names them')
    .description('give pictures another class; the files stay where they are')
    .action((id: string, name: string, files: string[], _options: unknown, command: Command) =>
      session.run(command, {}, async (work) => {
        const { dataset } = await work.call('data.get', { dataset: id })
        const label = labelOf(dataset, name)
        const indices = await indicesOf(work, id, files)
        const decisions = indices.map((index): Decision => ({ index, action: 'relabel', label }))
        done(work, await work.call('data.decide', { dataset: id, decisions }))
      }),
    )

  data
    .command('undo')
    .argument('<dataset>', 'a dataset of the library')
    .description('take back the last leave-out, keep or relabel')
    .action((dataset: string, _options: unknown, command: Command) =>
      session.run(command, {}, async (work) => done(work, await work.call('data.undo', { dataset }))),
    )

  data
    .command('remove')
    .argument('<datasets...>', 'datasets of the library')
    .description(
      `remove datasets, never the user's pictures; “trash restore” brings them back for ${trashDays} days`,
    )
    .action((given: string[], _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const removed = []
        for (const dataset of given) removed.push(await call('data.remove', { dataset }))
        if (terminal.json) return terminal.document({ removed })
        for (const { id, until } of removed)
          terminal.print(`Removed ${id}. Until ${until.slice(0, 10)}: cotejo trash restore ${id}`)
      }),
    )
}
