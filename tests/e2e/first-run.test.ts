// Someone who has never seen the app: one button, and in under two minutes a finished comparison with words to it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe.skipIf(findChromium() === null)('the first run', () => {
  let app: ServedApp
  let seat: Visit

  beforeAll(async () => {
    app = await startServed()
    seat = await visit(app.address, { locale: 'es-ES' })
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
  })

  it('can be cancelled, and begun again', async () => {
    const { page } = seat
    await page.click(test('first-run-start'))
    await page.waitForSelector(test('first-run-model'), { timeout: 60_000 })
    expect(await faultsInBothThemes(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
    await page.click(test('first-run-cancel'))
    await expect
      .poll(async () => (await call(page, 'runs.list', {})).map(({ status }) => status), { timeout: 60_000 })
      .toEqual(['cancelled', 'cancelled'])
    for (const { run } of await call(page, 'runs.list', {})) await call(page, 'runs.remove', { run })
    await page.waitForSelector(test('first-run-start'))
  })

  it('ends in the comparison, in the language of the interface', async () => {
    const { page } = seat
    const [sample] = await call(page, 'data.list', {})
    expect(sample!.name).toBe('Mariposa, gato, caballo')
    await call(page, 'data.remove', { dataset: sample!.id })
    await call(page, 'trash.empty', {})
    await page.reload()
    const started = performance.now()
    await page.click(test('first-run-start'))
    await page.waitForSelector(test('explained'), { timeout: 170_000 })
    await page.waitForSelector(test('comparison-table'), { timeout: 60_000 })
    console.log(
      `From nothing to a finished comparison: ${Math.round((performance.now() - started) / 1000)} s`,
    )
    expect(new URL(page.url()).hash).toMatch(/^#\/compare\?runs=/)
    const runs = await call(page, 'runs.list', {})
    expect(runs.map(({ status }) => status)).toEqual(['done', 'done'])
    expect(runs[0]!.folds).toBeNull()
    expect(await faultsInBothThemes(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
    await page
      .locator(`${test('explained')} button`)
      .first()
      .click()
    await page.waitForSelector(test('explained'), { state: 'detached' })
    await page.goto(new URL('#/data', page.url()).href)
    await page.waitForSelector(test('dataset-card'))
    expect(await page.locator(test('first-run')).count()).toBe(0)
  })

  it('the page complained of nothing', () => expect(seat.complaints).toEqual([]))
})
