// The screen of the bases in a real browser, with the real engine behind it: a download that is cancelled goes on, a
// file of one's own that does not fit says why and then is imported, and what is here can be removed.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inCatalogue } from '../../src-main/engine/bases/catalogue'
import {
  closeBrowser,
  dropOnPage,
  findChromium,
  startServed,
  visit,
  type ServedApp,
  type Visit,
} from '../support/served-app'
import { call } from '../support/tour'
import { sha256Of, writeWeights } from '../support/weights'
import { serveWeights, type WeightsServer } from '../support/weights-server'

const SMALL = 'mobilenet-0.25-224'

describe.skipIf(findChromium() === null)('the screen of the bases', () => {
  let home: string
  let weights: string
  let server: WeightsServer
  let app: ServedApp
  let seat: Visit

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-bases-'))
    weights = join(home, 'mobilenet_2_5_mine.h5')
    await writeWeights(weights, 'mobilenet', 0.25)
    server = await serveWeights()
    server.files.set(inCatalogue(SMALL)!.file, await readFile(weights))
    app = await startServed({ COTEJO_BASES_URL: server.url })
    seat = await visit(app.address)
    await seat.page.click('[data-test=nav-bases]')
    await seat.page.waitForSelector('[data-test=base]')
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
    await server?.close()
    await rm(home, { recursive: true, force: true })
  })

  const row = (base: string, state = '') =>
    `[data-test=base][data-base="${base}"]${state && `[data-state="${state}"]`}`

  it('shows what there is, with figures and where they are from', async () => {
    const { page } = seat
    const all = await call(page, 'bases.list', {})
    expect(await page.locator('[data-test=base]').count()).toBe(all.length)
    const text = await page.locator(row('resnet50-224')).innerText()
    for (const part of ['ResNet50', '23.6M', '95 MB', '74.9%', 'MIT']) expect(text).toContain(part)
    const accuracy = page.locator(`${row('resnet50-224')} [data-test=base-accuracy]`)
    expect(await accuracy.getAttribute('title')).toContain('https://keras.io/api/applications/')
  })

  it('a download that was cancelled goes on where it stopped', async () => {
    const { page } = seat
    server.holdAt = 600_000
    await page.click(`${row(SMALL)} [data-test=install-base]`)
    await page.waitForSelector(`[data-purpose="install-base:${SMALL}"]`)
    await expect.poll(() => server.asked.length).toBe(1)
    // Until something has come: what is cancelled before that leaves nothing.
    await expect
      .poll(async () => (await call(page, 'bases.list', {})).find((one) => one.id === SMALL)!.partialBytes)
      .toBeGreaterThan(0)
    await page.click(`[data-purpose="install-base:${SMALL}"] [data-test=task-cancel]`)
    await page.waitForSelector(row(SMALL, 'partial'))
    server.holdAt = null
    await page.click(`${row(SMALL)} [data-test=install-base]`)
    await page.waitForSelector(row(SMALL, 'installed'))
    expect(server.asked.at(-1)!.from).toBeGreaterThan(0)
    expect(await page.locator('[data-test=bases-summary]').innerText()).toContain('1 base installed')
  })

  it('a file that does not fit says which layer and which shapes; the right width imports it', async () => {
    const { page } = seat
    const mine = join(home, 'mobilenet_7_5_mine.h5')
    await writeWeights(mine, 'mobilenet', 0.75, { seed: 2 })
    await dropOnPage(page, [mine])
    await page.waitForSelector('[data-test=weights-name]')
    expect(await page.inputValue('[data-test=weights-architecture]')).toBe('mobilenet')
    await page.selectOption('[data-test=weights-alpha]', { label: '0.5' })
    await page.click('[data-test=import-weights]')
    const error = page.locator('[role=dialog] [data-test=error]')
    await error.waitFor()
    expect(await error.getAttribute('data-code')).toBe('weights-wrong')
    expect(await error.innerText()).toMatch(/layer conv1 .*3×3×3×24.*3×3×3×16/)
    await page.selectOption('[data-test=weights-alpha]', { label: '0.75' })
    await page.click('[data-test=import-weights]')
    await page.waitForSelector(row('mobilenet-7-5-mine', 'installed'))
    const imported = (await call(page, 'bases.list', {})).find(({ id }) => id === 'mobilenet-7-5-mine')!
    expect(imported).toMatchObject({ origin: 'file', alpha: 0.75, sha256: sha256Of(mine) })
  })

  it('the same can be chosen in a dialog; content that is here already is not taken twice', async () => {
    const { page } = seat
    const before = await page.locator('[data-test=base]').count()
    await page.click('[data-test=import-base]')
    await page.setInputFiles('[data-test=weights-input]', weights)
    await page.waitForSelector('[data-test=weights-name]')
    await page.click('[data-test=import-weights]')
    await page.waitForSelector('[role=dialog]', { state: 'detached' })
    expect(await page.locator('[data-test=base]').count()).toBe(before)
  })

  it('what is here can be removed, and brought back', async () => {
    const { page } = seat
    await page.click('[data-test=only-here]')
    await expect.poll(() => page.locator('[data-test=base][data-state=available]').count()).toBe(0)
    await page.click(`${row('mobilenet-7-5-mine')} [data-test=remove-base]`)
    await page.waitForSelector(row('mobilenet-7-5-mine'), { state: 'detached' })
    await page.locator('[data-test=notice] [data-test=undo]').click()
    await page.waitForSelector(row('mobilenet-7-5-mine'))
    await page.click(`${row(SMALL)} [data-test=remove-base]`)
    await page.waitForSelector(row(SMALL), { state: 'detached' })
    await page.click('[data-test=only-here]')
    await page.waitForSelector(row(SMALL, 'available'))
  })

  it('the page complained of nothing', () => expect(seat.complaints).toEqual([]))
})
