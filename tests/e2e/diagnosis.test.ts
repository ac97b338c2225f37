// From a run that went wrong to one that is set up better, in a real browser with the real engine behind it.
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

describe.skipIf(findChromium() === null)('a diagnosis', () => {
  let app: ServedApp
  let seat: Visit
  let run: string
  let dataset: string

  beforeAll(async () => {
    app = await startServed()
    seat = await visit(app.address)
    const { page } = seat
    await page.waitForSelector('[data-test=choose-folder]')
    dataset = (await call(page, 'data.import', { source: { kind: 'sample' }, options: { size: 32 } })).dataset
      .id
    const started = await call(page, 'runs.start', {
      dataset,
      model: { name: 'cnn', options: { filters: [8], dense: 16, dropout: 0.25 } },
      size: 32,
      plan: { phases: [{ epochs: 7, learningRate: 0.4 }], batch: 12 },
      seed: 3,
    })
    run = started.run
    await page.evaluate((id) => (location.hash = `#/runs/${id}`), run)
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
  })

  it('is on the page of the run with its evidence, beside what the model costs', async () => {
    const { page } = seat
    const finding = page.locator('[data-test=finding][data-name=rate-too-high]')
    await finding.waitFor({ timeout: 60_000 })
    expect(await finding.innerText()).toContain('At a learning rate of 0.4')
    const { cost } = await call(page, 'runs.figures', { run })
    const parameters = await page.locator('[data-test=cost-parameters]').innerText()
    expect(parameters).toContain(cost!.parameters.toLocaleString('en-US'))
    expect(await page.locator('[data-test=cost]').innerText()).toContain(cost!.device)
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('advice opens a new run with the same settings and that one change, by keyboard too', async () => {
    const { page } = seat
    const advice = page.locator('[data-name=rate-too-high] [data-test=advice-lower-rate]')
    expect(await advice.innerText()).toContain('0.04')
    await advice.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('[data-test=learning-rate]')
    const value = (name: string) =>
      page.locator(`input[data-test=${name}], [data-test=${name}] input`).first().inputValue()
    expect([await value('learning-rate'), await value('epochs'), await value('batch'), await value('size')]).toEqual(['0.04', '7', '12', '32']) // prettier-ignore
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-test=run-page]')
    const next = new URL(page.url()).hash.split('/').at(-1)!
    expect(next).not.toBe(run)
    const [before, after] = [
      await call(page, 'runs.get', { run }),
      await call(page, 'runs.get', { run: next }),
    ]
    const { phases, ...rest } = before.run.plan!
    expect(after.run.plan).toEqual({ ...rest, phases: [{ ...phases[0]!, learningRate: 0.04 }] })
    expect([after.run.model, after.run.seed, after.run.dataset]).toEqual([
      before.run.model,
      before.run.seed,
      dataset,
    ])
  })
})
