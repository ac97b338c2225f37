// cotejo engine list | install | remove
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { PackInfo } from '../../../contract'
import { knownPack } from '../arguments'
import { bytes } from '../output/format'
import { table, type Cell } from '../output/table'
import { plain } from '../output/text'
import type { Terminal } from '../output/terminal'
import type { CliSession } from '../session'

function row(pack: PackInfo): Cell[] {
  const state: Cell = pack.installed
    ? { text: 'installed', style: 'green' }
    : pack.possible
      ? { text: 'can be installed', style: 'cyan' }
      : { text: 'not for this machine', style: 'dim' }
  const size = pack.installed
    ? bytes(pack.bytes)
    : pack.downloadBytes === null
      ? ''
      : `${bytes(pack.downloadBytes)} to download`
  return [
    { text: pack.name, style: 'bold' },
    pack.version,
    state,
    size,
    plain(pack.problem ?? pack.folder ?? ''),
  ]
}

function print(terminal: Terminal, packs: PackInfo[]): void {
  const columns = ['pack', 'version', 'state', 'size', ''].map((title) => ({ title }))
  terminal.print(...table(columns, packs.map(row), { paint: terminal.paint }))
  for (const { hint } of packs) if (hint) terminal.note(terminal.notePaint('dim', plain(hint)))
}

export function addPackCommands(program: Command, session: CliSession): void {
  const engine = program
    .command('engine')
    .description('engine packs: native libraries that make training faster')
  engine
    .command('list')
    .description('list the packs and whether they fit this machine')
    .action((_options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const packs = await call('engine.packs', {})
        if (terminal.json) return terminal.document({ packs })
        print(terminal, packs)
      }),
    )
  engine
    .command('install')
    .argument('<pack>', 'its name: see engine list')
    .option('--wheel <file>', 'a wheel that you have already, instead of a download')
    .description('install a pack')
    .action((name: string, options: { wheel?: string }, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const wheel = options.wheel === undefined ? {} : { wheel: resolve(session.host.cwd, options.wheel) }
        const pack = await call('engine.install', { pack: knownPack(name), ...wheel })
        if (terminal.json) return terminal.document(pack)
        print(terminal, [pack])
      }),
    )
  engine
    .command('remove')
    .argument('<pack>', 'its name: see engine list')
    .description('remove a pack')
    .action((name: string, _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const pack = await call('engine.remove', { pack: knownPack(name) })
        if (terminal.json) return terminal.document(pack)
        print(terminal, [pack])
      }),
    )
}
