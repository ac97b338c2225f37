// Looking into results through app, with the engine that users get: pictures behind a figure, explanations, the map,
// whole folders, and what is left of it when the dataset is gone. Needs the build (`npm test` makes it).
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src-main/app/types'
import { openApp } from '../../src-main/app/open'
import type { PictureQuestion } from '../../src-main/contract'
import { runEnded, Workbench } from '../support/app'

const root = resolve(import.meta.dirname, '../..')
const program = join(resolve(root, process.env.COTEJO_OUT ?? 'out'), 'main/engine.js')
const built = existsSync(program)
if (!built) console.warn(`Skipped: ${program} is not built (npm run build).`)

describe.skipIf(!built)('results, looked into', () => {
  const bench = new Workbench()
  let app: App
  let library: string
  let dataset: string
  let runs: string[]
  const importSample = async () => {
    const source = { kind: 'sample' as const, perClass: 12 }
    return (await app.call('data.import', { source, options: { size: 16, name: 'Sample' } })).dataset.id
  }

  beforeAll(async () => {
    library = await bench.folder()
    const engine = { node: process.execPath, program }
    app = await openApp({ library, packs: join(library, 'packs'), host: 'cli', engine, log: bench.log })
    dataset = await importSample()
    runs = []
    for (const name of ['cnn', 'mlp'] as const) {
      const plan = { phases: [{ epochs: 1 }], batch: 16 }
      const request = { dataset, model: { name }, size: 16, plan, backend: 'wasm' as const }
      const { run } = await app.call('runs.start', request)
      expect((await runEnded(app, run)).status).toBe('done')
      runs.push(run)
    }
  }, 60_000)
  afterAll(async () => {
    await app?.close()
    await bench.close()
  })

  it('pictures come with their files, and with what was decided about them since', async () => {
    const { images, total } = await app.call('data.images', { dataset, split: 'test', limit: 500 })
    const question = { kind: 'these' as const, indices: images.map(({ index }) => index) }
    const before = await app.call('results.pictures', { runs, question })
    expect(before.pictures.map(({ image }) => image)).toEqual(images)
    expect(before.total).toBe(total)
    expect(before.pictures.every(({ said }) => said.map(({ run }) => run).join() === runs.join())).toBe(true)

    const [{ index, label }] = images as [(typeof images)[number]]
    const other = (label + 1) % before.labels.length
    await app.call('data.decide', { dataset, decisions: [{ index, action: 'relabel', label: other }] })
    const after = await app.call('results.pictures', { runs, question, limit: 1 })
    expect(after.pictures[0]).toMatchObject({ label, image: { label: other, importedLabel: label } })
    await app.call('data.undo', { dataset })
  })

  it('every test picture is right for both, wrong for both, or told apart by one of two questions', async () => {
    const [a, b] = runs as [string, string]
    const ask = async (question: PictureQuestion) =>
      (await app.call('results.pictures', { runs, question, limit: 1 })).total
    const { evaluation } = await app.call('runs.get', { run: a })
    const right = Math.round(evaluation!.test.accuracy * evaluation!.test.count)
    const mistakes = await ask({ kind: 'mistakes', run: a })
    expect(right + mistakes).toBe(evaluation!.test.count)
    const onlyB = await ask({ kind: 'only-right', run: b, against: a })
    expect((await ask({ kind: 'all-wrong' })) + onlyB).toBe(mistakes)
    let cells = 0
    for (const [actual, row] of evaluation!.confusion.entries())
      for (const [predicted, expected] of row.entries()) {
        const found = await ask({ kind: 'cell', run: a, actual, predicted })
        expect(found).toBe(expected)
        cells += found
      }
    expect(cells).toBe(evaluation!.test.count)
  })

  it('explains a picture, and keeps the map', async () => {
    const index = (await app.call('data.images', { dataset, split: 'test', limit: 1 })).images[0]!.index
    const out = join(library, 'heat.png')
    const said = await app.call('explain', { run: runs[0]!, picture: { index }, out, side: 64 })
    expect(said).toMatchObject({ method: 'grad-cam', trainedOn: false })
    expect((await sharp(out).metadata()).width).toBe(130)
    const again = app.call('explain', { run: runs[0]!, picture: { index }, out })
    await expect(again).rejects.toMatchObject({ code: 'export-exists' })

    const map = await app.call('results.map', { run: runs[0]! })
    const kept = JSON.parse(await readFile(join(library, 'runs', runs[0]!, 'map.json'), 'utf8'))
    expect(kept.map).toEqual(map)
    expect(map.index).toHaveLength(map.total)
  }, 30_000)

  it('classifies what a browser sent, and throws it away', async () => {
    const upload = await app.uploads.begin()
    const picture = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#c33' } })
      .png()
      .toBuffer()
    const bytes = async function* () {
      yield new Uint8Array(picture)
    }
    await app.uploads.write(upload, 'a/1.png', bytes())
    await app.uploads.write(upload, 'a/2.png', bytes())
    const answer = await app.call('predict.files', { runs, source: { kind: 'upload', upload } })
    expect(answer.rows.map(({ file }) => file)).toEqual(['a/1.png', 'a/2.png'])
    expect(answer.csv!.split('\r\n')).toHaveLength(4)
    expect(await readdir(join(library, '.tmp', 'uploads'))).toEqual([])
    const gone = app.call('predict.files', { runs, source: { kind: 'upload', upload } })
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
  })

  it('runs of another dataset, or without a model, are refused in words', async () => {
    const folder = join(await bench.folder(), 'empty')
    await mkdir(folder)
    const source = { kind: 'paths' as const, paths: [folder] }
    await expect(app.call('predict.files', { runs, source })).rejects.toMatchObject({
      code: 'folder-without-images',
    })
    await expect(app.call('results.map', { run: 'nobody' })).rejects.toMatchObject({ code: 'run-not-found' })
  })

  it('says what is left when the dataset is gone, also where another has taken its name', async () => {
    const question = { kind: 'mistakes' as const, run: runs[0]! }
    const before = await app.call('results.pictures', { runs, question })
    await app.call('data.remove', { dataset })
    const without = { ...before, pictures: before.pictures.map((one) => ({ ...one, image: null })) }
    expect(await app.call('results.pictures', { runs, question })).toEqual(without)
    // As long as it could come back, its name is not given to another.
    await app.call('trash.empty', {})
    expect(await importSample()).toBe(dataset)
    expect(await app.call('results.pictures', { runs, question })).toEqual(without)
    const explained = app.call('explain', { run: runs[0]!, picture: { index: before.pictures[0]!.index } })
    await expect(explained).rejects.toMatchObject({ code: 'dataset-not-found' })
    // The map was made before.
    expect((await app.call('results.map', { run: runs[0]! })).total).toBeGreaterThan(0)
  })
})
