// What import finds, as a person meets it in a browser: findings with their pictures, decisions and their undoing,
// more pictures for a dataset, archives, options, and a cross-validated run on a small set.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messyFolder } from '../support/messy'
import { pictureFolder } from '../support/pictures'
import {
  closeBrowser,
  dropOnPage,
  findChromium,
  startServed,
  visit,
  type ServedApp,
  type Visit,
} from '../support/served-app'

const PER_CLASS = 12

/** Every file below a folder with the hash of its bytes. */
async function contents(folder: string): Promise<Record<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const pairs = files
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return [
        path,
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ] as const
    })
  return Object.fromEntries(await Promise.all(pairs))
}

const finding = (page: Page, kind: string) => page.locator(`[data-test=finding][data-kind=${kind}]`)
const openOf = async (page: Page, kind: string) => Number(await finding(page, kind).getAttribute('data-open'))
const used = async (page: Page) => Number(await page.locator('[data-test=used-count]').textContent())
const title = (page: Page) => page.locator('[data-test=page-title]').textContent()

async function importFolder(page: Page, folder: string): Promise<void> {
  await page.goto(new URL('#/data', page.url()).href)
  await page.waitForSelector('[data-test=choose-folder]')
  await dropOnPage(page, [folder])
  await page.waitForSelector('[data-test=train-on]', { timeout: 60_000 })
}

describe.skipIf(findChromium() === null)('a messy folder in a browser', () => {
  let app: ServedApp
  let home: string
  let seat: Visit
  let before: Record<string, string>

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-messy-'))
    await messyFolder(join(home, 'shapes'), PER_CLASS)
    before = await contents(join(home, 'shapes'))
    app = await startServed()
    seat = await visit(app.address)
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
    await rm(home, { recursive: true, force: true })
  })

  it('shows what was found, by kind, with the files that were not taken', async () => {
    const { page } = seat
    await importFolder(page, join(home, 'shapes'))
    await page.waitForSelector('[data-test=findings]')
    const kinds = await page
      .locator('[data-test=finding]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-kind')))
    expect(kinds).toEqual(
      expect.arrayContaining([
        'label-conflict',
        'corrupt',
        'not-an-image',
        'duplicate',
        'near-duplicate',
        'dark',
      ]),
    )
    // Two of the files are no pictures.
    expect(await used(page)).toBe(3 * PER_CLASS + 8)
    await finding(page, 'corrupt').click()
    expect(await page.locator('[data-test=finding-files]').textContent()).toContain('cut off.jpg')
    await finding(page, 'wrong-extension').click()
    expect(await page.locator('[data-test=finding-panel]').textContent()).toContain('PNG')
  })

  it('leaves a copy out, and takes it back', async () => {
    const { page } = seat
    await finding(page, 'duplicate').click()
    const count = await used(page)
    const open = await openOf(page, 'duplicate')
    const group = page.locator('[data-test=finding-group]', { has: page.locator('img[alt*="copied"]') })
    expect(await group.locator('[data-test=finding-picture]').count()).toBe(2)
    await group.locator('[data-test=tidy-group]').click()
    await expect.poll(() => used(page)).toBe(count - 1)
    await expect.poll(() => openOf(page, 'duplicate')).toBe(open - 2)
    expect(await group.getAttribute('data-settled')).toBe('true')
    expect(await page.locator('[data-test=class-table] [data-test=before]').count()).toBe(1)
    await page.locator('[data-test=notice] [data-test=undo]').click()
    await expect.poll(() => used(page)).toBe(count)
    await expect.poll(() => openOf(page, 'duplicate')).toBe(open)
  })

  it('settles a conflict by a new label, and undoes it from the page', async () => {
    const { page } = seat
    await finding(page, 'label-conflict').click()
    await page.locator('[data-test=finding-group]').first().locator('[data-test^=agree-]').first().click()
    await expect.poll(() => openOf(page, 'label-conflict')).toBe(0)
    await page.click('[data-test=undo-decision]')
    await expect.poll(() => openOf(page, 'label-conflict')).toBe(2)
  })

  it('relabels a single picture from the grid, and keeps that over a reload', async () => {
    const { page } = seat
    await page.locator('[data-test=picture-grid] button').first().click()
    await page.locator('[data-test=picture-class]').selectOption({ label: 'square' })
    await expect.poll(() => page.locator('[data-test=undo-decision]').count()).toBe(1)
    await page.keyboard.press('Escape')
    await page.reload()
    await page.waitForSelector('[data-test=counts]')
    expect(await page.locator('[data-test=counts]').textContent()).toMatch(/another class\s*1/)
    await page.click('[data-test=undo-decision]')
    await expect.poll(() => page.locator('[data-test=undo-decision]').count()).toBe(0)
  })

  it('adds loose pictures to a class', async () => {
    const { page } = seat
    const more = await pictureFolder(join(home, 'more'), PER_CLASS + 2)
    const count = await used(page)
    await dropOnPage(page, [
      join(more, 'circle', `circle ${PER_CLASS}.png`),
      join(more, 'circle', `circle ${PER_CLASS + 1}.png`),
    ])
    await page.locator('[data-test=add-class]').selectOption({ label: 'circle' })
    await page.click('[data-test=add-start]')
    await expect.poll(() => used(page), { timeout: 30_000 }).toBe(count + 2)
  })

  it('imports an archive with options', async () => {
    const { page } = seat
    const files = Object.entries(await contents(join(home, 'more')))
    const zip = zipSync(
      Object.fromEntries(
        await Promise.all(
          files.map(async ([path]) => [path.slice(home.length + 1), new Uint8Array(await readFile(path))]),
        ),
      ) as Record<string, Uint8Array>,
    )
    await page.goto(new URL('#/data', page.url()).href)
    await page.locator('[data-test=import-options] summary').click()
    await page.locator('label:has([data-test=resize-fit])').click()
    await page.click('[data-test=import-size-auto]')
    await page.fill('[data-test=import-size]', '40')
    await page
      .locator('[data-test=archive-input]')
      .setInputFiles({ name: 'figures.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) })
    await page.waitForSelector('[data-test=train-on]', { timeout: 60_000 })
    expect(await title(page)).toContain('figures')
    expect(await used(page)).toBe(3 * (PER_CLASS + 2))
    expect(await page.locator('main').textContent()).toContain('40 × 40')
  })

  it('shows an augmentation on the pictures, and cross-validates on all of them', async () => {
    const { page } = seat
    const total = await used(page)
    await page.click('[data-test=train-on]')
    await page.locator('[data-test=augmentation-options] summary').click()
    await page.locator('[data-test=policy] [data-test=segment-standard]').click()
    const preview = page.locator('[data-test=augment-preview]')
    const pictures = preview.locator('img')
    await expect.poll(() => pictures.count(), { timeout: 60_000 }).toBe(20)
    await expect.poll(() => preview.getAttribute('aria-busy')).toBe('false')
    const sources = () => pictures.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).src))
    const first = await sources()
    // Versions differ from the picture, and from one another.
    expect(new Set(first.slice(0, 4)).size).toBe(4)
    await page.fill('[data-test=augment-rotation]', '90')
    await expect.poll(sources, { timeout: 30_000 }).not.toEqual(first)
    expect((await sources())[0]).toBe(first[0])

    await page.click('[data-test=use-folds]')
    await page.locator('[data-test=folds]').selectOption('3')
    await page.locator('[data-test=remove-model]').first().click()
    await page.fill('[data-test=epochs]', '2')
    await page.keyboard.press('Tab')
    await page.click('[data-test=start]')
    await page.waitForSelector('[data-test=folds-result]', { timeout: 120_000 })
    expect(await page.locator('[data-test=fold-row]').count()).toBe(3)
    expect(await page.locator('[data-test=run-result]').textContent()).toContain(`${total} test pictures`)
    // Two lines of the mean and two of each fold.
    const series = JSON.parse((await page.locator('[data-test=chart-loss]').getAttribute('data-series'))!)
    expect(Object.keys(series)).toHaveLength(2 + 2 * 3)
  })

  it('changes nothing in the folder, and complains of nothing', async () => {
    expect(await contents(join(home, 'shapes'))).toEqual(before)
    expect(seat.complaints).toEqual([])
  })
})
