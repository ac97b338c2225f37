// The main job in a real browser, with the real engine behind it: drop a folder, train two models, watch the points
// arrive, compare, export, and load what was exported with TensorFlow.js in that browser.
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, normalize } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import type * as tfjs from '@tensorflow/tfjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluation as evaluationSchema } from '../../src-main/contract'
import { pictureFolder } from '../support/pictures'
import {
  closeBrowser,
  dropOnPage,
  findChromium,
  startServed,
  visit,
  type ServedApp,
  type Visit,
} from '../support/served-app'
import { toSection } from '../support/tour'

const SIZE = 32
const EPOCHS = 4

/** Notes in the page when an epoch's record arrives and when the loss chart shows more points. */
function watchEpochs(): void {
  const seen = { epochs: [] as number[], charts: [] as number[] }
  Object.assign(window, { seen })
  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args)
      this.addEventListener('message', ({ data }) => {
        const text = String(data)
        if (text.includes('"run.record"') && text.includes('"type":"epoch"'))
          seen.epochs.push(performance.now())
      })
    }
  }
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if ((target as Element).closest('[data-test=chart-loss]')) seen.charts.push(performance.now())
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-version', 'data-points'] })
}

function serveFolder(folder: string): Promise<Server> {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.json': 'application/json',
  }
  const server = createServer((request, response) => {
    const file = join(folder, normalize(decodeURIComponent(new URL(request.url!, 'http://x').pathname)))
    readFile(file).then(
      (bytes) =>
        response
          .writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
          .end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

const runStatus = (page: Page) => page.locator('[data-test=run-page] [data-test=run-status]').first()

describe.skipIf(findChromium() === null)('the main job in a browser', () => {
  let app: ServedApp
  let home: string
  let seat: Visit

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-pictures-'))
    await pictureFolder(join(home, 'formas y cruces'), 24)
    app = await startServed()
    seat = await visit(app.address)
    await seat.page.addInitScript(watchEpochs)
    await seat.page.reload()
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
    await rm(home, { recursive: true, force: true })
  })

  it('imports a dropped folder', async () => {
    const { page } = seat
    await page.waitForSelector('[data-test=choose-folder]')
    await dropOnPage(page, [join(home, 'formas y cruces')])
    await page.waitForSelector('[data-test=train-on]')
    expect(await page.locator('[data-test=page-title]').textContent()).toContain('formas y cruces')
    const classes = await page.locator('[data-test=class-table] tbody tr').count()
    expect(classes).toBe(3)
    // The pictures are really shown, below what import found.
    await page.locator('[data-test=picture-count]').evaluate((element) => element.scrollIntoView())
    await expect
      .poll(() =>
        page
          .locator('[data-test=picture-grid] img')
          .evaluateAll((all) => all.filter((img) => (img as HTMLImageElement).naturalWidth > 0).length),
      )
      .toBeGreaterThan(10)
  })

  it('trains two models under the same conditions, and points arrive on the charts', async () => {
    const { page } = seat
    await page.click('[data-test=train-on]')
    await page.fill('[data-test=epochs]', String(EPOCHS))
    await page.fill('[data-test=size]', String(SIZE))
    // Blur commits the last field, and the parameter count must follow the size.
    await page.keyboard.press('Tab')
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-test=run-page]')
    const chart = page.locator('[data-test=chart-loss]')
    await expect
      .poll(async () => Number(await chart.getAttribute('data-points')), { timeout: 60_000 })
      .toBeGreaterThan(0)
    const early = Number(await chart.getAttribute('data-points'))
    await page.waitForSelector('[data-test=run-result]', { timeout: 120_000 })
    expect(Number(await chart.getAttribute('data-points'))).toBeGreaterThan(early)

    const { epochs, charts } = await page.evaluate(
      () => (window as unknown as { seen: { epochs: number[]; charts: number[] } }).seen,
    )
    expect(epochs.length).toBeGreaterThan(0)
    const delays = epochs
      .map((at) => charts.find((shown) => shown >= at))
      .map((shown, i) => (shown === undefined ? Infinity : shown - epochs[i]!))
      .filter((delay) => delay !== Infinity)
    expect(delays.length).toBeGreaterThan(0)
    // The median: on a machine that does other work too, a single frame may come late.
    const median = [...delays].sort((a, b) => a - b)[delays.length >> 1]
    expect(median).toBeLessThan(200)
  })

  it('compares the two runs', async () => {
    const { page } = seat
    await page.click('[data-test=compare-these]', { timeout: 120_000 })
    await page.waitForSelector('[data-test=comparison-table]')
    await expect.poll(() => page.locator('[data-test=comparison-row]').count()).toBe(2)
    await expect
      .poll(async () => page.locator('[data-test=verdict]').getAttribute('data-verdict'), { timeout: 90_000 })
      .toMatch(/better|tie/)
    // Its parts are made when one goes to them.
    for (const [part, shows] of [
      ['classes', 'class-accuracy'],
      ['matrices', 'confusion'],
    ] as const) {
      await toSection(page, part)
      await page.waitForSelector(`[data-test=${shows}]`)
    }
  })

  it('exports the model, which TensorFlow.js loads in this browser with the same predictions', async () => {
    const { page } = seat
    const row = page.locator('[data-test=comparison-row]').first()
    const run = (await row.getAttribute('data-run'))!
    await page.goto(new URL(`#/runs/${run}`, page.url()).href)
    await page.click('[data-test=export]')
    await page.uncheck('[data-test=format-web]')
    await page.check('[data-test=format-tfjs]')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.click('[data-test=export-start]'),
    ])
    await page.waitForSelector('[data-test=export-done] [data-test=exported-tfjs]')
    await page.click('[data-test=export-close]')
    const zip = unzipSync(new Uint8Array(await readFile(await download.path())))
    const folder = join(home, 'exported')
    for (const [name, bytes] of Object.entries(zip)) {
      if (name.endsWith('/')) continue
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), bytes)
    }
    const model = Object.keys(zip).find((name) => basename(name) === 'model.json')!
    const tfScript = Object.keys(zip).find((name) => basename(name) === 'tf.min.js')!

    // What the run said of its test pictures, and the very pixels that it saw.
    const folderOf = (kind: string) => join(app.library, kind)
    const evaluation = evaluationSchema.parse(
      JSON.parse(await readFile(join(folderOf('runs'), run, 'evaluation.json'), 'utf8')),
    )
    const bytes = await readFile(join(folderOf('runs'), run, 'test-probabilities.f32'))
    const expected = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    const { dataset } = JSON.parse(await readFile(join(folderOf('runs'), run, 'run.json'), 'utf8')) as {
      dataset: string
    }
    const pixels = await readFile(join(folderOf('datasets'), dataset, `images-${SIZE}-cover.u8`))
    const each = SIZE * SIZE * 3
    const tests = evaluation.predictions.index.map((i) => [...pixels.subarray(i * each, (i + 1) * each)])
    expect(tests.length).toBeGreaterThan(5)

    const server = await serveFolder(folder)
    const other = await seat.context.newPage()
    try {
      await other.goto(
        `http://127.0.0.1:${(server.address() as AddressInfo).port}/${join(dirname(model), 'metadata.json')}`,
      )
      await other.addScriptTag({ url: `/${tfScript}` })
      const got = await other.evaluate(
        async ({ url, tests, size }) => {
          const { tf } = window as unknown as { tf: typeof tfjs }
          const network = await tf.loadLayersModel(url)
          const x = tf.tensor4d(tests.flat(), [tests.length, size, size, 3]).div(255)
          return [...(await (network.predict(x) as tfjs.Tensor).data())]
        },
        { url: `/${model}`, tests, size: SIZE },
      )
      expect(got.length).toBe(expected.length)
      const worst = Math.max(...got.map((value, i) => Math.abs(value - expected[i]!)))
      expect(worst).toBeLessThan(1e-5)
    } finally {
      await other.close()
      server.close()
    }
  })

  it('complains of nothing on the way', () => {
    expect(seat.complaints).toEqual([])
  })
})

describe.skipIf(findChromium() === null)('a killed engine', () => {
  let app: ServedApp
  let seat: Visit

  beforeAll(async () => {
    app = await startServed()
    seat = await visit(app.address)
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
  })

  it('is told, what was recorded is kept, and the app goes on working', async () => {
    const { page } = seat
    await page.click('[data-test=import-sample]')
    await page.click('[data-test=train-on]')
    await page.fill('[data-test=epochs]', '200')
    await page.keyboard.press('Tab')
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-test=run-page]')
    const run = (await page.locator('[data-test=run-page]').getAttribute('data-run'))!
    const history = join(app.library, 'runs', run, 'history.jsonl')
    const lines = async () =>
      (await readFile(history, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')
    await expect.poll(async () => (await lines()).length, { timeout: 60_000 }).toBeGreaterThan(5)

    process.kill(await app.enginePid(), 'SIGKILL')
    await page.waitForSelector('[data-test=engine-crashed]')
    await expect.poll(async () => (await lines()).at(-1)).toContain('"crashed"')
    const kept = (await lines()).map((line) => JSON.parse(line) as { seq: number; type: string })
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, i) => i))
    expect(kept.filter(({ type }) => type === 'batch').length).toBeGreaterThan(0)
    await expect.poll(() => runStatus(page).textContent()).not.toMatch(/training/i)

    // The next piece of work gets a new engine.
    await page.goto(new URL('#/', page.url()).href)
    await page.click('[data-test=import-sample]')
    await page.waitForSelector('[data-test=train-on]')
    expect(seat.complaints).toEqual([])
  })
})
