// Bases in a library: downloaded from a loopback server that breaks off, sends the wrong thing or hangs; imported from
// files that fit, do not fit, are damaged or mean harm. After each failure the library is as it was.
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Architecture, Progress } from '../../src-main/contract'
import { inCatalogue } from '../../src-main/engine/bases/catalogue'
import { findBase, getBase } from '../../src-main/engine/bases/find'
import { importBase } from '../../src-main/engine/bases/import'
import { installBase } from '../../src-main/engine/bases/install'
import { listBases } from '../../src-main/engine/bases/list'
import { removeBase } from '../../src-main/engine/bases/remove'
import { rng } from '../../src-main/engine/rng'
import { quietTask, type Task } from '../../src-main/engine/task'
import { serveWeights, type WeightsServer } from '../support/weights-server'
import { sha256Of, writeWeights } from '../support/weights'

const SMALL = 'mobilenet-0.25-224'
const { file: NAME } = inCatalogue(SMALL)!
const QUICK = { retryMs: 1, stallMs: 2000, retries: 0 }

let home: string
let good: string
let body: Buffer
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cotejo-bases-'))
  good = join(home, 'good.h5')
  await writeWeights(good, 'mobilenet', 0.25)
  body = await readFile(good)
})
afterAll(() => rm(home, { recursive: true, force: true }))

let bases: string
beforeEach(async () => void (bases = join(await mkdtemp(join(home, 'library-')), 'bases')))

const stateOf = async (id: string) => (await listBases(bases)).find((base) => base.id === id)
/** Everything in the library's folder of bases, hidden files too; empty folders are not there. */
const contents = async (): Promise<string[]> =>
  (await readdir(bases, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(bases.length + 1))
    .sort()
const watching = (watch: (now: Progress) => void, signal?: AbortSignal): Task => ({
  ...quietTask(signal),
  progress: watch,
})
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('a base of the catalogue', () => {
  let server: WeightsServer
  beforeEach(async () => {
    server = await serveWeights()
    server.files.set(NAME, body)
  })
  afterEach(() => server.close())
  const install = (base = SMALL, task = quietTask()) =>
    installBase({ bases, base, url: `${server.url}/${inCatalogue(base)!.file}` }, task, QUICK)

  it('comes, is read wholly, and is found; the second time nothing is asked', async () => {
    const seen = new Set<string>()
    const info = await install(
      SMALL,
      watching(({ stage }) => seen.add(stage)),
    )
    const sha256 = sha256Of(good)
    expect(info).toMatchObject({ id: SMALL, state: 'installed', sha256, bytes: body.length })
    expect(seen).toEqual(new Set(['connect', 'download', 'verify']))
    expect(await contents()).toEqual([`${sha256}/base.json`, `${sha256}/${NAME}`])
    const { record, file } = await findBase(bases, SMALL)
    expect(record).toMatchObject({ version: 1, origin: 'catalogue', architecture: 'mobilenet', alpha: 0.25 })
    expect(sha256Of(file)).toBe(sha256)
    await install()
    expect(server.asked).toHaveLength(1)
  })

  it('goes on where it broke off, at any byte', async () => {
    const at = [0, 1, 7, 100, 4096, 65_536, 700_001, body.length - 1]
    let have = 0
    for (const position of at) {
      server.breakAt = [position]
      expect(await codeOf(install())).toBe('download-failed')
      const { state, partialBytes } = (await stateOf(SMALL))!
      // What was on its way when the connection broke may be lost, but nothing that was kept.
      expect(partialBytes).toBeGreaterThanOrEqual(have)
      expect(partialBytes).toBeLessThanOrEqual(position)
      expect(state).toBe(partialBytes > 0 ? 'partial' : 'available')
      expect(await codeOf(getBase(bases, SMALL))).toBe('base-not-installed')
      have = partialBytes
    }
    expect((await install()).sha256).toBe(sha256Of(good))
    expect(server.asked.at(-1)!.from).toBe(have)
    expect((await contents()).some((path) => path.startsWith('.'))).toBe(false)
  })

  it('goes on by itself when the connection breaks', async () => {
    server.breakAt = [1000, 200_000]
    const url = `${server.url}/${NAME}`
    await installBase({ bases, base: SMALL, url }, quietTask(), { ...QUICK, retries: 4 })
    expect(server.asked).toHaveLength(3)
  })

  it('that is cancelled keeps what came, and remove clears it away', async () => {
    server.holdAt = 300_000
    const abort = new AbortController()
    const cancel = ({ done }: Progress) => done >= 100_000 && abort.abort()
    expect(await codeOf(install(SMALL, watching(cancel, abort.signal)))).toBe('cancelled')
    expect((await stateOf(SMALL))!.state).toBe('partial')
    await removeBase({ bases, base: SMALL }, quietTask())
    expect((await stateOf(SMALL))!.state).toBe('available')
    expect(await contents()).toEqual([])
  })

  it('is not what a network’s own page is, and nothing of that stays', async () => {
    server.files.set(NAME, Buffer.from('<html><body>Please log in to the hotel network.</body></html>'))
    await expect(install()).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('not the weights of MobileNet 0.25'),
    })
    expect(await contents()).toEqual([])
    server.files.set(NAME, body)
    expect((await install()).state).toBe('installed')
  })

  it('is not another width’s file, and says the layer and the shapes', async () => {
    const other = join(home, 'half.h5')
    await writeWeights(other, 'mobilenet', 0.5)
    server.files.set(NAME, await readFile(other))
    await expect(install()).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringMatching(/layer conv1 .*3×3×3×16.*3×3×3×8/),
    })
    expect(await contents()).toEqual([])
  })

  it('with another hash than Keras’s is refused, whatever is in it', async () => {
    const base = 'mobilenet-v3-small-0.75-224'
    const fits = join(home, 'v3.h5')
    await writeWeights(fits, 'mobilenet-v3-small', 0.75)
    server.files.set(inCatalogue(base)!.file, await readFile(fits))
    await expect(install(base)).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining(inCatalogue(base)!.hash!.hex),
    })
    expect(await contents()).toEqual([])
  })

  it('asked for twice at once is fetched once', async () => {
    const [a, b] = await Promise.all([install(), install()])
    expect(a).toEqual(b)
    expect(server.asked).toHaveLength(1)
  })

  it('that is not on the server says so', async () => {
    server.files.clear()
    await expect(install()).rejects.toMatchObject({
      code: 'download-failed',
      message: expect.stringContaining('404'),
    })
    expect(await contents()).toEqual([])
  })
})

describe('a name', () => {
  it('that nobody knows gets names like it; one that is not here says how to get it', async () => {
    await expect(getBase(bases, 'mobilenetv2')).rejects.toMatchObject({
      code: 'base-unknown',
      hint: expect.stringContaining('mobilenet-v2-'),
    })
    await expect(findBase(bases, 'vgg16-224')).rejects.toMatchObject({
      code: 'base-not-installed',
      hint: expect.stringContaining('cotejo bases install vgg16-224'),
    })
    expect(await codeOf(removeBase({ bases, base: 'vgg16-224' }, quietTask()))).toBe('base-not-installed')
    expect(await codeOf(installBase({ bases, base: 'vgg17' }, quietTask()))).toBe('base-unknown')
  })
})

describe('the library', () => {
  const importGood = () =>
    importBase({ bases, architecture: 'mobilenet', alpha: 0.25, file: good }, quietTask())

  it('lists a base whose file changed its length, or whose record is damaged, as not there', async () => {
    const { id, sha256 } = await importGood()
    const folder = join(bases, sha256!)
    const record = await readFile(join(folder, 'base.json'), 'utf8')
    for (const text of ['', '{', '{"version":2}', record.replace('weights.h5', '../../weights.h5')]) {
      await writeFile(join(folder, 'base.json'), text)
      expect(await stateOf(id)).toBeUndefined()
    }
    await writeFile(join(folder, 'base.json'), record)
    expect((await stateOf(id))!.state).toBe('installed')
    await truncate(join(folder, 'weights.h5'), 1000)
    expect(await stateOf(id)).toBeUndefined()
    expect((await importGood()).state).toBe('installed')
    expect((await findBase(bases, id)).record.sha256).toBe(sha256)
  })

  it('notices before training that a byte has changed', async () => {
    const { id, sha256 } = await importGood()
    const file = join(bases, sha256!, 'weights.h5')
    const bytes = await readFile(file)
    bytes[bytes.length - 5]! ^= 1
    await writeFile(file, bytes)
    expect((await stateOf(id))!.state).toBe('installed')
    await expect(findBase(bases, id)).rejects.toMatchObject({
      code: 'file-unreadable',
      hint: expect.stringContaining(id),
    })
    await removeBase({ bases, base: id }, quietTask())
    expect(await contents()).toEqual([])
  })

  it('clears away what a process that was killed has left', async () => {
    await mkdir(join(bases, '.making-1-abc'), { recursive: true })
    await writeFile(join(bases, '.making-1-abc', 'weights.h5'), 'half')
    await importGood()
    expect(await readdir(bases)).toEqual([sha256Of(good)])
  })
})

describe('an import', () => {
  const take = (file: string, architecture: Architecture = 'mobilenet', alpha = 0.25, task = quietTask()) =>
    importBase({ bases, architecture, alpha, file }, task)

  it('copies the file, keeps the original as it is, and knows the same content again', async () => {
    const before = await stat(good)
    const info = await take(good)
    expect(info).toMatchObject({
      id: 'mobilenet-good',
      title: 'MobileNet 0.25 · good',
      origin: 'file',
      state: 'installed',
      sha256: sha256Of(good),
      accuracy: null,
      licence: null,
    })
    const again = join(home, 'other name.h5')
    await copyFile(good, again)
    expect(await take(again)).toEqual(info)
    const after = await stat(good)
    expect([after.size, after.mtimeMs, after.mode]).toEqual([before.size, before.mtimeMs, before.mode])
    expect((await listBases(bases)).filter((base) => base.state === 'installed')).toEqual([info])
  })

  it('of files with the same name gives each its own', async () => {
    await take(good)
    const folder = await mkdtemp(join(home, 'again-'))
    await writeWeights(join(folder, 'good.h5'), 'mobilenet', 0.25, { seed: 2 })
    expect((await take(join(folder, 'good.h5'))).id).toBe('mobilenet-good-2')
  })

  it('reads what Keras 3 writes', async () => {
    const file = join(home, 'three.weights.h5')
    await writeWeights(file, 'mobilenet-v2', 0.35, { layout: 'keras3' })
    expect(await take(file, 'mobilenet-v2', 0.35)).toMatchObject({
      id: 'mobilenet-v2-three',
      architecture: 'mobilenet-v2',
      alpha: 0.35,
      parameters: 410_208,
    })
  })

  it('of another architecture’s file says which layer is missing or which shapes differ', async () => {
    await expect(take(good, 'resnet50', 1)).rejects.toMatchObject({
      code: 'weights-wrong',
      message: expect.stringMatching(/^good\.h5 does not fit: it has no layer conv1_conv/),
      detail: expect.objectContaining({ layer: 'conv1_conv' }),
    })
    await expect(take(good, 'mobilenet', 0.5)).rejects.toMatchObject({
      code: 'weights-wrong',
      detail: expect.objectContaining({ layer: 'conv1', has: '3×3×3×8', needs: '3×3×3×16' }),
    })
    expect(await codeOf(take(good, 'mobilenet', 0.3))).toBe('invalid-argument')
    expect(await contents()).toEqual([])
  })

  it('of what is no weights file says so', async () => {
    const folder = await mkdtemp(join(home, 'wrong-'))
    const file = join(folder, 'x.h5')
    for (const content of ['', 'not HDF5', '\x89HDF\r\n\x1a\n', '<html></html>']) {
      await writeFile(file, content, 'latin1')
      await expect(take(file)).rejects.toMatchObject({
        code: 'file-unreadable',
        message: expect.stringContaining('x.h5'),
      })
    }
    expect(await codeOf(take(folder))).toBe('file-unreadable')
    expect(await codeOf(take(join(folder, 'nothing.h5')))).toBe('not-found')
    await writeFile(file, '')
    await truncate(file, 2 ** 30 + 1)
    await expect(take(file)).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringContaining('1 GB'),
    })
    expect(await contents()).toEqual([])
  })

  it('that is cancelled leaves nothing', async () => {
    const abort = new AbortController()
    const task = watching(({ stage }) => stage === 'write' && abort.abort(), abort.signal)
    expect(await codeOf(take(good, 'mobilenet', 0.25, task))).toBe('cancelled')
    expect(await contents()).toEqual([])
  })
})

const shared = resolve(import.meta.dirname, '../../../shared/data/weights')
const real = existsSync(shared)
if (!real) console.warn(`Skipped: ${shared} is not there.`)

describe.skipIf(!real)('real weight files', () => {
  it.each<[string, Architecture, number, number]>([
    ['mobilenet_2_5_224_tf_no_top.h5', 'mobilenet', 0.25, 218_544],
    ['mobilenet_v2_0.35_224_no_top.h5', 'mobilenet-v2', 0.35, 410_208],
    ['mobilenet_v2_1.0_224_no_top.h5', 'mobilenet-v2', 1, 2_257_984],
  ])('%s is imported and found', async (name, architecture, alpha, parameters) => {
    const info = await importBase({ bases, architecture, alpha, file: join(shared, name) }, quietTask())
    expect(info).toMatchObject({ architecture, alpha, parameters, state: 'installed', size: 224 })
    expect(sha256Of((await findBase(bases, info.id)).file)).toBe(sha256Of(join(shared, name)))
  })

  it('cut off or changed anywhere are refused, or are a whole file with other numbers', async () => {
    const whole = await readFile(join(shared, 'mobilenet_2_5_224_tf_no_top.h5'))
    const random = rng(3)
    const file = join(home, 'harm.h5')
    const take = () =>
      codeOf(importBase({ bases, architecture: 'mobilenet', alpha: 0.25, file }, quietTask()))
    for (const share of [0.0001, 0.01, 0.5, 0.99999]) {
      await writeFile(file, whole.subarray(0, Math.floor(whole.length * share)))
      expect(await take(), `cut at ${share}`).toBe('file-unreadable')
    }
    for (let round = 0; round < 6; round++) {
      const changed = Buffer.from(whole)
      // Where the structure is: the first part, and wherever a run of 32 random bytes falls.
      const at = round % 2 === 0 ? random.below(60_000) : random.below(changed.length - 64)
      for (let i = 0; i < 32; i++) changed[at + i] = random.below(256)
      await writeFile(file, changed)
      expect(['done', 'file-unreadable', 'weights-wrong'], `changed at ${at}`).toContain(await take())
    }
    // What was refused left nothing, what was taken is whole.
    for (const path of await contents()) expect(path).toMatch(/^[0-9a-f]{64}\/(base\.json|weights\.h5)$/)
  })
})
