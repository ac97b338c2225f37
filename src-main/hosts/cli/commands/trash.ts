// cotejo trash list | restore | empty: what was removed, and the way back.
import type { Command } from 'commander'
import { trashDays, UserError, type TrashItem } from '../../../contract'
import { plural } from '../output/format'
import { table } from '../output/table'
import { plain } from '../output/text'
import type { CliSession } from '../session'

/**
 * What a person means: the id that it had in the library, or its whole name in the trash.
 * @throws UserError `not-found`, also where several fit
 */
export function findItem(items: readonly TrashItem[], given: string): TrashItem {
  const fitting = items.filter(({ item, id }) => item === given || id === given)
  if (fitting.length === 1) return fitting[0]!
  const message =
    fitting.length > 1
      ? `${fitting.length} things that were removed are called “${given}”.`
      : `Nothing called “${given}” was removed.`
  const hint =
    fitting.length > 1
      ? `Name one of: ${fitting.map(({ item }) => item).join(', ')}.`
      : 'cotejo trash list shows what was.'
  throw new UserError('not-found', message, { detail: { item: given }, hint })
}

const day = (iso: string): string => iso.slice(0, 10)

export function addTrashCommands(program: Command, session: CliSession): void {
  const trash = program.command('trash').description(`what was removed; it is kept for ${trashDays} days`)
  trash
    .command('list', { isDefault: true })
    .description('list what can be brought back')
    .action((_options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const items = await call('trash.list', {})
        if (terminal.json) return terminal.document({ items })
        if (items.length === 0) return terminal.print('Nothing was removed.')
        const columns = ['removed', 'what', 'id', 'name', 'kept until'].map((title) => ({ title }))
        const rows = items.map(({ removed, kind, id, name, until }) => [
          day(removed),
          kind,
          { text: id, style: 'bold' as const },
          plain(name),
          day(until),
        ])
        terminal.print(...table(columns, rows, { paint: terminal.paint }))
      }),
    )
  trash
    .command('restore')
    .argument('<what...>', 'ids, as the list names them')
    .description('bring runs, datasets or bases back')
    .action((given: string[], _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const items = await call('trash.list', {})
        const restored: TrashItem[] = []
        for (const one of given.map((name) => findItem(items, name)))
          restored.push(await call('trash.restore', { item: one.item }))
        if (terminal.json) return terminal.document({ restored })
        for (const { kind, id, name } of restored)
          terminal.print(`Restored the ${kind} ${id} (${plain(name)}).`)
      }),
    )
  trash
    .command('empty')
    .argument('[what...]', 'ids; everything where none is named')
    .description('delete for good')
    .action((given: string[], _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const items = await call('trash.list', {})
        const chosen = given.length === 0 ? items : given.map((name) => findItem(items, name))
        for (const { item } of chosen) await call('trash.empty', { item })
        if (terminal.json) return terminal.document({ deleted: chosen.length })
        terminal.print(`Deleted ${plural(chosen.length, 'thing')} for good.`)
      }),
    )
}
