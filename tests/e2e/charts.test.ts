// The charts in a real browser: pointer, keys, zoom, legend, themes, and what is saved of them. The library is written
// as files, so that nothing has to be trained.
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeLibrary } from '../../bench/compare/library'
import {
  closeBrowser,
  findChromium,
  startServed,
  visit,
  type ServedApp,
  type Visit,
} from '../support/served-app'

const chromium = findChromium()
const size = { runs: 3, epochs: 12, stepsPerEpoch: 4, testImages: 400, classes: 10, seeds: 1 }

describe.skipIf(!chromium)('charts', () => {
  let app: ServedApp
  let seen: Visit
  const chart = () => seen.page.locator('[data-test=chart-comparison]')
  const picture = () => chart().locator('[role=img]')

  beforeAll(async () => {
    let ids: string[] = []
    app = await startServed({}, async (library) => (ids = await makeLibrary(library, size)))
    // The library has no pictures: their thumbnails are refused.
    seen = await visit(app.address, { expected: /400 \(Bad Request\)/ })
    await seen.page.goto(new URL(`#/compare?runs=${ids.join(',')}`, seen.page.url()).href)
    await seen.page.locator('#part-curves').scrollIntoViewIfNeeded()
    await seen.page.waitForSelector('[data-test=chart-comparison][data-drawn=true]')
    await chart().scrollIntoViewIfNeeded()
  })
  afterAll(async () => {
    await seen?.close()
    await closeBrowser()
    await app?.close()
  })

  /** What is on the canvases, as text that changes with any pixel. */
  const pixels = () =>
    chart().evaluate((figure) => [...figure.querySelectorAll('canvas')].map((one) => one.toDataURL()).join())
  const saved = async (kind: string) => {
    const [file] = await Promise.all([
      seen.page.waitForEvent('download'),
      chart().locator(`[data-test=save-${kind}]`).click(),
    ])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }

  it('say what there is to see, and have the numbers in a table', async () => {
    expect(await picture().getAttribute('aria-label')).toMatch(
      /Accuracy over the epochs\. .*Lines of 3 .*A CNN 8/,
    )
    await chart().locator('summary').click()
    expect(await chart().locator('tbody tr').count()).toBe(size.epochs)
    expect(await chart().locator('thead th').allTextContents()).toHaveLength(1 + size.runs)
    await chart().locator('summary').click()
  })

  it('answer to the pointer, and to keys for those who have none', async () => {
    await picture().hover()
    await expect.poll(() => chart().locator('.chart-tip').textContent()).toMatch(/Epoch \d+.*A CNN/)
    await seen.page.mouse.move(5, 5)
    await picture().focus()
    for (const epoch of [1, 2]) {
      await seen.page.keyboard.press('ArrowRight')
      await expect.poll(() => chart().locator('[aria-live]').textContent()).toContain(`Epoch ${epoch}\n`)
    }
  })

  it('zoom in and show all again', async () => {
    const whole = await pixels()
    await picture().focus()
    await seen.page.keyboard.press('+')
    await expect.poll(() => chart().getAttribute('data-zoomed')).toBe('true')
    expect(await pixels()).not.toBe(whole)
    await chart().locator('[data-test=zoom-reset]').click()
    await expect.poll(() => chart().getAttribute('data-zoomed')).toBe('false')
  })

  it('switch lines off and on by the legend', async () => {
    const switches = chart().locator('.legend button')
    expect(await switches.count()).toBe(size.runs)
    await seen.page.mouse.move(5, 5)
    const all = await pixels()
    await switches.first().click()
    expect(await switches.first().getAttribute('aria-pressed')).toBe('false')
    await expect.poll(pixels).not.toBe(all)
    await switches.first().click()
    expect(await switches.first().getAttribute('aria-pressed')).toBe('true')
  })

  it('change with the theme and the language at once', async () => {
    const light = await pixels()
    await seen.page.evaluate(() => (document.documentElement.dataset.theme = 'dark'))
    await expect.poll(pixels).not.toBe(light)
    await seen.page.evaluate(() => (document.documentElement.dataset.theme = 'light'))
  })

  it('are saved as PNG, SVG and CSV, in dark ink on white', async () => {
    const png = await saved('png')
    expect(png.name).toBe('accuracy-over-the-epochs.png')
    const { data, info } = await sharp(png.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(info.width).toBe(1800)
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
    const dark = data.filter((value) => value < 80).length / data.length
    expect(dark).toBeGreaterThan(0.001)

    const svg = await saved('svg')
    const text = svg.bytes.toString('utf8')
    expect(text).toMatch(/^<svg /)
    for (const words of ['Accuracy over the epochs', 'Epoch', 'Accuracy (%)', 'A CNN 8'])
      expect(text).toContain(words)
    const drawn = await sharp(svg.bytes).metadata()
    expect(drawn.width).toBe(900)

    const csv = (await saved('csv')).bytes.toString('utf8')
    const lines = csv.trimEnd().split('\r\n')
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(lines).toHaveLength(1 + size.epochs)
    expect(lines[1]!.split(',').at(-1)).toMatch(/^0\.\d+$/)
  })

  it('break no rule of the page', () => {
    // The library has no pictures: their thumbnails are refused.
    expect(seen.complaints.filter((one) => !one.includes('400 (Bad Request)'))).toEqual([])
  })
})
