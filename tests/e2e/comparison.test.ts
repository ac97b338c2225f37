// A comparison in a real browser, with the real engine: from the ranking to a cell of a matrix, to its pictures, to what
// each model saw; the report that is taken along. The tour of tests/support has its states for axe.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Comparison } from '../../src-main/contract'
import { faultsInBothThemes } from '../support/axe'
import {
  closeBrowser,
  findChromium,
  startServed,
  visit,
  type ServedApp,
  type Visit,
} from '../support/served-app'
import { call, toSection } from '../support/tour'

const SIZE = 24

async function train(page: Page, dataset: string, model: 'cnn' | 'mlp', seed: number): Promise<string> {
  const { run } = await call(page, 'runs.start', {
    dataset,
    model: { name: model },
    size: SIZE,
    plan: { phases: [{ epochs: 2 }], batch: 16 },
    seed,
  })
  for (;;) {
    const { summary } = await call(page, 'runs.get', { run })
    if (summary.status === 'done') return run
    if (!['queued', 'running'].includes(summary.status)) throw new Error(`${run}: ${summary.reason}`)
    await page.waitForTimeout(200)
  }
}

const sheet = '[role=dialog]'

describe.skipIf(findChromium() === null)('a comparison in a browser', () => {
  let app: ServedApp
  let home: string
  let seat: Visit
  let page: Page
  let dataset: string
  let runs: string[]
  let comparison: Comparison
  /** Some mistake that was made: the run, the true class, the said class, how often. */
  let mistake: { run: string; actual: number; predicted: number; count: number }

  const open = async (query: string): Promise<void> => {
    await page.goto(new URL(`#/compare?${query}`, page.url()).href)
    await page.waitForSelector('[data-test=comparison-table]')
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-report-'))
    app = await startServed()
    seat = await visit(app.address)
    page = seat.page
    await page.waitForSelector('[data-test=choose-folder]')
    dataset = (await call(page, 'data.import', { source: { kind: 'sample' } })).dataset.id
    runs = [
      await train(page, dataset, 'cnn', 1),
      await train(page, dataset, 'mlp', 1),
      await train(page, dataset, 'cnn', 2),
    ]
    comparison = await call(page, 'compare', { runs })
    const found = comparison.runs.flatMap(({ run, evaluation }) =>
      evaluation!.confusion.flatMap((row, actual) =>
        row.flatMap((count, predicted) => (actual === predicted ? [] : [{ run, actual, predicted, count }])),
      ),
    )
    mistake = found.sort((a, b) => b.count - a.count)[0]!
    expect(mistake.count).toBeGreaterThan(0)
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
    await rm(home, { recursive: true, force: true })
  })

  it('ranks the models, seeds of one as one entry that unfolds', async () => {
    await open(`runs=${runs.join()}`)
    const rows = page.locator('[data-test=comparison-row]')
    await expect.poll(() => rows.count()).toBe(2)
    expect(await page.locator('[data-test=medal]').count()).toBe(2)
    const seeds = rows.filter({ has: page.locator('[data-test=unfold-entry]') })
    expect(await seeds.count()).toBe(1)
    await seeds.locator('[data-test=unfold-entry]').click()
    await expect.poll(() => page.locator('[data-test=seed-row]').count()).toBe(2)
    // The places are those that the engine gave.
    const shown = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.rank))
    expect(shown).toEqual(comparison.entries.map(({ rank }) => String(rank)).sort())
  })

  it('shows the figures that are chosen, and sorts by them', async () => {
    await page.click('[data-test=choose-columns]')
    await page.check('[data-test=column-kappa]')
    await page.keyboard.press('Escape')
    await page.waitForSelector('[data-test=sort-kappa]')
    await page.click('[data-test=sort-parameters]')
    const [first] = await page
      .locator('[data-test=comparison-row]')
      .evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.run))
    const least = [...comparison.runs].sort((a, b) => a.parameters! - b.parameters!)[0]!
    expect(first).toBe(least.run)
    await page.click('[data-test=sort-place]')
  })

  it('says that it is fair, and compares pair by pair', async () => {
    expect(await page.locator('[data-test=conditions]').getAttribute('data-unfair')).toBe('false')
    await toSection(page, 'pairs')
    expect(await page.locator('[data-test=pair-row]').count()).toBe(1)
  })

  it('makes its parts when they come near', async () => {
    expect(await page.locator('[data-test=confusion]').count()).toBe(0)
    for (const part of ['cost', 'curves', 'classes', 'matrices', 'pictures', 'sureness', 'map'])
      await toSection(page, part)
    for (const chart of ['pareto', 'comparison', 'roc'])
      await page.waitForSelector(`[data-test=chart-${chart}]`)
    await page.waitForSelector('[data-test=class-accuracy]')
    expect(await page.locator('[data-test=confusion]').count()).toBe(2)
  })

  it('shows what two runs say differently', async () => {
    await toSection(page, 'matrices')
    await page.click('[data-test=matrix-view] [data-test=segment-difference]')
    const cells = await page.locator('[data-test=matrix-difference] [data-cell]').allTextContents()
    const numbers = cells.map((text) => Number(text.trim().replace('−', '-')))
    expect(numbers).toHaveLength(comparison.runs[0]!.evaluation!.labels.length ** 2)
    // The same pictures were tested: what one says more often, it says less often elsewhere.
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(0)
    await page.click('[data-test=matrix-view] [data-test=segment-side]')
  })

  it('goes from a cell to its pictures, and by keys too', async () => {
    const grid = page.locator('[data-test=confusion]').first()
    await grid.locator('[data-cell="0,0"]').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.cell)
    expect(await focused()).toBe('1,1')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('1,0')
    // Of the whole matrix, one cell is in the order of Tab.
    expect(await grid.locator('[data-cell][tabindex="0"]').count()).toBe(1)

    await grid.locator('[data-cell]:not([aria-disabled])').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector(`${sheet} [data-test=judged-picture]`)
    expect(new URL(page.url()).hash).toContain('inspect=cell:')
    await page.keyboard.press('Escape')
    await page.waitForSelector(sheet, { state: 'detached' })
    expect(new URL(page.url()).hash).not.toContain('inspect=')
  })

  it('shows the pictures of a cell, as many as the matrix says', async () => {
    const { run, actual, predicted, count } = mistake
    await open(`runs=${runs.join()}&inspect=cell:${run}:${actual}:${predicted}`)
    await page.waitForSelector(`${sheet} [data-test=judged-picture]`)
    expect(await page.locator(`${sheet} [data-test=judged-picture]`).count()).toBe(Math.min(60, count))
    await expect
      .poll(() =>
        page
          .locator(`${sheet} [data-test=judged-picture] img`)
          .evaluateAll((all) => all.filter((img) => (img as HTMLImageElement).naturalWidth > 0).length),
      )
      .toBeGreaterThan(0)
  })

  it('shows what each model said of a picture, and what it saw', async () => {
    await page.locator(`${sheet} [data-test=judged-picture]`).first().click()
    await page.waitForSelector('[data-test=picture-report]')
    const answers = page.locator('[data-test=model-answer]')
    // One run of each entry, and the one whose cell it was.
    expect(await answers.count()).toBeGreaterThanOrEqual(2)
    const maps = page.locator('[data-test=heat-map]')
    await expect.poll(() => maps.count(), { timeout: 60_000 }).toBe(await answers.count())
    expect(await maps.first().getAttribute('data-method')).toBe('grad-cam')
    await expect
      .poll(() =>
        maps
          .locator('img')
          .evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth > 0)),
      )
      .not.toContain(false)
  })

  it('explains another class, and by covering parts', async () => {
    await page.selectOption('[data-test=explain-class]', String(mistake.actual))
    const maps = page.locator('[data-test=heat-map]')
    await expect
      .poll(() => maps.evaluateAll((all) => all.map((map) => (map as HTMLElement).dataset.label)), {
        timeout: 60_000,
      })
      .toEqual((await page.locator('[data-test=model-answer]').all()).map(() => String(mistake.actual)))
    await page.click('[data-test=explain-method] [data-test=segment-occlusion]')
    await expect.poll(() => maps.first().getAttribute('data-method'), { timeout: 60_000 }).toBe('occlusion')
  })

  it('leaves by the back button the way it came', async () => {
    await page.goBack()
    await page.waitForSelector('[data-test=picture-report]', { state: 'detached' })
    await page.waitForSelector(`${sheet} [data-test=judged-picture]`)
    const address = page.url()
    await page.locator(`${sheet} [data-test=judged-picture]`).first().click()
    await page.waitForSelector('[data-test=picture-report]')
    await page.click('[data-test=back-to-pictures]')
    await expect.poll(() => page.url()).toBe(address)
    await page.click('[data-test=close-sheet]')
    await page.waitForSelector(sheet, { state: 'detached' })
  })

  it('finds where the runs disagree', async () => {
    await toSection(page, 'pictures')
    const { total } = await call(page, 'results.pictures', {
      runs: [runs[0]!, runs[1]!],
      question: { kind: 'disagreement' },
    })
    // Asked of one run of each entry: of the two seeds the first.
    const count = page.locator('[data-test=inspect-count]')
    await expect.poll(async () => Number(/\d+/.exec((await count.textContent()) ?? '')?.[0] ?? 0)).toBe(total)
    for (const tab of ['only-right', 'all-wrong', 'mistakes', 'label-errors']) {
      await page.click(`[data-test=inspect-tabs] [data-test=segment-${tab}]`)
      await expect.poll(() => count.textContent()).toMatch(/picture/)
    }
  })

  it('takes the comparison along as a report that opens by itself', async () => {
    await page.click('[data-test=report]')
    await page.fill('[data-test=report-title]', 'Animals, compared')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.click('[data-test=report-start]'),
    ])
    await page.waitForSelector('[data-test=report-written]')
    await page.click('[data-test=report-close]')
    const report = await seat.context.newPage()
    const asked: string[] = []
    report.on('request', (request) => void asked.push(request.url()))
    try {
      const file = join(home, download.suggestedFilename())
      expect(file).toMatch(/\.html$/)
      await download.saveAs(file)
      await report.goto(pathToFileURL(file).href)
      expect(await report.title()).toContain('Animals, compared')
      for (const { name } of comparison.entries) expect(await report.textContent('body')).toContain(name)
      // One file that needs no network.
      expect(asked.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([])
    } finally {
      await report.close()
    }
  })

  it('lets a label be put right, and takes it back', async () => {
    const { run, actual, predicted } = mistake
    await open(`runs=${runs.join()}&inspect=cell:${run}:${actual}:${predicted}`)
    await page.locator(`${sheet} [data-test=judged-picture]`).first().click()
    await page.waitForSelector('[data-test=picture-decision]')
    const decided = async () => (await call(page, 'data.get', { dataset })).dataset.decided
    await page.selectOption('[data-test=picture-class]', String(predicted))
    await expect.poll(decided).toMatchObject({ relabelled: 1 })
    await page.waitForSelector('[data-test=decision-note]')
    await page.selectOption('[data-test=picture-class]', String(actual))
    await expect.poll(async () => (await decided())?.relabelled ?? 0).toBe(0)
    // What was measured before stays as it was measured.
    const { total } = await call(page, 'results.pictures', {
      runs: [run],
      question: { kind: 'cell', run, actual, predicted },
    })
    expect(total).toBe(mistake.count)
  })

  it('awaits runs that have no result yet: their curves are there, no place, and nothing is judged', async () => {
    const { run } = await call(page, 'runs.start', {
      dataset,
      model: { name: 'mlp' },
      size: SIZE,
      plan: { phases: [{ epochs: 1000 }], batch: 4, earlyStopping: null },
      seed: 3,
    })
    const row = `[data-test=comparison-row][data-run="${run}"]`
    const status = () => page.locator(`${row} [data-test=run-status]`).getAttribute('data-status')
    await open(`runs=${runs[0]},${run}`)
    await expect.poll(status, { timeout: 15_000 }).toMatch(/queued|running/)
    expect(await page.locator('[data-test=verdict]').getAttribute('data-verdict')).toBe('single')
    expect(await page.locator('[data-test=verdict]').textContent()).toContain('no result yet')
    expect(await page.locator('[data-test=medal]').count()).toBe(0)
    expect(await faultsInBothThemes(page)).toEqual([])

    await call(page, 'runs.cancel', { run })
    const ended = async () => (await call(page, 'runs.get', { run })).summary.status
    await expect.poll(ended, { timeout: 30_000 }).toBe('cancelled')
    // Nothing at all has a result: that is said, and what can be shown is.
    await open(`runs=${run}`)
    await expect.poll(status).toBe('cancelled')
    expect(await page.locator('[data-test=verdict]').getAttribute('data-verdict')).toBe('waiting')
  })

  it('says why a comparison is not fair, and lays no matrices over each other', async () => {
    const [image] = (await call(page, 'data.images', { dataset, split: 'test', limit: 1 })).images
    await call(page, 'data.decide', { dataset, decisions: [{ index: image!.index, action: 'leave-out' }] })
    const other = await train(page, dataset, 'mlp', 1)
    await open(`runs=${runs[0]},${other}`)
    await page.waitForSelector('[data-test=unfair]')
    expect(await page.locator('[data-test=verdict]').getAttribute('data-verdict')).toBe('unfair')
    expect(await page.locator('[data-test=medal]').count()).toBe(0)
    await toSection(page, 'matrices')
    await page.waitForSelector('[data-test=confusion]')
    expect(await page.locator('[data-test=matrix-view]').count()).toBe(0)
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('complains of nothing on the way', () => {
    expect(seat.complaints).toEqual([])
  })
})
