// A model that was trained elsewhere, brought in by hand: chosen, looked at, its classes matched, tested, and then in
// the comparison beside a run that was trained here.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
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

describe.skipIf(findChromium() === null)('bringing in a model', () => {
  let app: ServedApp
  let seat: Visit
  let page: Page
  let folder: string
  let zip: string
  let run: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cotejo-e2e-contestant-'))
    app = await startServed()
    seat = await visit(app.address, { locale: 'es-ES' })
    page = seat.page
    await page.waitForSelector(test('choose-folder'))
    const source = { kind: 'sample' as const, perClass: 12 }
    const { dataset } = await call(page, 'data.import', { source, options: { size: 24 } })
    const plan = { phases: [{ epochs: 2 }], batch: 16 }
    const request = { dataset: dataset.id, model: { name: 'cnn' as const }, size: 24, plan, name: 'Aquí' }
    run = (await call(page, 'runs.start', request)).run
    while ((await call(page, 'runs.get', { run })).summary.status !== 'done') await page.waitForTimeout(200)
    const out = join(folder, 'export')
    await call(page, 'export', { run, format: 'tfjs', out })
    // As another program would write it: the model, its weights and names, two of which are not the dataset's.
    const model = JSON.parse(await readFile(join(out, 'model.json'), 'utf8'))
    const [first, ...others] = model.userDefinedMetadata.labels as string[]
    delete model.userDefinedMetadata
    const labels = ['Otra cosa', ...others.map((one) => one.toUpperCase())]
    expect(first).toBeTruthy()
    zip = join(folder, 'modelo de clase.zip')
    const files = {
      'model.json': Buffer.from(JSON.stringify(model)),
      'weights.bin': await readFile(join(out, 'weights.bin')),
      'metadata.json': Buffer.from(JSON.stringify({ labels })),
    }
    await writeFile(zip, zipSync(files))
  })
  afterAll(async () => {
    await seat?.close()
    await closeBrowser()
    await app?.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('says what is wrong with files that are no model', async () => {
    await page.goto(new URL('#/runs', page.url()).href)
    await page.click(test('bring'))
    const wrong = join(folder, 'notas.txt')
    await writeFile(wrong, 'nada')
    await page.setInputFiles(test('model-input'), wrong)
    await page.waitForSelector('[role=dialog] [role=alert]')
    expect(await page.locator(test('bring-model')).count()).toBe(0)
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('shows what was found, matches the classes, and asks for what is missing', async () => {
    await page.setInputFiles(test('model-input'), zip)
    await page.waitForSelector(test('model-facts'))
    const map = page.locator(`${test('class-map')} select`)
    const values = await map.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))
    expect(values).toEqual(['-1', '1', '2'])
    expect(await page.locator(test('map-missing')).count()).toBe(1)
    await map.nth(0).selectOption('1')
    await page.waitForSelector(test('map-problem'))
    expect(await page.locator(test('bring-model')).isDisabled()).toBe(true)
    await map.nth(0).selectOption('0')
    expect(await page.locator(test('map-missing')).count()).toBe(0)
    await page.locator(test('model-resize')).selectOption('cover')
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('tests it, and has it in the comparison', async () => {
    await page.fill(test('model-name'), 'El de clase')
    await page.click(test('bring-model'))
    await page.waitForSelector(`${test('run-page')} ${test('run-result')}`)
    expect(await page.locator('h1').textContent()).toContain('El de clase')
    expect(await page.locator('[data-test=finding][data-name=trained-elsewhere]').count()).toBe(1)
    expect(await page.locator(test('chart-loss')).count()).toBe(0)
    const imported = new URL(page.url()).hash.split('/').at(-1)!
    const [a, b] = [await call(page, 'runs.get', { run }), await call(page, 'runs.get', { run: imported })]
    expect(b.evaluation!.predictions.predicted).toEqual(a.evaluation!.predictions.predicted)
    expect(await faultsInBothThemes(page)).toEqual([])

    await page.goto(new URL(`#/compare?runs=${run},${imported}`, page.url()).href)
    await page.waitForSelector(test('verdict'))
    expect(await page.locator('body').textContent()).toContain('Dónde se entrenó')
    expect(await faultsInBothThemes(page)).toEqual([])
    expect(seat.complaints).toEqual([])
  })
})
