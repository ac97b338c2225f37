// `BrowserWindow` and its `webContents`. The page itself is in the browser of the test's process.
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { app, needReady, preventable } from './app'
import { ipcMain, senderOf } from './ipc'
import { answer, tell } from './parent'
import { defaultSession } from './session'

interface Bounds {
  x: number
  y: number
  width: number
  height: number
}
type Preferences = Record<string, unknown> & { preload?: string }
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

export class WebContents extends EventEmitter {
  readonly session = defaultSession
  /** The document that is shown; its messages are answered, those of documents before it come from nowhere. */
  document = ''
  readonly mainFrame = { url: '' }
  openHandler: OpenHandler = () => ({ action: 'allow' })
  #destroyed = false

  constructor(
    readonly id: number,
    private readonly preferences: Preferences,
  ) {
    super()
  }

  getLastWebPreferences = (): Preferences => ({ ...this.preferences })
  getURL = (): string => this.mainFrame.url
  isDestroyed = (): boolean => this.#destroyed
  setWindowOpenHandler = (handler: OpenHandler): void => void (this.openHandler = handler)
  reload = (): void => tell('reload', { window: this.id })
  forcefullyCrashRenderer = (): void => tell('crash', { window: this.id })
  openDevTools = (): void => {}

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    tell('send', { window: this.id, channel, args: structuredClone(args) })
  }

  destroy(): void {
    this.#destroyed = true
    this.emit('destroyed')
  }
}

/** What Electron sets where nothing is said (its documentation, WebPreferences). */
const DEFAULTS: Preferences = {
  contextIsolation: true,
  nodeIntegration: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
}

export class BrowserWindow extends EventEmitter {
  static readonly #all = new Map<number, BrowserWindow>()
  static #last = 0

  readonly id = ++BrowserWindow.#last
  readonly webContents: WebContents
  #bounds: Bounds
  #state = { visible: false, focused: false, minimized: false, maximized: false, destroyed: false }

  constructor(options: Partial<Bounds> & { show?: boolean; webPreferences?: Preferences } = {}) {
    super()
    needReady('BrowserWindow')
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options
    for (const [name, side] of Object.entries({ x, y, width, height })) {
      if (!Number.isInteger(side)) throw new TypeError(`Error processing argument ${name}`)
    }
    this.#bounds = { x, y, width, height }
    const preferences = { ...DEFAULTS, ...webPreferences }
    this.webContents = new WebContents(this.id, preferences)
    BrowserWindow.#all.set(this.id, this)
    const preload = preferences.preload === undefined ? '' : readFileSync(preferences.preload, 'utf8')
    tell('create', { window: this.id, preload, width, height })
    app.emit('web-contents-created', {}, this.webContents)
    if (show) this.show()
  }

  static getAllWindows = (): BrowserWindow[] => [...BrowserWindow.#all.values()]
  static fromId = (id: number): BrowserWindow | null => BrowserWindow.#all.get(id) ?? null
  static getFocusedWindow = (): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((one) => one.isFocused()) ?? null

  loadURL(url: string): Promise<void> {
    tell('load', { window: this.id, url })
    return Promise.resolve()
  }
  reload = (): void => this.webContents.reload()

  show(): void {
    this.#state.visible = true
    this.#state.minimized = false
    this.focus()
  }
  hide(): void {
    this.#state.visible = false
    this.blur()
  }
  focus(): void {
    if (this.#state.focused) return
    this.#state.focused = true
    this.emit('focus')
  }
  blur(): void {
    if (!this.#state.focused) return
    this.#state.focused = false
    this.emit('blur')
  }
  minimize(): void {
    this.#state.minimized = true
    this.blur()
    this.emit('minimize')
  }
  restore(): void {
    this.#state.minimized = false
    this.emit('restore')
  }
  maximize = (): void => void (this.#state.maximized = true)
  isVisible = (): boolean => this.#state.visible && !this.#state.minimized
  isFocused = (): boolean => this.#state.focused
  isMinimized = (): boolean => this.#state.minimized
  isMaximized = (): boolean => this.#state.maximized
  isDestroyed = (): boolean => this.#state.destroyed
  getBounds = (): Bounds => ({ ...this.#bounds })
  getNormalBounds = (): Bounds => ({ ...this.#bounds })
  setBounds = (bounds: Partial<Bounds>): void => void (this.#bounds = { ...this.#bounds, ...bounds })
  setTitle = (): void => {}
  flashFrame = (): void => {}

  setProgressBar(value: number, options: { mode?: string } = {}): void {
    if (typeof value !== 'number' || Number.isNaN(value)) throw new TypeError('Error processing argument')
    if (
      options.mode !== undefined &&
      !['none', 'normal', 'indeterminate', 'error', 'paused'].includes(options.mode)
    )
      throw new TypeError('Error processing argument')
  }

  close(): void {
    if (this.#state.destroyed) return
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#state.destroyed) return
    Object.assign(this.#state, { destroyed: true, visible: false, focused: false })
    BrowserWindow.#all.delete(this.id)
    tell('destroy', { window: this.id })
    this.webContents.destroy()
    this.emit('closed')
    if (BrowserWindow.#all.size === 0) app.allClosed()
  }
}

app.windows = () => BrowserWindow.getAllWindows()

interface Of {
  window: number
}
const contentsOf = ({ window }: Of): WebContents | null => BrowserWindow.fromId(window)?.webContents ?? null

interface Navigation extends Of {
  url: string
  isMainFrame: boolean
}
answer('will-navigate', (navigation: Navigation) => {
  const { url, isMainFrame } = navigation
  const contents = contentsOf(navigation)
  const inFrame = preventable({ url, isMainFrame })
  contents?.emit('will-frame-navigate', inFrame)
  const event = preventable({ url, isMainFrame })
  if (isMainFrame && !inFrame.defaultPrevented) contents?.emit('will-navigate', event, url)
  return inFrame.defaultPrevented || event.defaultPrevented
})
answer('did-start-navigation', (navigation: Navigation & { isSameDocument: boolean }) => {
  const { url, isMainFrame, isSameDocument } = navigation
  contentsOf(navigation)?.emit('did-start-navigation', { url, isMainFrame, isSameDocument })
})
answer('document', (started: Of & { document: string; url: string }) => {
  const contents = contentsOf(started)
  if (contents === null) return
  contents.document = started.document
  contents.mainFrame.url = started.url
})
answer('url', (changed: Of & { url: string }) => {
  const contents = contentsOf(changed)
  if (contents !== null) contents.mainFrame.url = changed.url
})
answer('loaded', (of: Of) => {
  contentsOf(of)?.emit('did-finish-load')
  BrowserWindow.fromId(of.window)?.emit('ready-to-show')
})
answer('gone', (of: Of) => {
  contentsOf(of)?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 133 })
})
answer('preload-error', (of: Of & { message: string }) => {
  contentsOf(of)?.emit('preload-error', {}, 'preload', new Error(of.message))
})
answer(
  'window-open',
  (of: Of & { url: string }) => contentsOf(of)?.openHandler({ url: of.url }).action ?? 'deny',
)

interface Message extends Of {
  document: string
  channel: string
  args: unknown[]
}
answer('ipc-send', (message: Message) => {
  const contents = contentsOf(message)
  if (contents !== null) ipcMain.emit(message.channel, senderOf(contents, message.document), ...message.args)
})
answer('ipc-invoke', (message: Message) => {
  const contents = contentsOf(message)
  if (contents === null) throw new Error('gone')
  return ipcMain.invoke(message.channel, senderOf(contents, message.document), message.args)
})
