// Try it in a real browser, with the real engine behind it: pictures, a folder and the webcam through two models.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsInBothThemes } from '../support/axe'
import { closeBrowser, dropOnPage, findChromium, startServed, visit, type ServedApp, type Visit } from '../support/served-app' // prettier-ignore
import { call } from '../support/tour'

interface Watched {
  /** Tracks of every camera that was opened. */
  tracks: MediaStreamTrack[]
  /** Calls of `predict` that waited for their answer at the same time, at most. */
  most: number
}

/** Notes in the page which cameras it opens, and how many frames are on their way at a time. */
function watchCamera(): void {
  const watched: Watched = { tracks: [], most: 0 }
  Object.assign(window, { watched })
  const devices = navigator.mediaDevices
  const open = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (constraints) => {
    const stream = await open(constraints)
    watched.tracks.push(...stream.getTracks())
    return stream
  }
  const asked = new Set<number>()
  const Native = window.WebSocket
  window.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args)
      // Before the page's own listener, which sends the next frame.
      this.addEventListener('message', ({ data }) => {
        const frame = JSON.parse(String(data)) as { id?: number; progress?: object }
        if (!frame.progress) asked.delete(frame.id!)
      })
    }
    override send(data: string): void {
      const { id, call } = JSON.parse(data) as { id: number; call: string }
      if (call === 'predict') watched.most = Math.max(watched.most, asked.add(id).size)
      super.send(data)
    }
  }
}
const watched = (page: Page) =>
  page.evaluate(() => {
    const { tracks, most } = (window as unknown as { watched: Watched }).watched
    return { states: tracks.map((track) => `${track.kind} ${track.readyState}`), most }
  })

const png = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } }).png().toBuffer() // prettier-ignore

describe.skipIf(findChromium() === null)('Try it', () => {
  let app: ServedApp
  let home: string
  let seat: Visit
  let runs: string[]
  const go = async (page: Page, query = '') => {
    const chosen = runs.map((run) => `run=${run}`).join('&')
    await page.evaluate((hash) => (location.hash = hash), `/predict?${chosen}${query}`)
    await page.waitForSelector('[data-test=predict-run]')
  }

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-try-'))
    app = await startServed()
    seat = await visit(app.address)
    const { page } = seat
    await page.waitForSelector('[data-test=choose-folder]')
    const source = { kind: 'sample' as const, perClass: 12 }
    const { dataset } = await call(page, 'data.import', { source, options: { size: 16 } })
    const plan = { phases: [{ epochs: 1 }], batch: 16 }
    runs = []
    for (const name of ['cnn', 'mlp'] as const)
      runs.push(
        (await call(page, 'runs.start', { dataset: dataset.id, model: { name }, size: 16, plan })).run,
      )
    for (let ended = 0; ended < runs.length; await page.waitForTimeout(200))
      ended = (await call(page, 'runs.list', {})).filter(({ status }) => status === 'done').length
    await page.reload()
  }, 180_000)
  afterAll(async () => {
    await closeBrowser()
    await app?.close()
    await rm(home, { recursive: true, force: true })
  })

  it('shows what two models say of pictures, side by side, and names what is none', async () => {
    const { page } = seat
    await go(page)
    const files = [
      { name: 'rojo ñ.png', mimeType: 'image/png', buffer: await png('#c02010') },
      { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
      { name: 'azul.png', mimeType: 'image/png', buffer: await png('#2030d0') },
    ]
    await page.locator('[data-test=picture-input]').setInputFiles(files)
    const cards = page.locator('[data-test=prediction]')
    await expect.poll(() => page.locator('[data-test=answer][data-label]').count()).toBe(4)
    expect(await cards.count()).toBe(3)
    expect(await cards.nth(1).textContent()).toContain('could not be read')

    const expected = await Promise.all(
      runs.map((run) =>
        call(page, 'predict', {
          run,
          pictures: [{ name: 'a', base64: files[0]!.buffer.toString('base64') }],
        }),
      ),
    )
    for (const [at, { predictions }] of expected.entries()) {
      const answer = cards.nth(0).locator('[data-test=answer]').nth(at)
      expect(await answer.getAttribute('data-label')).toBe(predictions[0]!.label)
      expect(await answer.locator('[data-test=bar]').count()).toBe(predictions[0]!.probabilities.length)
    }
    const same = expected[0]!.predictions[0]!.label === expected[1]!.predictions[0]!.label
    expect(await cards.nth(0).locator('[data-test=agreement]').getAttribute('data-kind')).toBe(
      same ? 'all' : 'split',
    )
  })

  it('shows on demand where each of them looked', async () => {
    const { page } = seat
    const card = page.locator('[data-test=prediction]').first()
    await card.locator('[data-test=explain]').click()
    const maps = card.locator('[data-test=heat-map]')
    await expect.poll(() => maps.count(), { timeout: 30_000 }).toBe(2)
    expect(await maps.nth(0).getAttribute('data-method')).toBe('grad-cam')
    // A multilayer perceptron has no convolutions: what was done instead is said.
    expect(await maps.nth(1).getAttribute('data-method')).toBe('occlusion')
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('takes a pasted picture, and another model asks for what is there', async () => {
    const { page } = seat
    const base64 = (await png('#20c040')).toString('base64')
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }))
      dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
    }, base64)
    const first = page.locator('[data-test=prediction]').first()
    await expect.poll(() => first.locator('[data-test=answer][data-label]').count()).toBe(2)
    expect(await first.textContent()).toContain('pasted.png')
    await page.locator('[data-test=model-chip] button').nth(1).click()
    await expect.poll(() => page.locator('[data-test=model-chip]').count()).toBe(1)
    await expect.poll(() => first.locator('[data-test=answer]').count()).toBe(1)
    await page.locator('[data-test=add-model]').selectOption(runs[1]!)
    await expect.poll(() => first.locator('[data-test=answer][data-label]').count()).toBe(2)
  })

  it('classifies a dropped folder, and hands over the table', async () => {
    const { page } = seat
    const folder = join(home, 'álbum')
    await mkdir(join(folder, 'más'), { recursive: true })
    for (let i = 0; i < 5; i++)
      await writeFile(join(folder, 'más', `${i}.png`), await png(`rgb(${i * 50}, 90, 20)`))
    await writeFile(join(folder, '=x.png'), await png('#fff'))
    await writeFile(join(folder, 'broken.jpg'), 'no picture')
    await dropOnPage(page, [folder])
    const result = page.locator('[data-test=folder-result]')
    await result.waitFor({ timeout: 30_000 })
    expect(await result.locator('[data-test=folder-rows] tbody tr').count()).toBe(6)
    expect(await result.locator('[data-test=folder-failed]').count()).toBe(1)
    const downloading = page.waitForEvent('download')
    await result.locator('[data-test=save-csv]').click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('álbum.csv')
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(lines).toHaveLength(9)
    expect(lines[0]).toMatch(/^\uFEFFfile,.*: class,.*: p\(.*,agree,error$/)
    expect(lines.slice(1, 4).map((line) => line.split(',')[0])).toEqual([
      "'=x.png",
      'broken.jpg',
      'más/0.png',
    ])
    expect(await faultsInBothThemes(page)).toEqual([])
  })

  it('asks for the camera only when its button is pressed, and says in plain words that it may not', async () => {
    const stranger = await visit(app.address)
    await stranger.page.addInitScript(watchCamera)
    await stranger.page.reload()
    await stranger.page.waitForSelector('[data-test=choose-folder]')
    await go(stranger.page, '&with=webcam')
    await stranger.page.waitForSelector('[data-test=webcam][data-state=off]')
    expect((await watched(stranger.page)).states).toEqual([])
    await stranger.page.click('[data-test=camera-start]')
    const problem = stranger.page.locator('[data-test=camera-problem]')
    await problem.waitFor()
    expect(await problem.getAttribute('data-problem')).toBe('refused')
    expect(await faultsInBothThemes(stranger.page)).toEqual([])
    await stranger.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'))
    })
    await stranger.page.click('[data-test=camera-start]')
    await expect.poll(() => problem.getAttribute('data-problem')).toBe('none')
    await stranger.close()
  })

  it('answers the camera live, one frame at a time, keeps a picture, and lets go of it', async () => {
    const guest = await visit(app.address)
    await guest.context.grantPermissions(['camera'], { origin: new URL(app.address).origin })
    const { page } = guest
    await page.addInitScript(watchCamera)
    await page.reload()
    await page.waitForSelector('[data-test=choose-folder]')
    await go(page, '&with=webcam')
    await page.click('[data-test=camera-start]')
    await page.waitForSelector('[data-test=webcam][data-state=on]')
    await expect.poll(() => page.locator('[data-test=webcam] [data-test=answer][data-label]').count()).toBe(2)
    const bar = page.locator('[data-test=webcam] [data-test=bar]').first()
    const before = await bar.textContent()
    await expect.poll(() => bar.textContent(), { timeout: 30_000 }).not.toBe(before)
    expect(await watched(page)).toEqual({ states: ['video live'], most: 1 })

    await page.click('[data-test=camera-keep]')
    await expect
      .poll(() => page.locator('[data-test=prediction] [data-test=answer][data-label]').count())
      .toBe(2)
    await page.click('[data-test=camera-stop]')
    await page.waitForSelector('[data-test=webcam][data-state=off]')
    expect((await watched(page)).states).toEqual(['video ended'])

    // Leaving the screen lets go of it too.
    await page.click('[data-test=camera-start]')
    await page.waitForSelector('[data-test=webcam][data-state=on]')
    await page.evaluate(() => (location.hash = '/data'))
    await page.waitForSelector('[data-test=choose-folder]')
    expect((await watched(page)).states).toEqual(['video ended', 'video ended'])
    expect(guest.complaints).toEqual([])
    await guest.close()
  })

  it('has nothing to complain about', () => expect(seat.complaints).toEqual([]))
})
