// Every screen against axe's rules, in both themes, with real work behind it: one served app, one sample, three runs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

describe.skipIf(findChromium() === null)('accessibility', () => {
  let app: ServedApp
  let home: string
  let seat: Visit
  let prepared: Prepared
  const names = stops({ sample: '', messy: '', runs: [] }).map(({ name }) => name)

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-a11y-'))
    await messyFolder(join(home, 'shapes'), 6)
    app = await startServed()
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

  it('the page complained of nothing', () => expect(seat.complaints).toEqual([]))
})
