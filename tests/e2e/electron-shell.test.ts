// The desktop app's shell from end to end: the built main bundle, preload and page, with the real engine behind them.
// On the stand-in for Electron everywhere; on real Electron wherever its binary is found.
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunRecord } from '../../src-main/contract'
import { closeDesktops, shells, startDesktop, type DesktopApp } from '../support/desktop-app'
import { pictureFolder } from '../support/pictures'

/** What the app asked the system for, noted in the main process; `asked` there holds it. */
interface Asked {
  boxes: { message: string; buttons: string[] }[]
  notifications: { title: string; body: string; click(): void }[]
  bars: { value: number; mode?: string }[]
  opened: string[]
}
/** Replaces what would wait for a person, and remembers. `answer` is the button that is pressed. */
const listenIn = (app: DesktopApp): Promise<void> =>
  app.evaluate(({ dialog, shell, BrowserWindow, Notification }) => {
    const asked: Asked & { answer: number; folder: string } = {
      boxes: [],
      notifications: [],
      bars: [],
      opened: [],
      answer: 0,
      folder: '',
    }
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (async (...args: unknown[]) => {
      const { message, buttons } = args.at(-1) as { message: string; buttons: string[] }
      asked.boxes.push({ message, buttons })
      return { response: asked.answer, checkboxChecked: false }
    }) as never
    dialog.showOpenDialog = (async () => ({
      canceled: asked.folder === '',
      filePaths: [asked.folder],
    })) as never
    shell.openPath = async (path) => (asked.opened.push(path), '')
    const [window] = BrowserWindow.getAllWindows()
    const setProgressBar = window!.setProgressBar.bind(window)
    window!.setProgressBar = (value, options) => {
      asked.bars.push({ value, ...options })
      setProgressBar(value, options)
    }
    const show = Notification.prototype.show
    Notification.prototype.show = function (this: Electron.Notification) {
      asked.notifications.push({ title: this.title, body: this.body, click: () => this.emit('click') })
      show.call(this)
    }
  })
const asked = <T>(app: DesktopApp, pick: (asked: Asked) => T): Promise<T> =>
  app.evaluate((_electron, source) => {
    const { asked } = globalThis as unknown as { asked: Asked }
    return (0, eval)(`(${source})`)(asked) as T
  }, String(pick))
const answerWith = (app: DesktopApp, change: { answer?: number; folder?: string }) =>
  app.evaluate((_electron, change) => {
    Object.assign((globalThis as unknown as { asked: object }).asked, change)
  }, change)
const choose = (app: DesktopApp, item: string): Promise<void> =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()!.getMenuItemById(item)!.click(), item)

/** A long run of the sample, once it trains. */
async function train(page: Page, epochs: number): Promise<string> {
  await page.click('[data-test=train-on]')
  await page.fill('[data-test=epochs]', String(epochs))
  await page.fill('[data-test=size]', '24')
  await page.keyboard.press('Tab')
  await page.click('[data-test=start]')
  await page.waitForSelector('[data-test=run-page]')
  return (await page.locator('[data-test=run-page]').getAttribute('data-run'))!
}
async function records({ library }: DesktopApp, run: string): Promise<RunRecord[]> {
  const text = await readFile(join(library, 'runs', run, 'history.jsonl'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RunRecord)
}
const trained = (app: DesktopApp, run: string) =>
  expect
    .poll(async () => (await records(app, run)).filter(({ type }) => type === 'epoch').length, {
      timeout: 60_000,
    })
    .toBeGreaterThan(0)
/** But for what the tests did themselves to be refused. */
const complaintsOf = (app: DesktopApp): string[] =>
  app.complaints.filter((one) => !one.includes('example.org'))
const runOf = async (page: Page): Promise<string> =>
  (await page.locator('[data-test=run-page]').getAttribute('data-run'))!
const hash = (page: Page): string => new URL(page.url()).hash

let pictures: string
beforeAll(async () => {
  pictures = join(await mkdtemp(join(tmpdir(), 'cotejo-desktop-pictures-')), 'formas ñ')
  await pictureFolder(pictures, 12)
})
afterAll(async () => {
  await closeDesktops()
  await rm(join(pictures, '..'), { recursive: true, force: true })
})

describe.each(shells())('the desktop app on $name', ({ name, skip }) => {
  if (skip !== null) {
    it.skip(`skipped: ${skip}`)
    return
  }
  let app: DesktopApp
  let page: Page
  beforeAll(async () => {
    app = await startDesktop(name)
    page = await app.page()
    page.context().setDefaultTimeout(20_000)
    await page.waitForSelector('[data-test=choose-folder]')
    await listenIn(app)
  })
  afterAll(async () => {
    await app?.close()
    await rm(app.home, { recursive: true, force: true })
  })

  it('opens one locked-down window', async () => {
    const windows = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = (
          window.webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
        ).getLastWebPreferences()
        return {
          url: window.webContents.getURL().split('#')[0],
          sandbox,
          contextIsolation,
          nodeIntegration,
          webSecurity,
          webviewTag,
        }
      }),
    )
    expect(windows).toEqual([
      {
        url: 'app://cotejo/index.html',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    ])
    const inPage = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
      frozen: Object.isFrozen((window as unknown as { cotejo: object }).cotejo),
    }))
    expect(inPage).toEqual({ node: [], frozen: true })
  })

  it('imports a folder from its path when it is dropped, and copies nothing', async () => {
    await app.drop([pictures])
    await page.waitForSelector('[data-test=train-on]')
    const [id] = await readdir(join(app.library, 'datasets'))
    const dataset = JSON.parse(
      await readFile(join(app.library, 'datasets', id!, 'dataset.json'), 'utf8'),
    ) as {
      source: { path: string; owned: boolean }
    }
    expect(dataset.source).toMatchObject({ path: pictures, owned: false })
    // Thumbnails come by app://, through the same checks.
    await page.locator('[data-test=picture-grid]').scrollIntoViewIfNeeded()
    await expect
      .poll(() =>
        page
          .locator('[data-test=picture-grid] img')
          .evaluateAll((all) => all.filter((img) => (img as HTMLImageElement).naturalWidth > 0).length),
      )
      .toBeGreaterThan(3)
  })

  it('trains, shows it in the taskbar, keeps the machine awake, and says when it is done', async () => {
    await app.evaluate(({ BrowserWindow, powerSaveBlocker }) => {
      BrowserWindow.getAllWindows()[0]!.blur()
      const blockers: number[] = []
      Object.assign(globalThis, { blockers })
      const { start } = powerSaveBlocker
      powerSaveBlocker.start = (type) => {
        const id = start.call(powerSaveBlocker, type)
        blockers.push(id)
        return id
      }
    })
    const run = await train(page, 2)
    await page.waitForSelector('[data-test=run-result]', { timeout: 90_000 })
    await expect.poll(() => asked(app, ({ notifications }) => notifications.length)).toBeGreaterThan(0)
    const told = await asked(app, ({ notifications }) =>
      notifications.map(({ title, body }) => title + ' | ' + body),
    )
    expect(told[0]).toMatch(/ is done \| Test accuracy: [\d.]+%/)
    const bars = await asked(app, ({ bars }) => bars)
    expect(bars.some(({ value, mode }) => value > 0 && value <= 1 && mode === 'normal')).toBe(true)
    // The other model of the pair may still train; then all is quiet.
    await expect
      .poll(() => asked(app, ({ bars }) => bars.at(-1)), { timeout: 90_000 })
      .toEqual({ value: -1, mode: 'none' })
    const awake = await app.evaluate(({ powerSaveBlocker }) => {
      const { blockers } = globalThis as unknown as { blockers: number[] }
      return blockers.map((id) => powerSaveBlocker.isStarted(id))
    })
    expect(awake.length).toBeGreaterThan(0)
    expect(awake).not.toContain(true)

    await page.evaluate(() => (location.hash = '#/data'))
    await asked(app, ({ notifications }) => notifications[0]!.click())
    await page.waitForSelector('[data-test=run-page]')
    expect(hash(page)).toMatch(/^#\/runs\//)
    expect(await asked(app, ({ notifications }) => notifications.length)).toBeLessThanOrEqual(2)
    expect(run).not.toBe('')
  })

  it('exports to a folder that the person chose, and shows it', async () => {
    const chosen = join(app.home, 'exported')
    await mkdir(chosen)
    await answerWith(app, { folder: chosen })
    await page.click('[data-test=export]')
    await page.click('[data-test=export-start]')
    await page.waitForSelector('[data-test=export-done]', { timeout: 90_000 })
    await expect.poll(() => asked(app, ({ opened }) => opened.length)).toBe(1)
    const [folder] = await asked(app, ({ opened }) => opened)
    expect((await readdir(folder!)).length).toBeGreaterThan(0)
    await page.click('[data-test=export-close]')
  })

  it('opens the camera when asked, and nothing else', async () => {
    const media = (constraints: MediaStreamConstraints) =>
      page.evaluate(
        (constraints) =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            (stream) => stream.getTracks().map((track) => (track.stop(), track.kind)),
            (error: Error) => error.name,
          ),
        constraints,
      )
    expect(await media({ video: true })).toEqual(['video'])
    expect(await media({ audio: true })).toBe('NotAllowedError')
    expect(await media({ audio: true, video: true })).toBe('NotAllowedError')
    const denied = await page.evaluate(async () => [
      await navigator.clipboard.readText().catch((error: Error) => error.name),
      await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('there'),
          ({ code }) => done(code),
        ),
      ),
    ])
    expect(denied).toEqual(['NotAllowedError', 1])
  })

  it('stays on its page, opens no window, and reaches nothing outside', async () => {
    const before = page.url()
    await page.evaluate(() => void (location.href = 'https://example.org/'))
    await page.evaluate(() => void window.open('https://example.org/'))
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.remove()
    })
    const reached = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => true,
        () => false,
      ),
    )
    expect(reached).toBe(false)
    expect(page.url()).toBe(before)
    await expect.poll(() => page.context().pages().length).toBe(1)
    const urls = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().split('#')[0]),
    )
    expect(urls).toEqual(['app://cotejo/index.html'])
    // These were forbidden, and said so.
    await expect.poll(() => app.complaints.join()).toContain('CSP: connect-src https://example.org/')
  })

  it('has a menu in the language of the page, and obeys it', async () => {
    const titles = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
    expect(await titles()).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Help']))
    await page.evaluate(() => localStorage.setItem('cotejo.language', 'es'))
    await page.reload()
    await page.waitForSelector('nav')
    await expect.poll(titles).toEqual(expect.arrayContaining(['Archivo', 'Edición', 'Ver', 'Ayuda']))
    await choose(app, 'show-machine')
    await page.waitForSelector('[data-test=copy-diagnostics]')
    await choose(app, 'copy-diagnostics')
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()), { timeout: 30_000 })
      .toMatch(/Cotejo \d/)
    const text = await app.evaluate(({ clipboard }) => clipboard.readText())
    for (const personal of [app.home, app.library, pictures, 'formas', tmpdir() + '/cotejo'])
      expect(text).not.toContain(personal)
    expect(text).toMatch(/Log of the library:/)
    await page.evaluate(() => localStorage.setItem('cotejo.language', 'en'))
    await page.reload()
    await expect.poll(titles).toEqual(expect.arrayContaining(['File']))
  })

  it('is started once: a second start hands over what it was given', async () => {
    await page.evaluate(() => (location.hash = '#/machine'))
    const [run] = await readdir(join(app.library, 'runs'))
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
    expect(await app.startAgain([join(app.library, 'runs', run!, 'run.json')])).toBe(0)
    await page.waitForSelector('[data-test=run-page]')
    expect(hash(page)).toBe(`#/runs/${run}`)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized())).toBe(
      false,
    )

    await answerWith(app, { answer: 0 })
    const before = await asked(app, ({ boxes }) => boxes.length)
    expect(await app.startAgain([process.execPath])).toBe(0)
    await expect.poll(() => asked(app, ({ boxes }) => boxes.length)).toBe(before + 1)
    expect(await asked(app, ({ boxes }) => boxes.at(-1)!.message)).toContain('cannot open')
    expect(hash(page)).toBe(`#/runs/${run}`)
  })

  it('comes back when the window’s process fails, while the run goes on', async () => {
    await page.evaluate(() => (location.hash = '#/data'))
    await page.click('[data-test=import-sample]')
    const run = await train(page, 500)
    await trained(app, run)
    const gone = new Promise((done) => page.once('crash', done))
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
    )
    await gone
    page = await app.page()
    await page.waitForSelector('[data-test=run-page]')
    const before = (await records(app, run)).length
    await expect
      .poll(async () => (await records(app, run)).length, { timeout: 30_000 })
      .toBeGreaterThan(before)
    const kept = await records(app, run)
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, at) => at))
    expect(kept.some(({ type }) => type === 'end')).toBe(false)
  })

  it('tells that the engine ended, closes the run’s record, and works on', async () => {
    const run = await runOf(page)
    process.kill(await app.enginePid(), 'SIGKILL')
    await page.waitForSelector('[data-test=engine-crashed]')
    await expect
      .poll(async () => (await records(app, run)).at(-1))
      .toMatchObject({ type: 'end', status: 'crashed' })
    await expect
      .poll(() => asked(app, ({ bars }) => bars.at(-1)?.value), { timeout: 30_000 })
      .not.toBe(undefined)
  })

  it('asks before quitting over a run; then stops it whole, and offers to go on with it', async () => {
    await choose(app, 'show-data')
    await page.click('[data-test=import-sample]')
    const run = await train(page, 500)
    await trained(app, run)
    await answerWith(app, { answer: 2 })
    const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
    const boxes = () => asked(app, ({ boxes }) => boxes.length)
    let before = await boxes()
    await close()
    await expect.poll(boxes).toBe(before + 1)
    expect(await asked(app, ({ boxes }) => boxes.at(-1)!.buttons)).toHaveLength(3)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

    await answerWith(app, { answer: 0 })
    before = await boxes()
    await close()
    await expect.poll(boxes).toBe(before + 1)
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isMinimized()))
      .toBe(true)

    await answerWith(app, { answer: 1 })
    await close().catch(() => {})
    expect(await app.ended).toBe(0)
    const kept = await records(app, run)
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, at) => at))
    expect(kept.at(-1)).toMatchObject({ type: 'end', status: 'cancelled' })
    expect(complaintsOf(app)).toEqual([])

    const { home } = app
    await app.close()
    app = await startDesktop(name, { home, locale: 'es-MX' })
    page = await app.page()
    page.context().setDefaultTimeout(20_000)
    await page.click('[data-test=resume-interrupted]')
    await page.waitForSelector('[data-test=interrupted]', { state: 'detached' })
    await expect.poll(async () => (await records(app, run)).at(-1)?.type, { timeout: 60_000 }).not.toBe('end')
    const more = await records(app, run)
    expect(more.map(({ seq }) => seq)).toEqual(more.map((_, at) => at))
    await page.evaluate((run) => (location.hash = `#/runs/${run}`), run)
    // The page speaks the system's language, and shows the run at work again.
    await page.locator('[data-test=run-page]', { hasText: /entrenando|en cola/i }).waitFor()
    expect(complaintsOf(app)).toEqual([])
  })
})
