// Recipes and models on a base in a real browser, with the real engine behind them: the advice with its reasons,
// started and compared; a model on the base in the box put together by hand; and all of it against axe's rules.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Run } from '../../src-main/contract'
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

describe.skipIf(findChromium() === null)('recipes in a browser', () => {
  let app: ServedApp
  let seat: Visit
  let dataset: string

  beforeAll(async () => {
    app = await startServed()
    seat = await visit(app.address)
    await seat.page.waitForSelector('[data-test=choose-folder]')
    const made = await call(seat.page, 'data.import', {
      source: { kind: 'sample', perClass: 12 },
      options: { size: 32 },
    })
    dataset = made.dataset.id
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
  })

  const goTo = async (path: string) => {
    await seat.page.goto(new URL(`#${path}`, seat.page.url()).href)
    await seat.page.reload()
  }
  const runOf = async (run: string): Promise<Run> => (await call(seat.page, 'runs.get', { run })).run

  it('shows the advice for these pictures with its reasons, and what would make it better', async () => {
    const { page } = seat
    await goTo(`/train?data=${dataset}`)
    await page.waitForSelector('[data-test=recipe][data-recipe=advice]')
    const runs = await page.locator('[data-test=recipe-runs] li').allTextContents()
    expect(runs).toHaveLength(2)
    expect(runs[0]).toContain('Cotejo Mini')
    const reasons = page.locator('[data-test=recipe-reasons] li')
    const codes = await reasons.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.reason))
    expect(codes).toEqual(expect.arrayContaining(['boxInstead', 'headOnly', 'baseline', 'fewTestPictures']))
    // A reason without a hole.
    expect((await reasons.allTextContents()).join(' ')).not.toMatch(/[{}]|undefined|recipes\./)
    expect(await page.locator('[data-test=install-bases]').getAttribute('data-kind')).toBe('better')
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('a recipe whose bases are not here says which and how large, and waits for them', async () => {
    const { page } = seat
    await page.click('[data-test=recipe-nine-architectures]')
    await page.waitForSelector('[data-test=recipe][data-recipe=nine-architectures]')
    const missing = page.locator('[data-test=install-bases][data-kind=missing]')
    expect(await missing.locator('li').count()).toBe(9)
    expect(await missing.textContent()).toMatch(/ResNet152.*235/)
    expect(await page.locator('[data-test=start-recipe]').isDisabled()).toBe(true)
    await page.click('[data-test=recipe-preprocessing]')
    await page.waitForSelector('[data-test=recipe][data-recipe=preprocessing]')
    expect(await page.locator('[data-test=recipe-runs] li.wrong').count()).toBe(4)
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('starts the advice, shows its runs side by side, and compares them when they are done', async () => {
    const { page } = seat
    await page.click('[data-test=recipe-advice]')
    await page.click('[data-test=in-folds]')
    await page.click('[data-test=start-recipe]')
    await page.waitForSelector('[data-test=side-by-side]')
    expect(await page.locator('[data-test^=member-]').count()).toBe(2)
    await goTo('/runs')
    const set = page.locator('[data-test=run-set]')
    await set.waitFor()
    expect(await set.textContent()).toContain('What Cotejo advises')
    expect(await page.locator('[data-test=run-row]').count()).toBe(2)
    await page.click('[data-test=compare-set]', { timeout: 150_000 })
    await page.waitForSelector('[data-test=comparison-table]')
    await expect.poll(() => page.locator('[data-test=comparison-row]').count()).toBe(2)
    await goTo('/runs')
    await set.waitFor()
    expect(await set.getAttribute('data-done')).toBe('2')
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('puts a model on a base together: base, size, head, phases, a wrong scaling on purpose', async () => {
    const { page } = seat
    await goTo(`/train?data=${dataset}`)
    const card = page.locator('[data-test=model-card]').first()
    await card.waitFor()
    // One model is enough.
    await page.locator('[data-test=model-card]').nth(1).locator('[data-test=remove-model]').click()
    await card.locator('[data-test=segment-transfer]').click()
    await expect.poll(() => card.locator('[data-test=base]').inputValue()).toBe('cotejo-mini')
    await card.locator('[data-test=model-options] > summary').click()
    await card.locator('[data-test=head-options] > summary').click()
    await card.locator('[data-test=head-dense]').fill('32')
    await card.locator('[data-test=head-dropout]').fill('0.2')
    await card.locator('[data-test=transfer-size]').fill('40')
    await card.locator('[data-test=phase-epochs]').first().fill('2')
    await card.locator('[data-test=add-phase]').click()
    const second = card.locator('[data-test=phase]').nth(1)
    await second.locator('[data-test=phase-last]').fill('4')
    await second.locator('[data-test=phase-epochs]').fill('1')
    const learns = async (at: number) =>
      Number((await card.locator('[data-test=phase-parameters]').nth(at).textContent())!.replace(/\D/g, ''))
    await expect.poll(async () => (await learns(1)) > (await learns(0))).toBe(true)
    expect(await card.locator('[data-test=wrong-scaling]').count()).toBe(0)
    await card.locator('[data-test=scaling]').selectOption('raw')
    expect(await card.locator('[data-test=wrong-scaling]').textContent()).toContain('Wrong on purpose')
    expect(await faultsInBothThemes(page)).toEqual([])

    await page.click('[data-test=start]')
    await page.waitForSelector('[data-test=run-result]', { timeout: 120_000 })
    const id = (await page.locator('[data-test=run-page]').getAttribute('data-run'))!
    const run = await runOf(id)
    expect(run).toMatchObject({
      model: {
        name: 'transfer',
        options: { base: 'cotejo-mini', scaling: 'raw', head: { dense: 32, dropout: 0.2 } },
      },
      preprocessing: { size: 40, scale: 1 },
    })
    expect(run.plan!.phases).toMatchObject([
      { epochs: 2, trainable: 'head' },
      { epochs: 1, trainable: { last: 4 }, learningRate: 1e-4 },
    ])
  })

  it('a base that is not here is offered for download, and the start waits for it', async () => {
    const { page } = seat
    await goTo(`/train?data=${dataset}`)
    const card = page.locator('[data-test=model-card]').first()
    await card.locator('[data-test=segment-transfer]').click()
    await card.locator('[data-test=base]').selectOption('vgg16-224')
    const offer = card.locator('[data-test=install-bases]')
    expect(await offer.textContent()).toMatch(/VGG16.*59 MB/)
    expect(await page.locator('[data-test=start]').isDisabled()).toBe(true)
    // Its size is known without it.
    await expect
      .poll(async () => (await card.locator('[data-test=parameters]').textContent())!.replace(/\D/g, ''))
      .toBe(String(14_714_688 + 512 * 3 + 3))
    // Random weights need no file.
    await card.locator('[data-test=model-options] > summary').click()
    await card.locator('[data-test=weights]').selectOption('random')
    expect(await offer.count()).toBe(0)
    expect(await page.locator('[data-test=start]').isDisabled()).toBe(false)
  })

  it('speaks Spanish too', async () => {
    const spanish = await visit(app.address, { locale: 'es-ES', width: 480 })
    await spanish.page.goto(new URL(`#/train?data=${dataset}`, spanish.page.url()).href)
    await spanish.page.waitForSelector('[data-test=recipe]')
    const text = (await spanish.page.locator('[data-test=recipes]').textContent())!
    expect(text).toContain('Lo que Cotejo aconseja para estas imágenes')
    expect(text).not.toMatch(/recipes\./)
    // Nothing is wider than the screen.
    const width = await spanish.page.evaluate(() => document.querySelector('#main')!.scrollWidth)
    expect(width).toBeLessThanOrEqual(480)
    expect(spanish.complaints).toEqual([])
    await spanish.close()
  })

  it('complains of nothing on the way', () => expect(seat.complaints).toEqual([]))
})
