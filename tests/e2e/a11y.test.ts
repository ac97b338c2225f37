// Every screen against axe's rules, in both themes, with real work behind it: one served app, one sample, three runs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { KeptMeasurement } from '../../src-main/contract'
import { keepMeasurement } from '../../src-main/engine/choice/kept'
import { faults } from '../support/axe'
import { messyFolder } from '../support/messy'
import {
  closeBrowser,
  findChromium,
  startServed,
  visit,
  type ServedApp,
  type Visit,
} from '../support/served-app'
import { goTo, prepare, stops, type Prepared } from '../support/tour'

/** As a run on a machine with a card keeps it, for the screen of the machine. */
const measurement: KeptMeasurement = {
  at: '2026-11-22T10:00:00.000Z',
  speeds: [
    { backend: 'webgpu', device: 'A card', imagesPerSecond: 812, basis: 'steps', problem: null },
    { backend: 'wasm', device: 'CPU', imagesPerSecond: 16, basis: 'given-up', problem: null },
    { backend: 'tensorflow', device: null, imagesPerSecond: null, basis: null, problem: 'It did not open.' },
  ],
  model: { title: 'CNN', size: 32, batch: 16, work: 'all' },
}

describe.skipIf(findChromium() === null)('accessibility', () => {
  let app: ServedApp
  let home: string
  let seat: Visit
  let prepared: Prepared
  const names = stops({ sample: '', messy: '', runs: [] }).map(({ name }) => name)

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-a11y-'))
    await messyFolder(join(home, 'shapes'), 6)
    const packs = join(home, 'packs')
    await keepMeasurement(packs, '0'.repeat(32), measurement)
    app = await startServed({ COTEJO_PACKS: packs })
    seat = await visit(app.address)
    prepared = await prepare(seat.page, join(home, 'shapes'), { epochs: 2 })
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
    await rm(home, { recursive: true, force: true })
  })

  describe.each(['light', 'dark'] as const)('%s', (theme) => {
    beforeAll(() => seat.page.emulateMedia({ colorScheme: theme }))

    it.each(names)('%s', async (name) => {
      await goTo(
        seat.page,
        stops(prepared).find((stop) => stop.name === name)!,
      )
      expect(await seat.page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
      expect(await faults(seat.page)).toEqual([])
    })
  })

  it('what was measured is shown, and forgotten on request', async () => {
    const { page } = seat
    await page.evaluate(() => (location.hash = '#/machine'))
    await page.waitForSelector('[data-test=measured-model] [data-backend=webgpu][data-used=true]')
    await page.click('[data-test=forget-speeds]')
    await page.waitForSelector('[data-test=measured-model]', { state: 'detached' })
  })

  it('the page complained of nothing', () => expect(seat.complaints).toEqual([]))
})
