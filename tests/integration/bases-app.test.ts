// Bases through app and the command line with the engine that users get: downloads that end with a kill go on, what
// runs stand on stays, and what a browser sent is imported. Needs the build (`npm test` makes it).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src-main/app/open'
import type { App } from '../../src-main/app/types'
import type { BaseInfo } from '../../src-main/contract'
import { inCatalogue } from '../../src-main/engine/bases/catalogue'
import { Workbench } from '../support/app'
import { sha256Of, writeWeights } from '../support/weights'
import { serveWeights, type WeightsServer } from '../support/weights-server'

const root = resolve(import.meta.dirname, '../..')
const out = resolve(root, process.env.COTEJO_OUT ?? 'out', 'main')
const built = existsSync(join(out, 'engine.js'))
if (!built) console.warn(`Skipped: ${out} is not built (npm run build).`)

const SMALL = 'mobilenet-0.25-224'

describe.skipIf(!built)('bases', () => {
  const bench = new Workbench()
  let server: WeightsServer
  let weights: string
  beforeAll(async () => {
    weights = join(await bench.folder(), 'my weights.h5')
    await writeWeights(weights, 'mobilenet', 0.25)
    server = await serveWeights()
    server.files.set(inCatalogue(SMALL)!.file, await readFile(weights))
  })
  afterAll(async () => {
    await server?.close()
    await bench.close()
  })

  describe('in app', () => {
    let app: App
    let library: string
    beforeAll(async () => {
      library = await bench.folder()
      app = await openApp({
        library,
        packs: join(library, 'packs'),
        host: 'cli',
        engine: { node: process.execPath, program: join(out, 'engine.js') },
        log: bench.log,
      })
    })
    afterAll(() => app?.close())

    it('what a browser sent is imported, and the upload is gone', async () => {
      const events: string[] = []
      const stop = app.listen(({ event }) => void events.push(event))
      const send = async (name: string, file: string) => {
        const upload = await app.uploads.begin()
        async function* bytes() {
          yield new Uint8Array(await readFile(file))
        }
        await app.uploads.write(upload, name, bytes())
        return { kind: 'upload' as const, upload }
      }
      const wrong = await send('wrong.h5', join(root, 'package.json'))
      await expect(
        app.call('bases.import', { architecture: 'mobilenet', alpha: 0.25, source: wrong }),
      ).rejects.toMatchObject({ code: 'file-unreadable' })
      expect(events).not.toContain('bases.changed')
      const base = await app.call('bases.import', {
        architecture: 'mobilenet',
        alpha: 0.25,
        source: await send('meine Gewichte.h5', weights),
      })
      expect(base).toMatchObject({ id: 'mobilenet-meine-gewichte', sha256: sha256Of(weights) })
      expect(events).toContain('bases.changed')
      expect(await readdir(join(library, '.tmp', 'uploads')).catch(() => [])).toEqual([])
      stop()
    })

    it('one that a run stands on stays until the run has ended', async () => {
      const base = 'mobilenet-meine-gewichte'
      const { dataset } = await app.call('data.import', {
        source: { kind: 'sample', perClass: 10 },
        options: { size: 32 },
      })
      const { run } = await app.call('runs.start', {
        dataset: dataset.id,
        model: { name: 'transfer', options: { base } },
        size: 32,
        plan: { phases: [{ epochs: 10_000, trainable: 'all' }], batch: 8 },
        backend: 'wasm',
      })
      await expect(app.call('bases.remove', { base })).rejects.toMatchObject({
        code: 'run-running',
        detail: { run },
      })
      await app.call('runs.cancel', { run })
      await expect
        .poll(async () => (await app.call('runs.get', { run })).summary.status, { timeout: 60_000 })
        .toBe('cancelled')
      await app.call('bases.remove', { base })
      expect((await app.call('bases.list', {})).some(({ id }) => id === base)).toBe(false)
    })
  })

  describe('on the command line', () => {
    let library: string
    beforeAll(async () => void (library = await bench.folder()))

    function cotejo(...words: string[]) {
      const child = spawn(process.execPath, [join(out, 'cli.js'), '--library', library, 'bases', ...words], {
        env: { ...process.env, COTEJO_BASES_URL: server.url },
      })
      const said = { out: '', err: '' }
      child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
      const ended = new Promise<{ code: number | null; out: string; err: string }>((done) =>
        child.on('close', (code) => done({ code, ...said })),
      )
      return { child, ended }
    }
    const list = async (): Promise<BaseInfo[]> =>
      (JSON.parse((await cotejo('list', '--json').ended).out) as { bases: BaseInfo[] }).bases
    const small = async () => (await list()).find(({ id }) => id === SMALL)!

    it('Ctrl-C keeps what came; a killed program too; then the download goes on', async () => {
      const part = join(library, 'bases', '.downloads', `${inCatalogue(SMALL)!.file}.part`)
      for (const [holdAt, signal] of [
        [200_000, 'SIGINT'],
        [500_000, 'SIGKILL'],
      ] as const) {
        server.holdAt = holdAt
        const { child, ended } = cotejo('install', SMALL)
        await expect
          .poll(async () => (await readFile(part).catch(() => Buffer.alloc(0))).length, { timeout: 60_000 })
          .toBeGreaterThan(holdAt - 150_000)
        child.kill(signal)
        const { code, err } = await ended
        if (signal === 'SIGINT') expect([code, err]).toEqual([130, expect.stringContaining('Cancelled.')])
      }
      const { state, partialBytes } = await small()
      expect(state).toBe('partial')
      server.holdAt = null
      const { code, out: text } = await cotejo('install', SMALL).ended
      expect(code).toBe(0)
      expect(text).toMatch(/mobilenet-0\.25-224 +218,544 .* installed/)
      expect(server.asked.at(-1)!.from).toBeGreaterThanOrEqual(partialBytes)
      expect((await small()).sha256).toBe(sha256Of(weights))
    })

    it('imports, says what does not fit, and removes', async () => {
      const wrong = await cotejo('import', weights, '--architecture', 'resnet50').ended
      expect(wrong.code).toBe(1)
      expect(wrong.err).toContain('it has no layer conv1_conv')
      const unknown = await cotejo('import', weights, '--architecture', 'resnet51').ended
      expect(unknown.err).toContain('resnet50')
      const again = await cotejo('import', weights, '--architecture', 'mobilenet', '--alpha', '0.25').ended
      expect([again.code, again.out]).toEqual([0, expect.stringContaining(SMALL)])
      expect((await cotejo('remove', SMALL).ended).code).toBe(0)
      expect((await small()).state).toBe('available')
      const gone = await cotejo('remove', SMALL, '--json').ended
      expect(gone.code).toBe(1)
      expect(JSON.parse(gone.out)).toMatchObject({ error: { code: 'base-not-installed' } })
    })
  })
})
