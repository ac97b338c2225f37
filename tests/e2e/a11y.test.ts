// Every screen against axe's rules, in both themes, with real work behind it: one served app, one sample, three runs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe found wrong, one line each: the rule, and the first elements that break it. */
async function faults(page: Page): Promise<string[]> {
  // As an expression of the debugger's, because the page's own policy lets no foreign script in.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values: rules },
        resultTypes: ['violations'],
      }) as Promise<AxeResults>,
    rules,
  )
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim()})`)
        .join('; ')}`,
  )
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
