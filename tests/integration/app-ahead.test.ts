// What app does before anybody asks: where a window will come, the engine is started for it.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Workbench } from '../support/app'

let bench: Workbench
beforeEach(() => void (bench = new Workbench()))
afterEach(() => bench.close())

/** Pid of the engine that the library's lock names. */
async function engineOf(library: string): Promise<number | null> {
  const lock = JSON.parse(await readFile(join(library, 'lock.json'), 'utf8'))
  return (lock as { engine: { pid: number } | null }).engine?.pid ?? null
}

it.each(['serve', 'electron'] as const)(
  'starts the engine for %s, and closes while it reads',
  async (host) => {
    const library = await bench.folder()
    const app = await bench.open({ library, host })
    let pid: number | null = null
    while ((pid = await engineOf(library)) === null) await wait(20)
    await app.close()
    expect(() => process.kill(pid!, 0)).toThrow()
    expect(bench.log.lines.filter((line) => !line.startsWith('info'))).toEqual([])
  },
)

it('starts none for a command, which may not need it', async () => {
  const library = await bench.folder()
  const app = await bench.open({ library, host: 'cli' })
  await app.call('runs.list', {})
  await wait(200)
  expect(await engineOf(library)).toBeNull()
  await app.call('models.describe', { model: { name: 'cnn' }, size: 32, classes: 2 })
  expect(await engineOf(library)).not.toBeNull()
})
