// The keyboard alone: the command palette, the shortcuts and their sheet, the queue, and undo.
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

const hash = (seat: Visit): string => new URL(seat.page.url()).hash
const test = (name: string): string => `[data-test=${name}]`

describe.skipIf(findChromium() === null)('the keyboard', () => {
  let app: ServedApp
  let seat: Visit
  let long: string

  const start = async (name: string, epochs: number): Promise<string> =>
    (
      await call(seat.page, 'runs.start', {
        name,
        dataset: 'sample',
        model: { name: 'mlp' },
        size: 16,
        plan: { phases: [{ epochs }], batch: 16 },
      })
    ).run
  const focused = () =>
    seat.page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null
      return at?.dataset.test ?? at?.tagName
    })
  const rows = () =>
    seat.page.locator(test('queue-row')).evaluateAll((all) => all.map((one) => one.getAttribute('data-run')))
  const order = async () => (await call(seat.page, 'queue.get', {})).waiting.map(({ run }) => run)

  beforeAll(async () => {
    app = await startServed()
    seat = await visit(app.address, { locale: 'es-ES' })
    seat.page.setDefaultTimeout(15_000)
    await seat.page.waitForSelector(test('choose-folder'))
    await call(seat.page, 'data.import', { source: { kind: 'sample', perClass: 10 } })
    const first = await start('Ñandú uno', 1)
    while ((await call(seat.page, 'runs.get', { run: first })).summary.status !== 'done')
      await seat.page.waitForTimeout(200)
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
  })

  it('begins with a way past the menu', async () => {
    const { page } = seat
    await page.reload()
    await page.waitForSelector(test('choose-folder'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip-link')
    expect(await page.locator('.skip-link').boundingBox()).toMatchObject({ y: expect.any(Number) })
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  it('opens the palette, finds without accents, and goes there', async () => {
    const { page } = seat
    await page.keyboard.press('Control+k')
    await page.waitForSelector(test('palette'))
    expect(await focused()).toBe('palette-input')
    const field = page.locator(test('palette-input'))
    expect(await field.getAttribute('aria-activedescendant')).toBe('command-0')
    await page.keyboard.type('nandu')
    await page.waitForSelector('[role=option][aria-selected=true]:has-text("Ñandú uno")')
    await page.keyboard.press('Enter')
    await page.waitForSelector(test('run-page'))
    expect(hash(seat)).toBe('#/runs/nandu-uno')
    await page.keyboard.press('Control+k')
    await page.waitForSelector(`${test('palette')} [role=group] [data-command="run:nandu-uno"]`)
    await page.keyboard.press('ArrowDown')
    expect(await field.getAttribute('aria-activedescendant')).toBe('command-1')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    const last = (await page.locator('[role=option]').count()) - 1
    expect(await field.getAttribute('aria-activedescendant')).toBe(`command-${last}`)
    expect(await faultsInBothThemes(page)).toEqual([])
    await page.keyboard.type('qqqq')
    await expect.poll(() => page.locator('[role=option]').count()).toBe(0)
    expect(await faultsInBothThemes(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
  })

  it('gives the focus back when it is closed', async () => {
    const { page } = seat
    await page.keyboard.press('Escape')
    await page.waitForSelector(test('palette'), { state: 'detached' })
    for (const [button, dialog] of [
      ['open-palette', 'palette'],
      ['open-shortcuts', 'shortcut-sheet'],
    ] as const) {
      await page.focus(test(button))
      await page.keyboard.press('Enter')
      await page.waitForSelector(test(dialog))
      // Tab goes round inside.
      for (let at = 0; at < 6; at++) {
        await page.keyboard.press('Tab')
        expect(
          await page.evaluate(() =>
            document.querySelector('[role=dialog]')!.contains(document.activeElement),
          ),
        ).toBe(true)
      }
      await page.keyboard.press('Escape')
      await page.waitForSelector(test(dialog), { state: 'detached' })
      await expect.poll(focused).toBe(button)
    }
  })

  it('opens a dialog of the run from the palette', async () => {
    const { page } = seat
    await page.keyboard.press('Control+k')
    await page.keyboard.type('exportar')
    await page.waitForSelector('[data-command=export][aria-selected=true]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=dialog]:not([data-test=palette])')
    expect(hash(seat)).toBe('#/runs/nandu-uno')
    await page.keyboard.press('Escape')
    await page.waitForSelector('[role=dialog]', { state: 'detached' })
  })

  it('has shortcuts that can be turned off, and not while one types', async () => {
    const { page } = seat
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await page.waitForSelector(test('runs-table'))
    await page.keyboard.press('?')
    await page.waitForSelector(test('shortcut-sheet'))
    expect(await faultsInBothThemes(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
    await page.click(test('single-keys'))
    await page.keyboard.press('Escape')
    await page.waitForSelector('[role=dialog]', { state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.keyboard.press('Control+k')
    await page.waitForSelector(test('palette'))
    expect(hash(seat)).toBe('#/runs')
    await page.keyboard.type('g d')
    await page.keyboard.press('Escape')
    expect(hash(seat)).toBe('#/runs')
    await page.evaluate(() => localStorage.setItem('cotejo.singleKeys', 'on'))
    await page.reload()
    await page.waitForSelector(test('runs-table'))
  })

  it('takes back what was removed: the run is there again, with its files', async () => {
    const { page } = seat
    const before = await call(page, 'runs.get', { run: 'nandu-uno' })
    await page.click(`[data-run=nandu-uno] ${test('remove-run')}`)
    await page.waitForSelector(`${test('notice')} ${test('undo')}`)
    await page.waitForSelector(test('runs-table'), { state: 'detached' })
    await page.waitForSelector(test('empty'))
    expect(await faultsInBothThemes(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
    await page.keyboard.press('Control+z')
    await page.waitForSelector('[data-run=nandu-uno]')
    expect(await call(page, 'runs.get', { run: 'nandu-uno' })).toEqual(before)
    // And again later, from the list of what was removed.
    await page.click(`[data-run=nandu-uno] ${test('remove-run')}`)
    await page.locator(`${test('trash')} summary`).click()
    await page.click(`[data-item=nandu-uno] ${test('restore')}`)
    await page.waitForSelector('tr[data-run=nandu-uno]')
    await page.waitForSelector(test('trash'), { state: 'detached' })
  })

  it('takes back a name', async () => {
    const { page } = seat
    await page.click(`[data-run=nandu-uno] ${test('rename')}`)
    await page.fill(test('rename-input'), 'Otro nombre')
    await page.keyboard.press('Enter')
    await page.waitForSelector('tr[data-run=nandu-uno]:has-text("Otro nombre")')
    await page
      .locator(`${test('notice')} ${test('undo')}`)
      .last()
      .click()
    await page.waitForSelector('tr[data-run=nandu-uno]:has-text("Ñandú uno")')
  })

  it('puts the queue in another order, by keys and by dragging', async () => {
    const { page } = seat
    long = await start('Largo', 10_000)
    for (const name of ['a', 'b', 'c']) await start(name, 1)
    await page.waitForSelector(`${test('queue-row')}[data-run=c]`)
    await expect.poll(rows).toEqual(['a', 'b', 'c'])
    await page.focus(`${test('queue-row')}[data-run=c] ${test('queue-up')}`)
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(rows).toEqual(['a', 'c', 'b'])
    // The focus went with the row.
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-run]')?.getAttribute('data-run'))
    await expect.poll(focused).toBe('c')
    await page.click(`${test('queue-row')}[data-run=b] ${test('queue-first')}`)
    await expect.poll(rows).toEqual(['b', 'a', 'c'])
    // Rows glide to their places; a drag starts where they stand.
    await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'))
    const [from, to] = await Promise.all(
      ['b', 'c'].map((run) => page.locator(`${test('queue-row')}[data-run=${run}]`).boundingBox()),
    )
    await page.mouse.move(from!.x + 24, from!.y + from!.height / 2)
    await page.mouse.down()
    await page.mouse.move(to!.x + 24, to!.y + to!.height - 6, { steps: 6 })
    await page.mouse.up()
    await expect.poll(rows).toEqual(['a', 'c', 'b'])
    expect(await order()).toEqual(['a', 'c', 'b'])
    expect(await faultsInBothThemes(page)).toEqual([])
    await page.emulateMedia({ colorScheme: null })
  })

  it('moves nothing where people asked for less motion', async () => {
    const { page } = seat
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.waitForSelector('[data-status=running]')
    await page.keyboard.press('Control+k')
    await page.waitForSelector(test('palette'))
    const moving = await page.evaluate(
      () =>
        document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().activeDuration) > 1)
          .length,
    )
    expect(moving).toBe(0)
    await page.keyboard.press('Escape')
    await page.emulateMedia({ reducedMotion: null })
  })

  it('holds the queue, takes a run out, and puts it back into its place', async () => {
    const { page } = seat
    await page.click(test('hold-queue'))
    await page.waitForSelector(test('release-queue'))
    await page.click(`${test('queue-row')}[data-run=c] ${test('queue-remove')}`)
    await expect.poll(rows).toEqual(['a', 'b'])
    await page
      .locator(`${test('notice')} ${test('undo')}`)
      .last()
      .click()
    await expect.poll(rows).toEqual(['a', 'c', 'b'])
    await expect
      .poll(async () => (await call(page, 'queue.get', {})).waiting.map(({ held }) => held))
      .toEqual([true, true, true])
    await page.goto(new URL(`#/runs/${long}`, page.url()).href)
    await page.click(test('cancel'))
    await expect
      .poll(async () => (await call(page, 'runs.get', { run: long })).summary.status, { timeout: 60_000 })
      .toBe('cancelled')
    expect(await order()).toEqual(['a', 'c', 'b'])
  })

  it('the page complained of nothing', () => expect(seat.complaints).toEqual([]))
})
