// The export as its users meet it: its page in a real Chromium, from a folder and from a server, and its model
// loaded by TensorFlow.js in that browser, against what the run's own model says.
import { createServer, type Server } from 'node:http'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  cnnOptions,
  type ModelChoice,
  type ModelDescription,
  type Predictions,
  type Preprocessing,
} from '../../src-main/contract'
import { decodePicture } from '../../src-main/engine/data/decode'
import { exportRun, openRun, writeFormat } from '../../src-main/engine/export'
import { checkExport } from '../../src-main/engine/export/check'
import { formats } from '../../src-main/engine/export/formats'
import { artifactsOf } from '../../src-main/engine/export/layers-model'
import { writeNewFolder } from '../../src-main/engine/export/new-folder'
import { readPageModel, writePage } from '../../src-main/engine/export/page'
import { standardArtifacts } from '../../src-main/engine/export/standard-layers'
import { buildFresh } from '../../src-main/engine/models/build'
import { loadModel, saveModel } from '../../src-main/engine/models/storage'
import { forgetModels } from '../../src-main/engine/models/pool'
import { predictPictures } from '../../src-main/engine/predict'
import { quietTask } from '../../src-main/engine/task'
import { tf } from '../../src-main/engine/tf'
import { cpuCompute } from '../support/cpuCompute'

const executablePath = process.env.COTEJO_CHROMIUM ?? '/usr/bin/chromium'
const hasChromium = existsSync(executablePath)
if (!hasChromium)
  console.warn(`SKIPPED: the export's page in a browser: there is no Chromium at ${executablePath}`)

/** What people call their classes. */
const labels = [
  '<script>alert(1)</script>',
  '"it\'s" & \u2028 `${x}`',
  '🦋 פרפר',
  'C:\\u0000 </SCRIPT><img src=x onerror=alert(1)>',
]

const SIZE = 24
const preprocessing: Preprocessing = {
  size: SIZE,
  resize: 'cover',
  scale: 1 / 127.5,
  offset: [-1, -0.9, -1.1],
  channels: 'bgr',
}
// Everything that a trained model can hold: BatchNorm and dropout must load in a TensorFlow.js that is not ours.
const choice: ModelChoice = {
  name: 'cnn',
  options: cnnOptions.parse({
    filters: [8, 16],
    batchNorm: true,
    dropout: 0.3,
    blockDropout: 0.2,
    dense: 32,
  }),
}

let work: string
let browser: Browser
let server: Server
let origin: string
const run = () => join(work, 'run')
const exported = () => join(work, 'Mis modelos ñ', 'export')
const pictureFile = () => join(work, 'exact.png')

/** A run's folder with a model of random weights, BatchNorm statistics included. */
async function makeRun(): Promise<void> {
  const model = buildFresh(choice, { size: SIZE, classes: labels.length, seed: 3 })
  for (const weight of model.network.weights)
    weight.write(
      tf
        .randomUniform(weight.shape as number[], 0.05, 0.6, 'float32', 7)
        .sub(weight.name.includes('moving') ? 0 : 0.3),
    )
  const description: ModelDescription = {
    version: 1,
    model: choice,
    labels,
    preprocessing,
    parameters: model.parameters,
    trainableParameters: model.trainableParameters,
    cotejo: '0.1.0',
  }
  await mkdir(run(), { recursive: true })
  await saveModel(join(run(), 'model'), model.network, description)
  model.dispose()
}

/** A picture of the model's own size: nothing is resized, so both sides see identical pixels. */
async function makePictures(): Promise<void> {
  const pixels = Buffer.from({ length: SIZE * SIZE * 3 })
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * i * 31 + i * 7) % 256
  await sharp(pixels, { raw: { width: SIZE, height: SIZE, channels: 3 } })
    .png()
    .toFile(pictureFile())
}

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

async function serve(): Promise<void> {
  server = createServer((request, response) => {
    const path = join(exported(), decodeURIComponent(new URL(request.url!, 'http://x').pathname))
    readFile(path.endsWith(sep) ? join(path, 'index.html') : path)
      .then((body) => response.setHeader('content-type', types[extname(path)] ?? 'text/html').end(body))
      .catch(() => response.writeHead(404).end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const predict = async (path: string): Promise<Predictions> =>
  predictPictures(
    { folder: run(), run: 'cnn-1', pictures: [{ path }], packs: work },
    await cpuCompute(),
    quietTask(),
  )

beforeAll(async () => {
  await tf.setBackend('cpu')
  work = await mkdtemp(join(tmpdir(), 'cotejo-export-'))
  await makeRun()
  await makePictures()
  await exportRun({ folder: run(), run: 'cnn-1', format: 'tfjs', out: exported() }, quietTask())
  await serve()
  if (hasChromium) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  forgetModels()
  await rm(work, { recursive: true, force: true })
})

/** A page on which whatever goes wrong fails the test: errors, refused scripts, requests to elsewhere. */
async function openPage(
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale: 'en-US', ...options })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const allowed = ['file:', 'blob:', 'data:', origin].some((start) => request.url().startsWith(start))
    if (!allowed) problems.push(`request to ${request.url()}`)
  })
  await page.goto(address)
  return { page, problems }
}

/** What the page shows for the newest picture. */
async function shown(page: Page): Promise<Map<string, number>> {
  await page.waitForSelector('article:first-child:is(.failed, :has(ol))')
  const lines = await page.$$eval('article:first-child li', (items) =>
    items.map(
      (item) =>
        [item.querySelector('.label')!.textContent!, Number(item.querySelector('data')!.value)] as const,
    ),
  )
  return new Map(lines)
}

async function expectSame(page: Page): Promise<void> {
  const { predictions } = await predict(pictureFile())
  const probabilities = await shown(page)
  expect([...probabilities.keys()].sort()).toEqual([...labels].sort())
  predictions[0]!.probabilities.forEach((p, i) =>
    expect(Math.abs(probabilities.get(labels[i]!)! - p)).toBeLessThan(1e-5),
  )
  expect(await page.textContent('article .answer')).toBe(predictions[0]!.label)
}

const indexFile = () => pathToFileURL(join(exported(), 'index.html')).href

describe.skipIf(!hasChromium)('the page of an export', () => {
  test.for([
    ['a folder', indexFile],
    ['a server', () => origin],
  ] as const)('opened from %s, says what the model says', async ([, address]) => {
    const { page, problems } = await openPage(address())
    await page.setInputFiles('#file', pictureFile())
    await expectSame(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('says the same where its weights take several scripts', async () => {
    const place = await openRun({ folder: run(), run: 'cnn-1' })
    const folder = join(work, 'several scripts')
    await mkdir(folder)
    await writePage(folder, standardArtifacts(await artifactsOf(place.network)), place.description, place.facts, 3 * 999) // prettier-ignore
    place.dispose()
    expect((await readdir(folder)).filter((name) => /^model/.test(name)).length).toBeGreaterThan(3)
    const whole = (await readPageModel(exported())).weights
    expect(Buffer.from((await readPageModel(folder)).weights).equals(whole)).toBe(true)
    const { page, problems } = await openPage(pathToFileURL(join(folder, 'index.html')).href)
    await page.setInputFiles('#file', pictureFile())
    await expectSame(page)
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('takes dropped and pasted pictures', async () => {
    const { page, problems } = await openPage(indexFile())
    const bytes = [...(await readFile(pictureFile()))]
    for (const [type, field] of [
      ['drop', 'dataTransfer'],
      ['paste', 'clipboardData'],
    ] as const) {
      await page.evaluate(
        ([type, field, bytes]) => {
          const data = new DataTransfer()
          data.items.add(new File([new Uint8Array(bytes)], `${type}.png`, { type: 'image/png' }))
          const make = type === 'drop' ? DragEvent : ClipboardEvent
          document.body.dispatchEvent(new make(type, { bubbles: true, cancelable: true, [field]: data }))
        },
        [type, field, bytes] as const,
      )
      await page.waitForFunction(
        (name) => document.querySelector('.file')?.textContent === name,
        `${type}.png`,
      )
      await expectSame(page)
    }
    expect(problems).toEqual([])
    await page.context().close()
  })

  test('says in the user’s language that a file is no picture, and goes on', async () => {
    const text = join(work, 'nota <b>.txt')
    await writeFile(text, 'not a picture')
    for (const [locale, message] of [
      ['es-MX', 'no es una imagen'],
      ['pt-BR', 'não é uma imagem'],
      ['de-DE', 'is not a picture'],
    ] as const) {
      const { page } = await openPage(indexFile(), { locale })
      await page.setInputFiles('#file', text)
      await page.waitForSelector('article.failed .answer')
      await page.waitForFunction(() => !document.querySelector('.failed .answer')!.textContent!.includes('…'))
      expect(await page.textContent('.failed .answer')).toContain(message)
      await page.setInputFiles('#file', pictureFile())
      await expectSame(page)
      await page.context().close()
    }
  })

  test('the model loads with TensorFlow.js over HTTP and says the same', async () => {
    const { page } = await openPage(origin)
    // The page itself may not fetch; another page that uses the model may.
    await cp(join(exported(), 'tf.min.js'), join(exported(), 'lib.js'))
    await writeFile(join(exported(), 'other.html'), '<script src="lib.js"></script>')
    await page.goto(`${origin}other.html`)
    const pixels = await sharp(pictureFile()).raw().toBuffer()
    const values = Array.from(pixels, (_, i) => {
      const c = i % 3
      return pixels[i - c + 2 - c]! * preprocessing.scale + preprocessing.offset[c]!
    })
    const answer = await page.evaluate(
      async ([values, size]) => {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the browser's own copy of the library
        const tf = (globalThis as any).tf
        const model = await tf.loadLayersModel('model.json')
        const output = model.predict(tf.tensor4d(values, [1, size, size, 3]))
        return { p: [...(await output.data())] as number[], metadata: model.getUserDefinedMetadata() }
      },
      [values, SIZE] as const,
    )
    const { predictions } = await predict(pictureFile())
    predictions[0]!.probabilities.forEach((p, i) => expect(Math.abs(answer.p[i]! - p)).toBeLessThan(1e-5))
    expect(answer.metadata).toMatchObject({ labels, preprocessing })
    await page.context().close()
  })

  test('the graph model loads over HTTP, takes pictures as they are, and says the same', async () => {
    const out = join(work, 'graph')
    await exportRun({ folder: run(), run: 'cnn-1', format: 'tfjs-graph', out }, quietTask())
    await cp(out, join(exported(), 'graph'), { recursive: true })
    await cp(join(exported(), 'tf.min.js'), join(exported(), 'graph', 'lib.js'))
    await writeFile(join(exported(), 'graph', 'page.html'), '<script src="lib.js"></script>')
    const { page } = await openPage(origin)
    await page.goto(`${origin}graph/page.html`)
    const pixels = Array.from(await sharp(pictureFile()).raw().toBuffer())
    const answer = await page.evaluate(
      async ([values, size]) => {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the browser's own copy of the library
        const tf = (globalThis as any).tf
        const model = await tf.loadGraphModel('./model.json')
        const output = model.predict(tf.tensor4d(values, [1, size, size, 3], 'int32'))
        return { p: [...(await output.data())] as number[], metadata: model.metadata }
      },
      [pixels, SIZE] as const,
    )
    const { predictions } = await predict(pictureFile())
    predictions[0]!.probabilities.forEach((p, i) => expect(Math.abs(answer.p[i]! - p)).toBeLessThan(1e-5))
    expect(answer.metadata).toMatchObject({ labels })
    await page.context().close()
    await rm(join(exported(), 'graph'), { recursive: true })
  })
})

const photos = resolve(import.meta.dirname, '../../../shared/data/butterfly-cat-horse')
const hasPhotos = existsSync(photos)
if (!hasPhotos) console.warn(`SKIPPED: the page on real photos: there is no ${photos}`)

describe.skipIf(!hasChromium || !hasPhotos)('real photos in the page', () => {
  test('are prepared nearly as for training, and judged alike', async () => {
    const { page } = await openPage(indexFile())
    const files = (await readdir(photos, { recursive: true })).filter((name) => /\.jpe?g$/i.test(name)).sort()
    let agreed = 0
    const some = files.filter((_, i) => i % 10 === 0)
    expect(some.length).toBeGreaterThan(10)
    for (const name of some) {
      const path = join(photos, name)
      const ours = await decodePicture(path, preprocessing)
      const theirs = await page.evaluate(
        async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
          // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the page's own scripts
          const { classes, square } = await (globalThis as any).cotejoClassifier.classify(new Blob([bytes]))
          return { label: classes[0].label as string, pixels: [...square] as number[] }
        },
        (await readFile(path)).toString('base64'),
      )
      const differences = theirs.pixels.map((value, i) => Math.abs(value - ours[i]!))
      expect(differences.reduce((sum, d) => sum + d, 0) / ours.length, name).toBeLessThan(1.5)
      if ((await predict(path)).predictions[0]!.label === theirs.label) agreed++
    }
    expect(agreed).toBeGreaterThanOrEqual(some.length - 1)
    await page.context().close()
  })
})

describe('an export', () => {
  const again = (out: string, folder = run()) =>
    exportRun({ folder, run: 'cnn-1', format: 'tfjs', out }, quietTask())

  test('holds every file that the page and the README name, none of them empty', async () => {
    const { files, folder } = await again(join(work, 'listed'))
    expect(folder).toBe(join(work, 'listed'))
    expect(files.every(({ bytes }) => bytes > 0)).toBe(true)
    expect(files.map(({ file }) => file).sort()).toEqual((await readdir(folder)).sort())
    const html = await readFile(join(folder, 'index.html'), 'utf8')
    const named = [...html.matchAll(/(?:src|href)="([^":]+)"/g)].map((match) => match[1]!)
    expect(named.length).toBeGreaterThan(5)
    for (const name of [...named, 'model.json', 'weights.bin', 'metadata.json', 'labels.txt', 'README.md'])
      expect(files.map(({ file }) => file)).toContain(name)
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    const lines = (await readFile(join(folder, 'labels.txt'), 'utf8')).trimEnd().split('\n')
    expect(lines).toHaveLength(labels.length)
  })

  test('is not written over something, nor of a run without a model', async () => {
    const before = await readdir(exported())
    await expect(again(exported())).rejects.toMatchObject({ code: 'export-exists' })
    expect(await readdir(exported())).toEqual(before)
    const empty = join(work, 'unfinished')
    await mkdir(empty)
    await expect(again(join(work, 'none'), empty)).rejects.toMatchObject({ code: 'run-not-finished' })
    expect(existsSync(join(work, 'none'))).toBe(false)
  })

  test('that is cancelled leaves nothing', async () => {
    const abort = new AbortController()
    const steps: number[] = []
    const task = {
      signal: abort.signal,
      progress: ({ done }: { done: number }) => {
        steps.push(done)
        if (done === 2) abort.abort()
      },
    }
    const out = join(work, 'cancelled', 'export')
    const params = { folder: run(), run: 'cnn-1', format: 'tfjs' as const, out }
    await expect(exportRun(params, task)).rejects.toMatchObject({ code: 'cancelled' })
    expect(steps.at(-1)).toBe(2)
    expect(await readdir(join(work, 'cancelled'))).toEqual([])
  })

  test('whose model differs from the run’s is caught', async () => {
    const { network, description } = await loadModel(join(run(), 'model'))
    const { network: other } = await loadModel(join(run(), 'model'))
    const kernel = other.weights.at(-2)!
    kernel.write(kernel.read().add(0.1).reverse(0) as never)
    const folder = join(work, 'other')
    const out = join(work, 'caught')
    await saveModel(join(folder, 'model'), other, description)
    const opened = await openRun({ folder, run: 'cnn-1' })
    try {
      // The files are another model's than the one that they are checked beside.
      const half = { ...opened, network }
      const write = (path: string) =>
        writeFormat('tfjs', path, { ...half, network: other }, quietTask()).then(() =>
          checkExport('tfjs', formats.tfjs, path, half, quietTask()),
        )
      await expect(writeNewFolder(out, async (path) => void (await write(path)))).rejects.toMatchObject({
        code: 'export-differs',
      })
      expect(existsSync(out)).toBe(false)
    } finally {
      opened.dispose()
    }
  })

  test('says how it was checked', async () => {
    const { check, folder } = await again(join(work, 'checked'))
    expect(check).toMatchObject({ pictures: { count: 4, from: 'patterns' }, agreement: 1 })
    expect(check.runtime).toMatch(/^TensorFlow.js 4/)
    expect(check.largestDifference).toBeLessThan(1e-6)
    expect(JSON.parse(await readFile(join(folder, 'check.json'), 'utf8'))).toMatchObject(check)
  })
})
