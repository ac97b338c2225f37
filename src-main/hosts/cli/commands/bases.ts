// cotejo bases list | install | import | remove
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { BaseInfo } from '../../../contract'
import { knownArchitecture, positiveNumber } from '../arguments'
import { bytes, integer, percent } from '../output/format'
import { table, type Cell, type Column } from '../output/table'
import type { Terminal } from '../output/terminal'
import type { CliSession } from '../session'

const right = { align: 'right' as const }
const columns: readonly Column[] = [
  { title: 'base' },
  { title: 'parameters', ...right },
  { title: 'size', ...right },
  { title: 'top-1', ...right },
  { title: 'licence' },
  { title: 'state' },
]

function state({ state, partialBytes, bytes: all }: BaseInfo): Cell {
  switch (state) {
    case 'built-in':
      return { text: 'built in', style: 'cyan' }
    case 'installed':
      return { text: 'installed', style: 'green' }
    case 'partial':
      return { text: `${Math.min(99, Math.floor((100 * partialBytes) / all))} % here`, style: 'yellow' }
    case 'available':
      return ''
  }
}

function row(base: BaseInfo): Cell[] {
  const here = base.state === 'built-in' || base.state === 'installed'
  return [
    here ? { text: base.id, style: 'bold' } : base.id,
    integer(base.parameters),
    bytes(base.bytes),
    base.accuracy === null ? '–' : percent(base.accuracy.top1),
    base.licence ?? '–',
    state(base),
  ]
}

function print(terminal: Terminal, bases: readonly BaseInfo[]): void {
  terminal.print(...table(columns, bases.map(row), { paint: terminal.paint }))
}

export function addBaseCommands(program: Command, session: CliSession): void {
  const bases = program.command('bases').description('pretrained networks to build on')
  bases
    .command('list')
    .description('list the bases: built in, installed, and to be installed')
    .action((_options: unknown, command: Command) =>
      session.run(command, { readOnly: true }, async ({ call, terminal }) => {
        const found = await call('bases.list', {})
        if (terminal.json) return terminal.document({ bases: found })
        print(terminal, found)
        terminal.note(
          terminal.notePaint(
            'dim',
            'top-1: on the validation pictures of what it was trained on, as published; --json has the sources.',
          ),
        )
      }),
    )
  bases
    .command('install')
    .argument('<names...>', 'one or more: see bases list')
    .description('download bases; one that broke off goes on where it stopped')
    .action((names: string[], _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const done: BaseInfo[] = []
        for (const base of names) done.push(await call('bases.install', { base }))
        if (terminal.json) return terminal.document({ bases: done })
        print(terminal, done)
      }),
    )
  bases
    .command('import')
    .argument('<file>', 'a weights file of Keras (.h5, .weights.h5)')
    .requiredOption('--architecture <name>', 'what the weights are of, such as mobilenet-v2')
    .option('--alpha <width>', 'factor of the width, in families that have one', positiveNumber(10), 1)
    .description('take a weights file that you have into the library')
    .action((file: string, options: { architecture: string; alpha: number }, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const base = await call('bases.import', {
          architecture: knownArchitecture(options.architecture),
          alpha: options.alpha,
          source: { kind: 'file', path: resolve(session.host.cwd, file) },
        })
        if (terminal.json) return terminal.document(base)
        print(terminal, [base])
      }),
    )
  bases
    .command('remove')
    .argument('<name>', 'its name: see bases list')
    .description('remove a base from the library, or what a broken download left')
    .action((base: string, _options: unknown, command: Command) =>
      session.run(command, {}, async ({ call, terminal }) => {
        const item = await call('bases.remove', { base })
        if (terminal.json) return terminal.document({ base, removed: true, item })
        terminal.print(`Removed ${base}.`)
      }),
    )
}
