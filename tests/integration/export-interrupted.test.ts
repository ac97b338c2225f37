// An export that does not come to its end: on a full disk, and killed midway. Nothing half-written has the final name.
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { modelChoice, pixelScalings, type ExportFormat } from '../../src-main/contract'
import { openWasm } from '../../src-main/engine/backends/wasm'
import type { Compute } from '../../src-main/engine/compute'
import { exportRun, exportSeveral } from '../../src-main/engine/export'
import { buildFresh } from '../../src-main/engine/models/build'
import { saveModel } from '../../src-main/engine/models/storage'
import { quietTask } from '../../src-main/engine/task'
import { mountSmallDisk, unmount } from '../support/small-disk'

const labels = ['a', 'b', 'c']

/** Of two megabytes, which the model does not fit into. */
const disk = mountSmallDisk(2)

describe.skipIf(disk === null)('a full disk', () => {
  let compute: Compute
  let work: string
  beforeAll(async () => {
    compute = await openWasm()
    work = await mkdtemp(join(tmpdir(), 'cotejo-export-'))
    const model = buildFresh(modelChoice.parse({ name: 'cnn' }), { size: 32, classes: 3, seed: 1 })
    await saveModel(join(work, 'model'), model.network, {
      version: 1,
      model: modelChoice.parse({ name: 'cnn' }),
      labels,
      preprocessing: { size: 32, resize: 'fit', ...pixelScalings.unit },
      parameters: model.parameters,
      trainableParameters: model.trainableParameters,
      cotejo: '0.1.0',
    })
    model.dispose()
  })
  afterAll(async () => {
    unmount(disk!)
    await rm(work, { recursive: true, force: true })
    await compute.dispose()
  })

  // A single file, a folder, a file that is written in parts, and one that a library of its own writes.
  test.each<[ExportFormat]>([['onnx'], ['savedmodel'], ['tflite'], ['coreml'], ['h5'], ['web']])(
    'leaves nothing of %s',
    async (format) => {
      const out = join(disk!, 'out')
      await expect(exportRun({ folder: work, run: 'x', format, out }, quietTask())).rejects.toThrow('ENOSPC')
      expect(await readdir(disk!)).toEqual([])
    },
  )

  test('leaves nothing of several', async () => {
    const formats = ['onnx', 'savedmodel'] as const
    const out = join(disk!, 'out')
    await expect(exportSeveral({ folder: work, run: 'x', formats, out }, quietTask())).rejects.toThrow(
      'ENOSPC',
    )
    expect(await readdir(disk!)).toEqual([])
  })
})

describe('killed midway', () => {
  const root = join(import.meta.dirname, '..', '..')
  /** The build that COTEJO_OUT names; else the one of the sources as they are, which is made first. */
  const program = process.env.COTEJO_OUT
    ? [join(root, process.env.COTEJO_OUT, 'main', 'cli.js')]
    : [join(root, 'build', 'run.mjs'), 'cotejo']
  let folder: string
  let run: string

  /** The built program, its engine too, in a group of processes of its own. */
  function start(words: readonly string[]) {
    const child = spawn(process.execPath, [...program, ...words], {
      cwd: folder,
      detached: process.platform !== 'win32',
      env: {
        ...process.env,
        INIT_CWD: folder,
        XDG_DATA_HOME: folder,
        COTEJO_LIBRARY: join(folder, 'library'),
      },
    })
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const ended = new Promise<{ code: number | null; out: string }>((done) =>
      child.on('close', (code) => done({ code, out })),
    )
    return { ended, kill: () => process.kill(-child.pid!, 'SIGKILL') }
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cotejo-export-'))
    await start('data sample --per-class 20'.split(' ')).ended
    const words = 'train --data sample --model cnn --size 64 --epochs 1 --backend wasm --json'
    const { code, out } = await start(words.split(' ')).ended
    expect(code, out).toBe(0)
    run = (JSON.parse(out.slice(out.indexOf('{'))) as { run: string }).run
  })
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

  test.skipIf(process.platform === 'win32').each([
    ['a folder', 'onnx,savedmodel', []],
    ['a .zip', 'onnx,savedmodel', ['--zip']],
  ])('%s is not there, and the next attempt clears up', async (_, formats, more) => {
    const words = ['export', run, '--format', formats, '--out', 'out.zip', ...more]
    const { ended, kill } = start(words)
    const left = async () => (await readdir(folder)).filter((name) => name.endsWith('.partial'))
    let over: string | null = null
    void ended.then(({ out }) => (over = out))
    while ((await left()).length === 0) {
      expect(over, 'ended before it wrote anything').toBeNull()
      await wait(5)
    }
    kill()
    await ended
    // A process that is writing to the disk ends when the disk has answered, and is there until it was collected.
    const owners = (await left()).map((name) => Number(/\.(\d+)[.\d]*\.partial$/.exec(name)![1]))
    await vi.waitFor(() => owners.forEach((pid) => expect(() => process.kill(pid, 0)).toThrow()), 60_000)
    expect(await readdir(folder)).not.toContain('out.zip')
    expect((await start(words).ended).code).toBe(0)
    expect(await readdir(folder)).toContain('out.zip')
    expect(await left()).toEqual([])
    await rm(join(folder, 'out.zip'), { recursive: true })
  })
})
