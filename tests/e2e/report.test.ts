// From the comparison to a report: the dialog, the download, and the saved page opened in a browser of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { faultsInBothThemes } from '../support/axe'
import {
  closeBrowser,
  findChromium,
  startServed,
  visit,
  type ServedApp,
  type Visit,
} from '../support/served-app'
import { call } from '../support/tour'

const test = (name: string): string => `[data-test=${name}]`

describe.skipIf(findChromium() === null)('a report from the interface', () => {
  let app: ServedApp
  let seat: Visit
  let page: Page
  let folder: string
  const runs: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cotejo-e2e-report-'))
    app = await startServed()
    seat = await visit(app.address, { locale: 'es-ES' })
    page = seat.page
    await page.waitForSelector(test('choose-folder'))
    const sample = await call(page, 'data.import', {
      source: { kind: 'sample', perClass: 12 },
      options: { size: 32 },
    })
    for (const name of ['cnn', 'mlp'] as const) {
      const plan = { phases: [{ epochs: 2 }], batch: 16 }
      const request = { dataset: sample.dataset.id, model: { name }, size: 24, plan, seed: 1, name }
      runs.push((await call(page, 'runs.start', request)).run)
    }
    for (const run of runs) {
      while ((await call(page, 'runs.get', { run })).summary.status !== 'done') await page.waitForTimeout(200)
    }
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const open = async (at: string) => {
    await page.goto(new URL(`#${at}`, page.url()).href)
    await page.click(test('report'))
    await page.waitForSelector(test('report-start'))
  }
  const save = async (format: string) => {
    await page.click(test(`report-${format}`))
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(test('report-start'))])
    const path = join(folder, download.suggestedFilename())
    await download.saveAs(path)
    await page.waitForSelector(test('report-written'))
    return path
  }

  it('asks for format, language, title and author, in the language of the interface', async () => {
    await open(`/compare?runs=${runs.join(',')}`)
    expect(await page.locator(test('report-language')).inputValue()).toBe('es')
    expect(await page.locator(`${test('report-html')} input`).isChecked()).toBe(true)
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('gives the page that opens by itself', async () => {
    await page.fill(test('report-title'), 'Práctica «final»')
    await page.fill(test('report-author'), 'Ana & Luis')
    const path = await save('html')
    expect(path).toMatch(/practica-final\.html$/)
    expect(await faultsInBothThemes(page)).toEqual([])
    const saved = await seat.context.browser()!.newContext({ offline: true })
    const report = await saved.newPage()
    const complaints: string[] = []
    report.on('console', (message) => complaints.push(message.text()))
    await report.goto(pathToFileURL(path).href)
    expect(await report.locator('h1').textContent()).toBe('Práctica «final»')
    expect(await report.locator('.byline').textContent()).toContain('Ana & Luis')
    expect(await report.locator('.chart:visible').count()).toBeGreaterThan(5)
    expect(complaints).toEqual([])
    await saved.close()
  })

  it('gives several files as a .zip, from a run alone too', async () => {
    await open(`/runs/${runs[0]}`)
    expect(await page.locator(test('report-author')).inputValue()).toBe('Ana & Luis')
    expect(await save('ipynb')).toMatch(/\.zip$/)
    expect(seat.complaints).toEqual([])
  })
})
