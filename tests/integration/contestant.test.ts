// Models that were trained elsewhere, brought in with the engine that users get: a run's own exports come back and say
// the same, and stand in the comparison like any other. Needs the build (`npm test` makes it).
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp } from '../../src-main/app/open'
import type { App } from '../../src-main/app/types'
import { runEnded, Workbench } from '../support/app'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)

describe.skipIf(!built)('a model that was trained elsewhere', () => {
  const bench = new Workbench()
  let app: App
  let library: string
  let work: string
  let dataset: string
  let run: string
  const SIZE = 24

  const paths = (...names: string[]) => ({ kind: 'paths' as const, paths: names })
  const probabilities = async (id: string): Promise<Float32Array> => {
    const bytes = await readFile(join(library, 'runs', id, 'test-probabilities.f32'))
    return new Float32Array(new Uint8Array(bytes).buffer)
  }
  const largest = (a: Float32Array, b: Float32Array): number => {
    expect(a.length).toBe(b.length)
    return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0)
  }
  const left = async (): Promise<string[]> => [
    ...(await readdir(join(library, 'runs'))),
    ...(await readdir(join(library, '.tmp'))),
  ]

  beforeAll(async () => {
    library = await bench.folder()
    work = await bench.folder()
    const engine = { node: process.execPath, program }
    app = await openApp({ library, packs: join(library, 'packs'), host: 'cli', engine, log: bench.log })
    const source = { kind: 'sample' as const, perClass: 20 }
    dataset = (await app.call('data.import', { source, options: { size: SIZE, name: 'Sample' } })).dataset.id
    const plan = { phases: [{ epochs: 2 }], batch: 8 }
    const model = { name: 'cnn' as const, options: { batchNorm: true, dropout: 0.2 } }
    run = (await app.call('runs.start', { dataset, model, size: SIZE, plan, backend: 'wasm' })).run
    expect((await runEnded(app, run)).status).toBe('done')
    await app.call('exports', { run, formats: ['tfjs', 'keras', 'h5'], out: join(work, 'exports') })
  }, 90_000)
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  it.each(['tfjs', 'keras', 'h5'] as const)(
    'an export as %s comes back and says the same',
    async (format) => {
      const source = paths(join(work, 'exports', format))
      const { labels: own, preprocessing } = (await app.call('runs.get', { run })).run
      const found = await app.call('runs.inspect', { source })
      expect(found).toMatchObject({
        format,
        origin: 'cotejo',
        size: SIZE,
        labels: own,
        outputs: 'softmax',
        preparation: 'metadata',
        resize: preprocessing.resize,
      })
      const back = await app.call('runs.import', { source, dataset })
      expect(back).toMatchObject({ status: 'done', model: 'imported', dataset, epochs: 0, epochsPlanned: 0 })
      expect(largest(await probabilities(back.run), await probabilities(run))).toBeLessThan(1e-5)
    },
  )

  it('stands in the comparison, which says that it was trained elsewhere', async () => {
    const [imported] = (await app.call('runs.list', {})).filter((one) => one.model === 'imported')
    const compared = await app.call('compare', { runs: [run, imported!.run] })
    expect(compared.verdict.kind).toBe('tie')
    const origin = compared.conditions.find(({ name }) => name === 'origin')!
    expect(origin).toMatchObject({
      same: false,
      values: ['trained here', expect.stringContaining('elsewhere')],
    })
    const [here, there] = compared.runs
    expect(there!.diagnosis.map(({ name }) => name)).toContain('trained-elsewhere')
    expect(here!.diagnosis.map(({ name }) => name)).not.toContain('trained-elsewhere')
    expect(there!.asked).toMatchObject({ plan: null, model: { name: 'imported' } })
  })

  it('is explained, mapped, reported and exported like any other', async () => {
    const [imported] = (await app.call('runs.list', {})).filter((one) => one.model === 'imported')
    const id = imported!.run
    const { images } = await app.call('data.images', { dataset, split: 'test', limit: 1 })
    const { index } = images[0]!
    const heat = await app.call('explain', { run: id, picture: { index } })
    expect(heat.method).toBe('grad-cam')
    expect((await app.call('results.map', { run: id })).index.length).toBeGreaterThan(5)
    const out = join(work, 'report.html')
    await app.call('report', { runs: [run, id], options: { format: 'html', language: 'es' }, out })
    expect(await readFile(out, 'utf8')).toContain('Este modelo se entrenó en otro lugar')
    const notebook = join(work, 'notebook.ipynb')
    const both = { runs: [run, id], options: { format: 'ipynb', language: 'en' } as const }
    await app.call('report', { ...both, out: notebook })
    expect(await readFile(notebook, 'utf8')).toContain('trained elsewhere')
    await expect(
      app.call('report', { ...both, runs: [id], out: join(work, 'none.ipynb') }),
    ).rejects.toMatchObject({ code: 'invalid-argument' })
    const formats = ['tfjs', 'onnx', 'keras'] as const
    const exported = await app.call('exports', { run: id, formats: [...formats], out: join(work, 'again') })
    expect(exported.failed).toEqual([])
    expect(exported.exports.every(({ check }) => check.largestDifference! < 1e-5)).toBe(true)
    await expect(app.call('runs.resume', { run: id })).rejects.toMatchObject({ code: 'invalid-argument' })
  })

  it('comes in a zip; classes in another order, and under other names, are the dataset’s', async () => {
    const folder = join(work, 'renamed')
    await cp(join(work, 'exports', 'tfjs'), folder, { recursive: true })
    const description = JSON.parse(await readFile(join(folder, 'metadata.json'), 'utf8'))
    const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8'))
    delete model.userDefinedMetadata
    const labels = (description.labels as string[]).map((label) => ` ${label.toUpperCase()}_`)
    const files = {
      'my model/model.json': Buffer.from(JSON.stringify(model)),
      'my model/weights.bin': await readFile(join(folder, 'weights.bin')),
      'my model/metadata.json': Buffer.from(JSON.stringify({ labels })),
    }
    const zip = join(work, 'my model.zip')
    await writeFile(zip, zipSync(files))
    const found = await app.call('runs.inspect', { source: paths(zip) })
    expect(found).toMatchObject({ origin: 'other', labels, scaling: 'unit', preparation: 'guess' })
    const { resize } = (await app.call('runs.get', { run })).run.preprocessing
    const back = await app.call('runs.import', {
      source: paths(zip),
      dataset,
      answers: { resize },
      name: 'Zip',
    })
    expect(largest(await probabilities(back.run), await probabilities(run))).toBeLessThan(1e-5)

    // Its outputs called otherwise, and said which is which; one class is left out, so none of its pictures is right.
    const last = labels.length - 1
    const map = labels.map((_, k) => (k === 0 ? null : last - k))
    const answers = { resize, labels: labels.map((_, k) => `Output ${k}`), map }
    const partly = await app.call('runs.import', { source: paths(zip), dataset, answers })
    const { evaluation } = await app.call('runs.get', { run: partly.run })
    expect(evaluation!.classes[0]!.accuracy).toBe(0)
    const [whole, some] = [await probabilities(run), await probabilities(partly.run)]
    const classes = labels.length
    for (let row = 0; row < whole.length; row += classes) {
      expect(some[row]).toBe(0)
      const asked = 1 - whole[row + last]!
      for (let k = 1; k < classes; k++) expect(some[row + k]!).toBeCloseTo(whole[row + last - k]! / asked, 4)
    }
  })

  it('is refused with what is wrong and what to do, and leaves nothing', async () => {
    const before = await left()
    const folder = join(work, 'wrong')
    await mkdir(folder)
    const attempt = (file: string, answers = {}) => app.call('runs.import', { source: paths(join(folder, file)), dataset, answers }) // prettier-ignore
    await writeFile(join(folder, 'model.h5'), 'nothing of the kind')
    await expect(attempt('model.h5')).rejects.toMatchObject({ code: 'file-unreadable' })
    await writeFile(join(folder, 'model.keras'), zipSync({ 'config.json': Buffer.from('{'), 'model.weights.h5': Buffer.from('x') })) // prettier-ignore
    await expect(attempt('model.keras')).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(attempt('gone.h5')).rejects.toMatchObject({ code: 'not-found' })
    await writeFile(join(folder, 'up.zip'), zipSync({ '../../escaped/model.json': Buffer.from('{}') }))
    await expect(attempt('up.zip')).rejects.toMatchObject({ code: 'not-found' })

    const good = join(work, 'exports', 'tfjs')
    const labels = { labels: ['una cosa', 'otra', 'más', 'y otra'] }
    const source = paths(good)
    await expect(app.call('runs.import', { source, dataset, answers: labels })).rejects.toMatchObject({ code: 'labels-unmatched' }) // prettier-ignore
    const short = join(folder, 'short')
    await cp(good, short, { recursive: true })
    await writeFile(join(short, 'weights.bin'), new Uint8Array(100))
    await expect(attempt('short')).rejects.toMatchObject({ code: 'file-unreadable' })
    const model = JSON.parse(await readFile(join(good, 'model.json'), 'utf8'))
    model.modelTopology.config.layers[1].class_name = 'Lambda'
    const lambda = join(folder, 'lambda')
    await cp(good, lambda, { recursive: true })
    await writeFile(join(lambda, 'model.json'), JSON.stringify(model))
    await expect(attempt('lambda')).rejects.toMatchObject({
      code: 'model-unsupported',
      message: expect.stringContaining('holds a program'),
    })
    const several = join(work, 'exports')
    await expect(app.call('runs.inspect', { source: paths(several) })).rejects.toMatchObject({
      code: 'invalid-argument',
      hint: expect.stringContaining('one of them'),
    })
    expect(await left()).toEqual(before)
  })
})
