// The built command line with the real engine, started as a person starts it: the main job from pictures to export.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepMeasurement } from '../../src-main/engine/choice/kept'
import { comparison, filesPredictions, runSummary, type RunSummary } from '../../src-main/contract'

const root = join(import.meta.dirname, '..', '..')
const photos = join(root, '..', 'shared', 'data', 'butterfly-cat-horse')
let folder: string
/** Still running: a test that fails leaves them behind. */
const children = new Set<ChildProcess>()

interface Outcome {
  code: number | null
  out: string
  err: string
}

/** @param onError gets what is on stderr so far, and may send a signal */
function cotejo(words: string[], onError?: (err: string, signal: (name: NodeJS.Signals) => void) => void) {
  return new Promise<Outcome>((done) => {
    const child = spawn(process.execPath, [join(root, 'build', 'run.mjs'), 'cotejo', ...words], {
      cwd: folder,
      env: {
        ...process.env,
        INIT_CWD: folder,
        XDG_DATA_HOME: folder,
        COTEJO_LIBRARY: join(folder, 'library'),
      },
    })
    children.add(child)
    const outcome: Outcome = { code: null, out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      outcome.out += chunk.toString()
      onError?.(outcome.out, (name) => child.kill(name))
    })
    child.stderr.on('data', (chunk: Buffer) => {
      outcome.err += chunk.toString()
      onError?.(outcome.err, (name) => child.kill(name))
    })
    child.on('close', (code) => {
      children.delete(child)
      done({ ...outcome, code })
    })
  })
}

async function json(words: string[]): Promise<unknown> {
  const { code, out, err } = await cotejo([...words, '--json'])
  expect(code, err).toBe(0)
  return JSON.parse(out)
}
const train = async (model: string, words: string[] = []): Promise<RunSummary> =>
  runSummary.parse(
    await json(['train', '--data', 'sample', '--model', model, '--size', '16', '--epochs', '2', ...words]),
  )

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cotejo cli ñ '))
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

describe('the main job in the terminal', () => {
  const runs: RunSummary[] = []

  it('imports the sample', async () => {
    expect(await json(['data', 'sample'])).toMatchObject({
      dataset: 'sample',
      images: { total: 180, skipped: 0 },
      classes: [{ name: 'butterfly' }, { name: 'cat' }, { name: 'horse' }],
    })
  })

  it('trains two models; the same again gives the same numbers', async () => {
    const cnn = await train('cnn')
    const again = await train('cnn')
    const mlp = await train('mlp')
    runs.push(cnn, again, mlp)
    for (const name of ['testAccuracy', 'testLoss', 'trainAccuracy', 'validationAccuracy', 'gap'] as const) {
      expect(typeof cnn[name], name).toBe('number')
      expect(again[name], name).toBe(cnn[name])
    }
    expect(cnn).toMatchObject({ status: 'done', epochs: 2, seed: 1, backend: 'wasm', testCount: 27 })
    // 3·3·3·32 + 32 + 3·3·32·64 + 64 + 4·4·64·512 + 512 + 512·3 + 3
    expect(cnn.parameters).toBe(545_731)
    expect(mlp.parameters).not.toBe(cnn.parameters)
  })

  it('another seed gives other numbers', async () => {
    expect((await train('mlp', ['--seed', '2'])).testLoss).not.toBe(runs[2]!.testLoss)
  })

  it('compares them', async () => {
    const [cnn, , mlp] = runs
    const compared = comparison.parse(await json(['compare', cnn!.run, mlp!.run]))
    expect(compared.runs.map((one) => one.testAccuracy)).toEqual([cnn!.testAccuracy, mlp!.testAccuracy])
    expect(compared.conditions.find((one) => one.name === 'split')?.same).toBe(true)
    expect(compared.verdict.text).not.toBe('')
    const { out, code } = await cotejo(['compare', cnn!.run, mlp!.run])
    expect([code, out]).toEqual([0, expect.stringMatching(/test accuracy[^]*McNemar[^]*Verdict: /)])
  })

  it('classifies a picture and says which file is none', async () => {
    const picture = join(folder, 'library', 'datasets', 'sample', 'originals', 'cat', '001.png')
    const answer = await json(['predict', runs[0]!.run, picture])
    expect(answer).toMatchObject({ labels: ['butterfly', 'cat', 'horse'], failed: [] })
    const wrong = await cotejo(['predict', runs[0]!.run, picture, join(root, 'package.json')])
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('package.json')])
    expect(wrong.out).toContain('001.png')
  })

  it('classifies a folder with two models at once, into a table', async () => {
    const [cnn, , mlp] = runs
    const cats = join(folder, 'library', 'datasets', 'sample', 'originals', 'cat')
    const words = ['predict', cnn!.run, mlp!.run, cats, '--csv', 'gatos.csv']
    const answer = filesPredictions.parse({ csv: null, ...((await json(words)) as object) })
    expect(answer.count).toBe(60)
    const lines = (await readFile(join(folder, 'gatos.csv'), 'utf8')).split('\r\n')
    expect(lines).toHaveLength(62)
    expect(lines[1]!.split(',')).toHaveLength(13)
    const again = await cotejo(words)
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is there already')])
  })

  it('shows pictures worth a look, where a model looks, and the map', async () => {
    const [cnn, , mlp] = runs
    const found = (await json(['mistakes', cnn!.run, mlp!.run])) as Record<string, { total: number }>
    const wrong = Math.round((1 - mlp!.testAccuracy!) * mlp!.testCount!)
    expect(found).toMatchObject({ mistakes: { [mlp!.run]: { total: wrong } } })
    const { out } = await cotejo(['mistakes', cnn!.run, mlp!.run])
    expect(out).toMatch(/surest mistakes of[^]*disagree[^]*none gets right[^]*Labels to check/)

    const picture = join(folder, 'library', 'datasets', 'sample', 'originals', 'cat', '001.png')
    const words = ['explain', mlp!.run, picture, '--out', 'heat.png', '--class', 'cat']
    const explained = await cotejo(words)
    expect([explained.code, explained.out]).toEqual([0, expect.stringContaining('no convolutions')])
    expect((await readFile(join(folder, 'heat.png'))).subarray(1, 4).toString()).toBe('PNG')
    const nobody = await cotejo(['explain', mlp!.run, picture, '--out', 'x.png', '--class', 'perro'])
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('no class “perro”')])
    expect(await json(['map', cnn!.run])).toMatchObject({ run: cnn!.run, method: 'umap', total: 27 })
  })

  it('exports a model with its page', async () => {
    await json(['export', runs[0]!.run, '--format', 'tfjs', '--out', 'my model'])
    const files = await readdir(join(folder, 'my model'))
    expect(files).toEqual(
      expect.arrayContaining(['model.json', 'weights.bin', 'metadata.json', 'index.html']),
    )
  })

  it('is cancelled by Ctrl-C: the run keeps what it has, the status is 130', async () => {
    let sent = false
    const words = ['train', '--data', 'sample', '--model', 'mlp', '--size', '16', '--epochs', '5000']
    const { code, err } = await cotejo(words, (text, signal) => {
      if (!sent && /\b3\/5000/.test(text)) {
        sent = true
        signal('SIGINT')
      }
    })
    expect([code, err]).toEqual([130, expect.stringContaining('Cancelled after')])
    const run = /runs show ([\w-]+)/.exec(err)![1]!
    const shown = (await json(['runs', 'show', run])) as { status: string; history: unknown[] }
    expect(shown.status).toBe('cancelled')
    expect(shown.history.length).toBeGreaterThanOrEqual(3)
  })

  it('serves the app, says where in one line, and ends when it is told to', async () => {
    let page: Promise<Response> | undefined
    const { code, out } = await cotejo(['serve'], (text, signal) => {
      const address = /http:\S+/.exec(text)?.[0]
      if (!address || page) return
      page = fetch(address)
      void page.finally(() => signal('SIGTERM'))
    })
    expect(await (await page!).text()).toContain('<title>Cotejo</title>')
    expect([code, out.trim().split('\n').length]).toEqual([0, 1])
  })

  it('shows the machine', async () => {
    const report = (await json(['doctor'])) as { backends: { name: string; chosen: boolean }[] }
    expect(report.backends.find((one) => one.name === 'wasm')).toMatchObject({ available: true })
  })

  it('shows what was measured of a model, and forgets it', async () => {
    await keepMeasurement(join(folder, 'cotejo', 'packs'), '0'.repeat(32), {
      at: '2026-11-22T10:00:00.000Z',
      speeds: [
        { backend: 'webgpu', device: 'A card', imagesPerSecond: 812.4, basis: 'steps', problem: null },
        { backend: 'wasm', device: 'CPU', imagesPerSecond: 16, basis: 'given-up', problem: null },
      ],
      model: { title: 'MobileNetV2', size: 96, batch: 64, work: 'part' },
    })
    const { out } = await cotejo(['doctor'])
    expect(out).toMatch(
      /MobileNetV2 96 px, batch 64, a part trains +webgpu +webgpu 812, wasm < 16\.0 +2026-11-22/,
    )
    const { err, out: after } = await cotejo(['doctor', '--forget'])
    expect([err, after]).toEqual([expect.stringContaining('1 measurement forgotten'), expect.not.stringContaining('MobileNetV2')]) // prettier-ignore
  })
})

describe.skipIf(!existsSync(photos))('photos (skipped where ../shared/data is not there)', () => {
  it('are trained on straight from their folder', async () => {
    const words = [
      'train',
      '--data',
      photos,
      '--model',
      'cnn',
      '--size',
      '32',
      '--epochs',
      '1',
      '--seed',
      '1',
    ]
    const trained = runSummary.parse(await json(words))
    expect(trained).toMatchObject({ dataset: 'butterfly-cat-horse', epochs: 1, size: 32, status: 'done' })
    expect(trained.testAccuracy).toBeGreaterThan(0)
  })
})
