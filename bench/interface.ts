// `node bench/run.mjs interface` (needs a build and Chromium): how quick the interface is on this machine.
// First paint and first interaction; frames while 60,000 pictures scroll; the answer to keys and calls while a training
// uses all cores. `--quick` leaves the 60,000 pictures out. Exits with 1 where a limit is missed.
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { closeBrowser, findChromium, startServed, visit, type ServedApp } from '../tests/support/served-app'
import { call } from '../tests/support/tour'
import { firstScreen, rendererFolder } from '../tests/support/first-screen'
import { manyPictures } from './interface/library'
import { framesWhile } from './compare/page'
import { pageTime } from './compare/processor'
import { inputTimes, percentile, roundTrips, timeInputs } from './interface/page'
import { median } from './times'

const STARTS = 5
const SCROLL_SECONDS = 6
const INPUTS = 120
const missed: string[] = []

function say(what: string, value: number, unit: string, limit: number, more: 'at most' | 'at least'): void {
  const good = more === 'at most' ? value <= limit : value >= limit
  const shown = value >= 100 ? Math.round(value) : Math.round(value * 10) / 10
  console.log(`${good ? 'ok    ' : 'MISSED'} ${what}: ${shown} ${unit} (${more} ${limit})`)
  if (!good) missed.push(what)
}

async function start(app: ServedApp): Promise<void> {
  const paints: number[] = []
  const ready: number[] = []
  for (let at = 0; at < STARTS; at++) {
    const seat = await visit(app.address)
    const { page } = seat
    await page.waitForSelector('[data-test=nav-runs]')
    await page.click('[data-test=nav-runs]')
    await page.waitForSelector('[data-test=page-title]')
    await page.waitForFunction(() => location.hash === '#/runs')
    const times = await page.evaluate(
      () =>
        new Promise<{ paint: number; ready: number }>((done) =>
          requestAnimationFrame(() =>
            setTimeout(() =>
              done({
                paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
                ready: performance.now(),
              }),
            ),
          ),
        ),
    )
    paints.push(times.paint)
    ready.push(times.ready)
    await seat.close()
  }
  say('first paint, median', median(paints), 'ms', 1000, 'at most')
  say('first click answered, median', median(ready), 'ms', 2000, 'at most')
}

async function scroll(page: Page, dataset: string): Promise<void> {
  await page.goto(new URL(`#/data/${dataset}`, page.url()).href)
  // Below many findings the grid is far away, and has no pictures before it comes near.
  await page.locator('[data-test=picture-grid]').waitFor({ state: 'attached', timeout: 60_000 })
  await page.locator('[data-test=picture-grid]').evaluate((grid) => grid.scrollIntoView())
  await page.waitForSelector('[data-test=picture-grid] img', { timeout: 60_000 })
  await page.waitForTimeout(1000)
  const session = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize()!
  const speed = 2500
  const top = () => page.evaluate(() => document.getElementById('main')!.scrollTop)
  const from = await top()
  const worked = await pageTime(page)
  const before = await worked()
  const started = performance.now()
  const frames = await framesWhile(page, async () => {
    await session.send('Input.synthesizeScrollGesture', {
      x: width * 0.6,
      y: height * 0.6,
      yDistance: -speed * SCROLL_SECONDS,
      speed,
      gestureSourceType: 'mouse',
    })
  })
  const seconds = (performance.now() - started) / 1000
  const busy = ((await worked()) - before) / frames.count
  const tiles = await page.locator('[data-test=picture-grid] li').count()
  const scrolled = (await top()) - from
  if (scrolled < speed) throw new Error(`It scrolled only ${scrolled} pixels.`)
  say('frames a second while scrolling', frames.count / seconds, '', 50, 'at least')
  console.log(
    `       19 of 20 frames within ${Math.round(frames.p95)} ms; the page itself works ${busy.toFixed(1)} ms a frame; ` +
      `${tiles} tiles exist`,
  )
}

/** Goes through the screens and opens and closes the palette, by keys and pointer. @returns ms to the paint of each */
async function answered(page: Page): Promise<number[]> {
  const places = ['data', 'runs', 'train', 'compare', 'machine', 'bases']
  // Each screen is fetched once before: how long that takes is a question of the first visit.
  for (const place of places) await page.click(`[data-test=nav-${place}]`)
  await page.keyboard.press('Control+k')
  await page.waitForSelector('[data-test=palette]')
  await page.keyboard.press('Escape')
  await timeInputs(page)
  for (let at = 0; at < INPUTS; at++) {
    if (at % 3 === 0) await page.click(`[data-test=nav-${places[(at / 3) % places.length]}]`)
    else await page.keyboard.press(at % 3 === 1 ? 'Control+k' : 'Escape')
    await page.waitForTimeout(60)
  }
  return inputTimes(page)
}

async function whileTraining(page: Page, dataset: string): Promise<void> {
  const { run } = await call(page, 'runs.start', {
    dataset,
    model: { name: 'cnn' },
    plan: { phases: [{ epochs: 10_000 }] },
  })
  const training = async (): Promise<boolean> => {
    const { summary } = await call(page, 'runs.get', { run })
    if (!['queued', 'running'].includes(summary.status)) throw new Error(`${run}: ${summary.reason}`)
    return summary.status === 'running' && summary.epochs > 0
  }
  while (!(await training())) await page.waitForTimeout(300)
  await page.goto(new URL(`#/runs/${run}`, page.url()).href)
  await page.waitForSelector('[data-test=run-page]')
  const inputs = await answered(page)
  say('input to paint while training, 95th percentile', percentile(inputs, 0.95), 'ms', 100, 'at most')
  console.log(`       median ${Math.round(median(inputs))} ms of ${inputs.length} inputs`)
  const trips = await roundTrips(page, 'runs.list', 100)
  say('call and answer while training, 95th percentile', percentile(trips, 0.95), 'ms', 100, 'at most')
  await call(page, 'runs.cancel', { run })
}

if (!findChromium()) process.exit(1)
const quick = process.argv.includes('--quick')
const home = await mkdtemp(join(tmpdir(), 'cotejo-bench-'))
const app = await startServed()
try {
  // Other work on the machine makes all of this slower: the load before says how much there was.
  console.log(`${cpus().length} cores, ${cpus()[0]?.model}, load ${loadavg()[0]!.toFixed(1)}`)
  const files = await firstScreen(rendererFolder())
  const bytes = files.reduce((sum, { gzip }) => sum + gzip, 0)
  say('first screen, compressed', bytes / 1000, 'kB', 500, 'at most')
  await start(app)
  const seat = await visit(app.address)
  await seat.page.waitForSelector('[data-test=choose-folder]')
  const source = quick
    ? { kind: 'sample' as const, perClass: 200 }
    : { kind: 'folder' as const, path: await manyPictures(home) }
  const { dataset } = await call(seat.page, 'data.import', { source })
  console.log(`       ${dataset.images.total} pictures imported`)
  await scroll(seat.page, dataset.id)
  const idle = await answered(seat.page)
  console.log(
    `       input to paint while nothing trains: 95th percentile ${Math.round(percentile(idle, 0.95))} ms`,
  )
  await whileTraining(seat.page, dataset.id)
  await seat.close()
} finally {
  await closeBrowser()
  await app.close()
  await rm(home, { recursive: true, force: true })
}
if (missed.length > 0) process.exitCode = 1
