// The queue and the trash in the terminal: on a real library with the fake engine, in this process.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Terminal } from '../../src-main/hosts/cli/output/terminal'
import { runCli } from '../../src-main/hosts/cli/program'
import { openLogFile } from '../../src-main/hosts/shared/log-file'
import { planOf, Workbench } from '../support/app'

const bench = new Workbench()
let library: string
let cwd: string

/** What waits after a window was closed: a, b and c, held. */
beforeEach(async () => {
  library = join(await bench.folder(), 'library')
  cwd = await bench.folder()
  const app = await bench.open({ library })
  const source = { kind: 'folder' as const, path: await bench.pictures() }
  const { dataset } = await app.call('data.import', { source, options: { size: 48 } })
  const start = (name: string, epochs: number) =>
    app.call('runs.start', { name, dataset: dataset.id, model: { name: 'cnn' }, plan: planOf(epochs) })
  await start('epoch-ms-30', 5000)
  for (const name of ['a', 'b', 'c']) await start(name, 1)
  await app.close()
})
afterEach(() => bench.close())

async function cotejo(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const outcome = { code: -1, out: '', err: '' }
  const stream = (key: 'out' | 'err') => ({
    isTTY: false,
    columns: 100,
    write: (text: string) => void (outcome[key] += text),
  })
  outcome.code = await runCli(['--library', library, ...words], {
    terminal: new Terminal({ stdout: stream('out'), stderr: stream('err'), env: {} }),
    out: cwd,
    cwd,
    env: {},
    open: async (options) => ({
      app: await bench.open({
        library: options.library!,
        host: options.host,
        ...(options.readOnly ? { readOnly: true } : {}),
      }),
      log: openLogFile(cwd, 'cli'),
    }),
    onInterrupt: () => () => {},
    exit: () => {},
  })
  return outcome
}
async function json(...words: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await cotejo(...words, '--json')
  expect(code, err).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}
const waiting = (state: Record<string, unknown>): string[] =>
  (state['waiting'] as { run: string }[]).map(({ run }) => run)

it('shows the queue, puts it in another order, and trains it', async () => {
  expect(waiting(await json('queue'))).toEqual(['a', 'b', 'c'])
  expect(waiting(await json('queue', 'move', 'c', '--first'))).toEqual(['c', 'a', 'b'])
  expect(waiting(await json('queue', 'move', 'c', '--before', 'b'))).toEqual(['a', 'c', 'b'])
  expect(waiting(await json('queue', 'move', 'a'))).toEqual(['c', 'b', 'a'])
  expect(waiting(await json('queue', 'remove', 'b'))).toEqual(['c', 'a'])
  expect((await cotejo('queue', 'list')).out).toMatch(/1 +c .*held\n2 +a .*held/)
  const wrong = await cotejo('queue', 'remove', 'b')
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('does not wait')])
  const { runs } = await json('queue', 'run')
  expect(runs).toMatchObject([
    { run: 'c', status: 'done' },
    { run: 'a', status: 'done' },
  ])
  expect((await cotejo('queue')).out).toBe('No run waits.\n')
  // What was taken out is kept, and goes on where it is wanted.
  expect(await json('runs', 'resume', 'b')).toMatchObject({ run: 'b', status: 'done' })
})

it('removes, lists what was removed, brings it back, and deletes it for good', async () => {
  await cotejo('queue', 'run')
  expect((await cotejo('runs', 'rename', 'a', 'Mi red')).out).toBe('a is called Mi red.\n')
  const { out } = await cotejo('runs', 'remove', 'a', 'b')
  expect(out).toMatch(/Removed a\. Until \d{4}-\d\d-\d\d: cotejo runs restore a\nRemoved b/)
  const { items } = await json('trash')
  expect(items).toMatchObject([
    { kind: 'run', id: 'b' },
    { kind: 'run', id: 'a', name: 'Mi red' },
  ])
  expect((await cotejo('runs', 'restore', 'a')).out).toBe('Restored a.\n')
  expect(((await json('runs', 'list'))['runs'] as { run: string }[]).map(({ run }) => run)).toContain('a')
  const gone = await cotejo('trash', 'restore', 'a')
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('Nothing called “a” was removed')])
  await cotejo('data', 'remove', 'gatos-y-perros')
  expect((await cotejo('trash', 'restore', 'gatos-y-perros')).out).toContain('Restored the dataset')
  expect((await cotejo('trash', 'empty')).out).toBe('Deleted 1 thing for good.\n')
  expect(await readdir(join(library, '.trash'))).toEqual([])
})
