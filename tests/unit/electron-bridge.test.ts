// The desktop app's IPC with Electron replaced: who is heard, and what a page that is loaded again leaves behind.
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { App } from '../../src-main/app/types'
import type { AppEvent } from '../../src-main/contract'

const ipc = vi.hoisted(() => ({
  listeners: new Map<string, (event: unknown, argument: unknown) => void>(),
  handlers: new Map<string, (event: unknown, argument: unknown) => Promise<unknown>>(),
  dialogs: [] as unknown[],
}))
vi.mock('electron', () => ({
  ipcMain: {
    on: (channel: string, listener: never) => ipc.listeners.set(channel, listener),
    handle: (channel: string, handler: never) => ipc.handlers.set(channel, handler),
    removeAllListeners: (channel: string) => ipc.listeners.delete(channel),
    removeHandler: (channel: string) => ipc.handlers.delete(channel),
  },
  dialog: {
    showOpenDialog: async (_window: unknown, options: unknown) => {
      ipc.dialogs.push(options)
      return { filePaths: ['/home/ana/photos'] }
    },
  },
  shell: {},
}))

import { connectWindow } from '../../src-main/hosts/electron/bridge'
import { CHANNELS } from '../../src-main/hosts/electron/channels'
import { Language } from '../../src-main/hosts/electron/texts'

class Contents extends EventEmitter {
  readonly mainFrame = { url: 'app://cotejo/index.html' }
  readonly sent: { id?: number; event?: string; result?: unknown; error?: { code: string } }[] = []
  isDestroyed = () => false
  send = (_channel: string, text: string) => void this.sent.push(JSON.parse(text) as object)
}
class Window extends EventEmitter {
  readonly webContents = new Contents()
  isDestroyed = () => false
}

let window: Window
let listeners: Set<(event: AppEvent) => void>
let language: Language
let readied: number
let waiting: { name: string; signal?: AbortSignal }[]

beforeEach(() => {
  ipc.dialogs.length = 0
  window = new Window()
  listeners = new Set()
  waiting = []
  language = new Language(['en'])
  readied = 0
  const app = {
    call: (name: string, _params: unknown, context?: { signal?: AbortSignal }) => {
      waiting.push({ name, signal: context?.signal })
      return name === 'data.import' ? new Promise(() => {}) : Promise.resolve({ name })
    },
    listen: (listener: (event: AppEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as App
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  connectWindow(window as never, { app, commands: { ready: () => void readied++ }, language, log })
})

const fromPage = (change: object = {}) => ({
  sender: window.webContents,
  senderFrame: window.webContents.mainFrame,
  ...change,
})
const say = (event: unknown, frame: unknown) => ipc.listeners.get(CHANNELS.call)!(event, frame)
const soon = () => new Promise((done) => setTimeout(done, 5))

describe('a frame', () => {
  it('of the page is answered', async () => {
    say(fromPage(), { id: 1, call: 'data.list', params: {} })
    await soon()
    expect(window.webContents.sent).toEqual([{ id: 1, result: { name: 'data.list' } }])
  })

  it.each([
    ['of another window', () => ({ sender: new Contents() })],
    ['of a frame inside the page', () => ({ senderFrame: { url: 'app://cotejo/index.html' } })],
    ['of a frame that has gone', () => ({ senderFrame: null })],
  ])('%s is dropped', async (_who, change) => {
    say(fromPage(change()), { id: 1, call: 'data.list', params: {} })
    await expect(ipc.handlers.get(CHANNELS.chooseFolder)!(fromPage(change()), undefined)).rejects.toThrow(
      'Not allowed',
    )
    await soon()
    expect([waiting, window.webContents.sent, ipc.dialogs]).toEqual([[], [], []])
  })

  it('from a page that is not ours is dropped', async () => {
    window.webContents.mainFrame.url = 'https://example.org/'
    say(fromPage(), { id: 1, call: 'data.list', params: {} })
    await soon()
    expect(waiting).toEqual([])
  })
})

describe('the page says', () => {
  it('that it is ready, and its language, where it is ours', () => {
    const tell = (channel: string, event: unknown, argument?: unknown) =>
      ipc.listeners.get(channel)!(event, argument)
    for (const wrong of ['de', '../es', 7, null, { toString: () => 'es' }])
      tell(CHANNELS.language, fromPage(), wrong)
    tell(CHANNELS.language, fromPage({ senderFrame: null }), 'es')
    tell(CHANNELS.ready, fromPage({ senderFrame: null }))
    expect([language.name, readied]).toEqual(['en', 0])
    tell(CHANNELS.language, fromPage(), 'es')
    tell(CHANNELS.ready, fromPage())
    expect([language.name, readied]).toEqual(['es', 1])
  })
})

describe('dialogs', () => {
  it('take only what describes files', async () => {
    const choose = ipc.handlers.get(CHANNELS.chooseFiles)!
    expect(await choose(fromPage(), { extensions: ['jpg'], multiple: false })).toEqual(['/home/ana/photos'])
    expect(ipc.dialogs).toMatchObject([{ properties: ['openFile'], filters: [{ extensions: ['jpg'] }] }])
    await expect(choose(fromPage(), { extensions: ['../x'] })).rejects.toThrow()
    await expect(choose(fromPage(), 'x')).rejects.toThrow()
  })
})

describe('a page that is loaded again', () => {
  it('ends the calls of the page before and listens once', async () => {
    say(fromPage(), { id: 1, call: 'data.import', params: {} })
    await soon()
    window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    expect(waiting[0]!.signal!.aborted).toBe(true)
    expect(listeners.size).toBe(1)
    window.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
    for (const listener of listeners) listener({ event: 'data.changed' })
    expect(window.webContents.sent).toEqual([{ event: 'data.changed' }])
  })

  it('leaves nothing when the window closes', () => {
    window.emit('closed')
    expect([listeners.size, ipc.listeners.size, ipc.handlers.size]).toEqual([0, 0, 0])
  })
})
