// How quickly a large comparison opens and how smoothly it goes, in a real browser:
// `node bench/run.mjs compare-screen [--runs 50] [--epochs 100] [--images 10000] [--seeds 1] [--times 5] [--keep DIR]`.
// It needs a build (`npm run build`; COTEJO_OUT names another folder than out/).
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from 'playwright-core'
import { makeLibrary } from './compare/library'
import { framesWhile, timeToPaint, type Frames } from './compare/page'
import { pageTime, processorTime } from './compare/processor'
import { median } from './times'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    epochs: { type: 'string', default: '100' },
    images: { type: 'string', default: '10000' },
    seeds: { type: 'string', default: '1' },
    times: { type: 'string', default: '5' },
    /** Where the library is kept for the next time. */
    keep: { type: 'string' },
    /** A picture of the screen goes here. */
    screenshot: { type: 'string' },
  },
})
const size = {
  runs: Number(values.runs),
  epochs: Number(values.epochs),
  stepsPerEpoch: 100,
  testImages: Number(values.images),
  classes: 10,
  seeds: Number(values.seeds),
}
/** How long somebody looks at the list before choosing. */
const LOOKING_MS = 3000
const root = process.cwd()
const out = resolve(root, process.env.COTEJO_OUT ?? 'out')
const executable = [process.env.COTEJO_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)

/** The built app in a browser's reach. */
async function serve(library: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(out, 'main/cli.js'), '--library', library, 'serve'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await new Promise<string>((done, fail) => {
    let text = ''
    const read = (chunk: Buffer): void => {
      text += chunk.toString()
      const found = /http:\/\/\S+/.exec(text)
      if (found) done(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => fail(new Error(`serve ended with ${code}: ${text}`)))
  })
  return { child, address }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
}

interface Opening {
  /** Milliseconds: by the clock, and of the processor: the page's thread, and host and engine together. */
  clock: number
  page: number
  host: number
}

const say = (what: string, openings: readonly Opening[]): void => {
  const all = openings.map(({ clock }) => clock.toFixed(0)).join(', ')
  const of = (name: keyof Opening): string => median(openings.map((one) => one[name])).toFixed(0)
  console.log(
    `${what.padEnd(44)} ${of('clock')} ms (${all}); processor: page ${of('page')}, host and engine ${of('host')}`,
  )
}
const sayFrames = (what: string, { count, median: middle, p95, longest, longTasks }: Frames): void =>
  console.log(
    `${what.padEnd(44)} ${count} frames, median ${middle.toFixed(1)} ms, p95 ${p95.toFixed(1)}, longest ` +
      `${longest.toFixed(0)}; tasks over 50 ms: ${longTasks.length ? longTasks.join(', ') : 'none'}`,
  )

const library = values.keep ? resolve(values.keep) : await mkdtemp(join(tmpdir(), 'cotejo-compare-'))
const ids = existsSync(join(library, 'runs'))
  ? Array.from({ length: size.runs }, (_, at) => `bench-${at + 1}`)
  : await makeLibrary(library, size)
const entries = Math.ceil(size.runs / size.seeds)
const hash = `#/compare?runs=${ids.join(',')}`
const browser = await chromium.launch({
  ...(executable && { executablePath: executable }),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
let host = await serve(library)

/** A new page on the list of runs, still. */
async function fresh(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  page.on('pageerror', (error) => console.error(String(error)))
  await page.goto(`${host.address.replace(/#.*/, '')}#/runs`)
  await page.waitForSelector('[data-test=run-row]', { timeout: 120_000 })
  await page.waitForLoadState('networkidle')
  return page
}

/** Opens the comparison in a page that stands still. */
async function open(page: Page): Promise<Opening> {
  const inPage = await pageTime(page)
  const before = { page: await inPage(), host: (await processorTime(host.child.pid!)) ?? NaN }
  const clock = await timeToPaint(page, hash, entries)
  return {
    clock,
    page: (await inPage()) - before.page,
    host: ((await processorTime(host.child.pid!)) ?? NaN) - before.host,
  }
}

async function move(page: Page, test: string, steps: number): Promise<void> {
  const box = await page.locator(`[data-test=${test}] .picture`).boundingBox()
  if (!box) throw new Error(`${test} is not there`)
  for (let step = 0; step < steps; step++)
    await page.mouse.move(box.x + box.width * (0.1 + (0.8 * step) / steps), box.y + box.height * 0.5)
}

try {
  console.log(
    `${size.runs} runs × ${size.epochs} epochs × ${size.testImages} test pictures, ${entries} entries; ` +
      `load ${loadavg()[0]!.toFixed(1)}`,
  )
  let page = await fresh()
  say('the first time ever (figures are made)', [await open(page)])
  await page.close()
  await stop(host.child)

  host = await serve(library)
  page = await fresh()
  say('the first time, at once after a start', [await open(page)])
  await page.close()
  await stop(host.child)

  // What the app does while its first page is looked at belongs to it.
  host = await serve(library)
  page = await fresh()
  await page.waitForTimeout(LOOKING_MS)
  say(`the first time, ${LOOKING_MS / 1000} s after the list`, [await open(page)])
  await page.close()

  const openings: Opening[] = []
  for (let time = 0; time < Number(values.times); time++) {
    page = await fresh()
    openings.push(await open(page))
    if (time < Number(values.times) - 1) await page.close()
  }
  say('opened again', openings)
  if (values.screenshot) await page.screenshot({ path: values.screenshot })

  sayFrames(
    'scrolling through the screen',
    await framesWhile(page, async () => {
      await page.mouse.move(760, 500)
      for (let step = 0; step < 60; step++) {
        await page.mouse.wheel(0, 160)
        await page.waitForTimeout(16)
      }
    }),
  )
  for (const test of ['chart-comparison', 'chart-pareto']) {
    const chart = page.locator(`[data-test=${test}]`)
    await page.locator(`#part-${test === 'chart-pareto' ? 'cost' : 'curves'}`).scrollIntoViewIfNeeded()
    await chart.locator('canvas').first().waitFor()
    await chart.scrollIntoViewIfNeeded()
    sayFrames(`${test}: pointer over it`, await framesWhile(page, () => move(page, test, 120)))
    sayFrames(
      `${test}: zooming`,
      await framesWhile(page, async () => {
        await move(page, test, 2)
        await page.keyboard.down('Control')
        for (let step = 0; step < 20; step++) {
          await page.mouse.wheel(0, step < 10 ? -120 : 120)
          await page.waitForTimeout(16)
        }
        await page.keyboard.up('Control')
      }),
    )
  }
} finally {
  await browser.close()
  await stop(host.child)
  if (!values.keep) await rm(library, { recursive: true, force: true })
}
