// The windows of the stand-in: pages in real Chromium that run the built preload in a world of its own, get app:// from
// the main side with the headers that it sets, and send it what their preload sends.
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, CDPSession, Page, Request, Route } from 'playwright-core'
import { watchComplaints } from '../complaints'
import { decode, encode } from './wire'
import { bridgeEnd, pageWorld, preloadWorld } from './worlds'

const WORLD = 'electron-preload'
/** Chromium knows no scheme of ours, so app://cotejo is a host of https here: as secure, and of one origin. */
const toPage = (url: string): string => url.replace(/^app:\/\/([^/?#]*)/, 'https://$1.app.invalid')
export const toApp = (url: string): string => url.replace(/^https:\/\/([^/?#]*)\.app\.invalid/, 'app://$1')

const wireSource = readFileSync(join(import.meta.dirname, 'wire.js'), 'utf8').replaceAll(
  'export function',
  'function',
)

const withoutHash = (url: string): string => url.split('#')[0]!

interface Shown {
  page: Page
  cdp: CDPSession
  /** Of the preload's world in the main frame; null while there is none. */
  world: number | null
  url: string
  /** Navigations that the main side asked for, and not the page. */
  expected: Set<string>
  crashed: boolean
  /** What is said to the page goes in order. */
  saying: Promise<unknown>
}

type Message = { what: string; window: number } & Record<string, unknown>

export class Display {
  readonly complaints: string[] = []
  readonly #windows = new Map<number, Shown>()
  readonly #preloads = new Map<number, string>()
  readonly #asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  readonly #pages = new Set<Page>()
  #lastAsk = 0
  /** Messages are obeyed one after the other. */
  #obeying: Promise<unknown> = Promise.resolve()
  readonly #waiting = new Set<() => void>()

  constructor(
    private readonly child: ChildProcess,
    private readonly context: BrowserContext,
  ) {
    child.on('message', (message: Message) => this.#hear(message))
    child.on('exit', () => {
      for (const { reject } of this.#asked.values()) reject(new Error('The app has ended.'))
      for (const done of this.#waiting) done()
    })
    context.on('page', (page) => void this.#popup(page))
  }

  static async on(child: ChildProcess, browser: Browser, locale: string): Promise<Display> {
    const context = await browser.newContext({
      locale,
      viewport: { width: 1280, height: 860 },
      acceptDownloads: true,
    })
    const display = new Display(child, context)
    await context.route('**/*', (route, request) => display.#route(route, request))
    return display
  }

  /** Asks the main side. */
  ask<T = unknown>(what: string, details: Record<string, unknown>): Promise<T> {
    const ask = ++this.#lastAsk
    return new Promise<T>((resolve, reject) => {
      this.#asked.set(ask, { resolve: resolve as (value: unknown) => void, reject })
      if (!this.child.connected) return reject(new Error('The app has ended.'))
      this.child.send({ ask, what, details })
    })
  }

  /** The page of the only window, once it is there. */
  async page(): Promise<Page> {
    for (;;) {
      const shown = [...this.#windows.values()].find(({ crashed }) => !crashed)
      if (shown && shown.url !== '') return shown.page
      if (!this.child.connected) throw new Error('The app has ended.')
      await new Promise<void>((done) => this.#waiting.add(done))
    }
  }

  /** Files that are about to be dropped: only of these does a page learn the path. */
  async willDrop(paths: readonly string[]): Promise<void> {
    const files = paths.map((path) => ({ path, name: path.split(/[\\/]/).at(-1) }))
    for (const shown of this.#windows.values())
      await this.#say(shown, `standIn.drop(${JSON.stringify(files)})`)
  }

  close = (): Promise<void> => this.context.close()

  #hear(message: Message): void {
    if (message.what !== 'answer') {
      this.#obeying = this.#obeying
        .then(() => this.#obey(message))
        .catch((error: Error) => {
          if (this.child.connected) this.complaints.push(`stand-in: ${message.what}: ${error.message}`)
        })
      return
    }
    const { ask, value, error } = message as unknown as { ask: number; value?: unknown; error?: string }
    const waiting = this.#asked.get(ask)
    this.#asked.delete(ask)
    if (error === undefined) waiting?.resolve(value)
    else waiting?.reject(new Error(error))
  }

  async #obey(message: Message): Promise<void> {
    const { what, window } = message
    if (what === 'create') {
      this.#preloads.set(window, message['preload'] as string)
      this.#windows.set(window, await this.#open(window))
      return
    }
    const shown = this.#windows.get(window)
    if (!shown) return
    if (what === 'destroy') {
      this.#windows.delete(window)
      await shown.page.close().catch(() => {})
    } else if (what === 'crash') void shown.cdp.send('Page.crash').catch(() => {})
    else if (what === 'load') this.#load(window, shown, message['url'] as string)
    else if (what === 'reload') {
      if (!shown.crashed) return this.#load(window, shown, shown.url)
      const next = await this.#open(window)
      this.#windows.set(window, next)
      this.#load(window, next, shown.url)
    } else if (what === 'send') {
      const call = `standIn.receive(${JSON.stringify(message['channel'])}, ${JSON.stringify(encode(message['args']))})`
      void this.#say(shown, call)
    }
  }

  #load(window: number, shown: Shown, url: string): void {
    shown.url = url
    shown.expected.add(withoutHash(url))
    // Not waited for: the main side answers the requests of this very page.
    void shown.page.goto(toPage(url)).then(
      () => this.ask('loaded', { window }).catch(() => {}),
      () => {},
    )
    for (const done of this.#waiting) done()
    this.#waiting.clear()
  }

  async #open(window: number): Promise<Shown> {
    const opening = this.context.newPage()
    const page = await opening
    this.#pages.add(page)
    const cdp = await this.context.newCDPSession(page)
    const shown: Shown = {
      page,
      cdp,
      world: null,
      url: '',
      expected: new Set(),
      crashed: false,
      saying: Promise.resolve(),
    }
    await watchComplaints(page, this.complaints)
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) shown.world = context.id
    })
    cdp.on('Runtime.executionContextsCleared', () => (shown.world = null))
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'standInTell') void this.#fromPreload(window, shown, payload)
    })
    page.on('crash', () => {
      shown.crashed = true
      void this.ask('gone', { window }).catch(() => {})
    })
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return
      shown.url = toApp(frame.url())
      void this.ask('url', { window, url: shown.url }).catch(() => {})
    })
    page.on('download', (download) => {
      const details = {
        url: download.url().replace(/https:\/\/([^/]*)\.app\.invalid/, 'app://$1'),
        filename: download.suggestedFilename(),
      }
      void this.ask<boolean>('download', details).then((prevented) =>
        prevented ? download.cancel() : undefined,
      )
    })
    await page.exposeBinding('standInPermission', ({ frame }, permission: string, details: object) =>
      this.#permission(frame === page.mainFrame(), toApp(frame.url()), permission, details),
    )
    await page.addInitScript(`(${pageWorld})(${bridgeEnd})`)
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: 'standInTell', executionContextName: WORLD })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: WORLD,
      source:
        `(() => { ${wireSource}\n` +
        `(${preloadWorld})(${bridgeEnd}, { encode, decode }, standInTell, ` +
        `(require, module, exports) => {${this.#preloads.get(window)}\n}) })()`,
    })
    return shown
  }

  /** In the preload's world of a page, after all that was said before. */
  #say(shown: Shown, expression: string): Promise<unknown> {
    shown.saying = shown.saying.then(async () => {
      if (shown.world === null || shown.crashed) return
      await shown.cdp.send('Runtime.evaluate', { expression, contextId: shown.world }).catch(() => {})
    })
    return shown.saying
  }

  async #fromPreload(window: number, shown: Shown, payload: string): Promise<void> {
    const { kind, document, id, channel, data, url, message } = JSON.parse(payload) as Record<string, string>
    try {
      if (kind === 'document') await this.ask('document', { window, document, url: toApp(url!) })
      else if (kind === 'preload-error') await this.ask('preload-error', { window, message })
      else if (kind === 'send') await this.ask('ipc-send', { window, document, channel, args: decode(data!) })
      else {
        const args = decode(data!)
        const settle = (ok: boolean, result: string) =>
          this.#say(shown, `standIn.answer(${id}, ${ok}, ${JSON.stringify(result)})`)
        await this.ask('ipc-invoke', { window, document, channel, args }).then(
          (value) => settle(true, encode(value)),
          (error: Error) => settle(false, error.message),
        )
      }
    } catch (error) {
      if (this.child.connected) this.complaints.push(`stand-in: ${kind}: ${String(error)}`)
    }
  }

  async #permission(isMainFrame: boolean, requestingUrl: string, permission: string, details: object) {
    const granted = await this.ask<boolean>('permission', {
      permission,
      requestingUrl,
      isMainFrame,
      ...details,
    })
    // The browser's own answer is no until the main side has said yes.
    if (granted && permission === 'media') await this.context.grantPermissions(['camera'])
    return granted
  }

  /** A window that a page opened. In Electron it would not have been made; here it goes as soon as it is asked about. */
  async #popup(page: Page): Promise<void> {
    await new Promise((done) => setTimeout(done, 0))
    const opener = await page.opener().catch(() => null)
    if (opener === null || this.#pages.has(page)) return
    const [window] = [...this.#windows].find(([, shown]) => shown.page === opener) ?? []
    const action = await this.ask<string>('window-open', { window, url: toApp(page.url()) }).catch(
      () => 'deny',
    )
    if (action === 'deny') await page.close().catch(() => {})
  }

  async #route(route: Route, request: Request): Promise<void> {
    try {
      await this.#answerRequest(route, request)
    } catch {
      await route.abort('failed').catch(() => {})
    }
  }

  async #answerRequest(route: Route, request: Request): Promise<void> {
    const url = toApp(request.url())
    const page = pageOf(request)
    const [window, shown] = [...this.#windows].find(([, one]) => one.page === page) ?? []
    if (window === undefined || shown === undefined) return route.abort('blockedbyclient')
    if (request.isNavigationRequest()) {
      const isMainFrame = request.frame() === page?.mainFrame()
      const isOwn = isMainFrame && shown.expected.delete(withoutHash(url))
      const isReload = isMainFrame && withoutHash(toApp(page!.url())) === withoutHash(url)
      if (!isOwn && !isReload && (await this.ask('will-navigate', { window, url, isMainFrame }))) {
        return route.abort('aborted')
      }
      await this.ask('did-start-navigation', { window, url, isMainFrame, isSameDocument: false })
    }
    const headers = Object.entries(request.headers())
    const answer = await this.ask<{
      cancelled?: boolean
      unknown?: boolean
      status: number
      headers: [string, string][]
      body: Uint8Array
    }>('request', { url, method: request.method(), headers })
    if (answer.cancelled) return route.abort('blockedbyclient')
    // There is no network behind the stand-in.
    if (answer.unknown) return route.abort('addressunreachable')
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(answer.body),
    })
  }
}

function pageOf(request: Request): Page | null {
  try {
    return request.frame().page()
  } catch {
    return null
  }
}
