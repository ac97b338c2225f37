// A full disk: a real one, a file system of one megabyte in memory. Needs the right to mount one.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { planOf, runEnded, Workbench } from '../support/app'
import { mountSmallDisk, unmount } from '../support/small-disk'

const disk = mountSmallDisk(1)

describe.skipIf(disk === null)('a full disk', () => {
  const bench = new Workbench()
  const filler = join(disk ?? '', 'filler')
  /** Leaves no block free. */
  async function fill(): Promise<void> {
    await writeFile(filler, Buffer.alloc(2 ** 20)).catch(() => {})
    await writeFile(`${filler}-2`, Buffer.alloc(4096)).catch(() => {})
    await expect(writeFile(`${filler}-3`, Buffer.alloc(4096))).rejects.toThrow('ENOSPC')
    await rm(`${filler}-3`, { force: true })
  }
  async function free(): Promise<void> {
    for (const name of ['', '-2', '-3']) await rm(filler + name, { force: true })
  }

  afterEach(async () => {
    await free()
    await bench.close()
  })
  afterAll(() => {
    unmount(disk!)
  })

  it('is named, nothing half-written is kept, and work goes on when there is space again', async () => {
    const library = join(disk!, 'library')
    const app = await bench.open({ library })
    const pictures = await bench.pictures()
    const importing = () =>
      app.call('data.import', { source: { kind: 'folder', path: pictures }, options: {} })
    const { dataset } = await importing()
    const request = { dataset: dataset.id, model: { name: 'cnn' as const }, plan: planOf(1) }
    const { run } = await app.call('runs.start', { ...request, name: 'first' })
    await runEnded(app, run)
    const upload = await app.uploads.begin()

    await fill()
    await expect(app.call('runs.start', { ...request, name: 'second' })).rejects.toMatchObject({
      code: 'disk-full',
      hint: expect.any(String),
    })
    await expect(app.call('runs.rename', { run, name: 'Otro' })).rejects.toMatchObject({ code: 'disk-full' })
    await expect(importing()).rejects.toThrow('ENOSPC')
    async function* picture() {
      yield Buffer.alloc(100_000)
    }
    await expect(app.uploads.write(upload, 'cat/1.jpg', picture())).rejects.toThrow('ENOSPC')
    expect(await readdir(join(library, 'runs'))).toEqual(['first'])
    expect((await readdir(join(library, 'runs', 'first'))).filter((name) => name.includes('tmp'))).toEqual([])
    expect(await readdir(join(library, 'datasets'))).toEqual([dataset.id])
    expect(await readdir(join(library, '.tmp'))).toEqual(['uploads'])
    expect(await app.call('runs.list', {})).toMatchObject([{ run, name: 'first', status: 'done' }])
    const lock = JSON.parse(await readFile(join(library, 'lock.json'), 'utf8'))
    expect(lock.pid).toBe(process.pid)

    await free()
    const second = await app.call('runs.start', { ...request, name: 'second' })
    expect(await runEnded(app, second.run)).toMatchObject({ status: 'done' })
  })

  it('in the middle of a run ends that run with a reason', async () => {
    const library = join(disk!, 'another')
    const app = await bench.open({ library })
    const source = { kind: 'folder' as const, path: await bench.pictures() }
    const { dataset } = await app.call('data.import', { source, options: {} })
    const { run } = await app.call('runs.start', {
      dataset: dataset.id,
      model: { name: 'cnn' },
      plan: planOf(2000),
      name: 'epoch-ms-1',
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    await fill()
    const summary = await runEnded(app, run)
    expect(['failed', 'crashed']).toContain(summary.status)
    await free()
    await app.close()
    // Whatever could not be written then is put right when the library is opened again.
    const again = await bench.open({ library })
    expect(['failed', 'crashed']).toContain((await again.call('runs.get', { run })).summary.status)
    const history = await readFile(join(library, 'runs', run, 'history.jsonl'), 'utf8')
    expect(JSON.parse(history.trimEnd().split('\n').at(-1)!)).toMatchObject({ type: 'end' })
  })

  it('keeps a library from being made, and leaves no lock behind', async () => {
    await fill()
    await expect(bench.open({ library: join(disk!, 'new') })).rejects.toMatchObject({ code: 'disk-full' })
    await free()
    expect(await readdir(join(disk!, 'new')).catch(() => [])).not.toContain('lock.json')
    await bench.open({ library: join(disk!, 'new') })
  })
})
