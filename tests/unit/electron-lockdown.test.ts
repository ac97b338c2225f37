// The rules as they are wired to Electron: each handler is called as Electron would call it.
import { EventEmitter } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { App } from '../../src-main/app/types'
import { SECURITY_HEADERS } from '../../src-main/hosts/shared/headers'
import { memoryLog } from '../support/app'

type Answer = (decision: never) => void
const electron = vi.hoisted(() => ({
  session: {} as Record<string, (...args: never[]) => unknown>,
  downloads: [] as ((event: object, item: object) => void)[],
  created: null as ((event: object, contents: object) => void) | null,
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  serve: null as ((request: Request) => Promise<Response>) | null,
}))
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    on: (name: string, listener: never) => {
      if (name === 'web-contents-created') electron.created = listener
    },
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: never) => (electron.session['request'] = handler),
      setPermissionCheckHandler: (handler: never) => (electron.session['check'] = handler),
      setDevicePermissionHandler: (handler: never) => (electron.session['device'] = handler),
      webRequest: { onBeforeRequest: (handler: never) => (electron.session['before'] = handler) },
      on: (name: string, listener: never) => {
        if (name === 'will-download') electron.downloads.push(listener)
      },
    },
  },
  systemPreferences: { askForMediaAccess: async () => true },
  protocol: {
    registerSchemesAsPrivileged: (schemes: never) => (electron.schemes = schemes),
    handle: (_scheme: string, handler: never) => (electron.serve = handler),
  },
}))
const { lockDown } = await import('../../src-main/hosts/electron/lockdown')
const { declareScheme, serveScheme } = await import('../../src-main/hosts/electron/protocol')

lockDown()
declareScheme()

/** Emits an event of webContents. @returns whether it was prevented */
function prevents(name: string, details: object = {}): boolean {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => {} })
  electron.created!({}, contents)
  const preventDefault = vi.fn()
  contents.emit(name, { ...details, preventDefault })
  return preventDefault.mock.calls.length > 0
}

describe('a page', () => {
  const ours = { url: 'app://cotejo/index.html#/runs', isMainFrame: true }

  it('opens no window', () => {
    let open: (() => { action: string }) | undefined
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: (one: never) => (open = one) })
    electron.created!({}, contents)
    expect(open!()).toEqual({ action: 'deny' })
  })

  it('goes nowhere else, by no way', () => {
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://evil/',
      'app://cotejo/assets/a.svg',
    ]) {
      expect(prevents('will-navigate', { url, isMainFrame: true }), url).toBe(true)
      expect(prevents('will-frame-navigate', { url, isMainFrame: true }), url).toBe(true)
    }
    expect(prevents('will-frame-navigate', { ...ours, isMainFrame: false })).toBe(true)
    expect(prevents('will-redirect', ours)).toBe(true)
    expect(prevents('will-navigate', ours)).toBe(false)
    expect(prevents('will-frame-navigate', ours)).toBe(false)
  })

  it('attaches no webview', () => expect(prevents('will-attach-webview')).toBe(true))

  it('reaches nothing outside', () => {
    const before = electron.session['before'] as (details: object, answer: Answer) => void
    const cancelled = (url: string): boolean => {
      let decision: { cancel?: boolean } = {}
      before({ url }, ((one: object) => (decision = one)) as Answer)
      return decision.cancel === true
    }
    for (const url of [
      'https://example.org/x',
      'http://127.0.0.1/',
      'ws://127.0.0.1/',
      'file:///etc/passwd',
      'ftp://x/',
    ])
      expect(cancelled(url), url).toBe(true)
    expect(cancelled('app://cotejo/assets/a.js')).toBe(false)
  })

  it('gets the camera, and no other device or permission', () => {
    const request = electron.session['request'] as (...args: unknown[]) => void
    const check = electron.session['check'] as (...args: unknown[]) => boolean
    const granted = (permission: string, details: object): boolean => {
      let decision = false
      request(null, permission, (one: boolean) => (decision = one), details)
      return decision
    }
    const page = { requestingUrl: 'app://cotejo/index.html', isMainFrame: true }
    // macOS answers later, when the person has.
    if (process.platform !== 'darwin') expect(granted('media', { ...page, mediaTypes: ['video'] })).toBe(true)
    expect(granted('media', { ...page, mediaTypes: ['audio'] })).toBe(false)
    expect(granted('media', { ...page, mediaTypes: ['video', 'audio'] })).toBe(false)
    expect(granted('media', { ...page, requestingUrl: 'https://example.org/', mediaTypes: ['video'] })).toBe(
      false,
    )
    expect(granted('media', { ...page, isMainFrame: false, mediaTypes: ['video'] })).toBe(false)
    for (const permission of [
      'geolocation',
      'notifications',
      'midi',
      'hid',
      'serial',
      'fullscreen',
      'openExternal',
    ])
      expect([granted(permission, page), check(null, permission, page.requestingUrl, page)]).toEqual([
        false,
        false,
      ])
    expect(check(null, 'media', 'app://cotejo/', { isMainFrame: true, mediaType: 'audio' })).toBe(false)
    expect(electron.session['device']!()).toBe(false)
  })

  it('saves what it made itself, and nothing else', () => {
    const prevented = (url: string): boolean => {
      const preventDefault = vi.fn()
      for (const listener of electron.downloads) listener({ preventDefault }, { getURL: () => url })
      return preventDefault.mock.calls.length > 0
    }
    expect(prevented('blob:app://cotejo/1')).toBe(false)
    for (const url of ['https://example.org/x.exe', 'data:text/plain,x', 'app://cotejo/index.html'])
      expect(prevented(url), url).toBe(true)
  })
})

describe('app://', () => {
  let folder: string
  const root = () => join(folder, 'renderer')
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cotejo-scheme-'))
    await mkdir(root())
    await writeFile(join(root(), 'index.html'), '<!doctype html>')
    await writeFile(join(folder, 'secret.js'), 'secret')
    await symlink(join(folder, 'secret.js'), join(root(), 'link.js'))
    const app = { call: () => Promise.reject(new Error('/home/ana is not readable')) } as unknown as App
    serveScheme(app, root(), memoryLog())
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const get = (url: string, method = 'GET') => electron.serve!(new Request(url, { method }))

  it('is standard and secure, and may nothing more', () => {
    const [{ scheme, privileges }] = electron.schemes as [(typeof electron.schemes)[0]]
    expect(scheme).toBe('app')
    for (const dangerous of ['bypassCSP', 'allowServiceWorkers', 'corsEnabled', 'stream'])
      expect(privileges[dangerous] ?? false, dangerous).toBe(false)
    expect(privileges).toMatchObject({ standard: true, secure: true })
  })

  it('serves the page with its policy', async () => {
    const page = await get('app://cotejo/index.html')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect(page.headers.get(name), name).toBe(value)
  })

  it('serves nothing else, and says nothing about why', async () => {
    for (const url of [
      'app://cotejo/..%2fsecret.js',
      'app://cotejo/%2e%2e/secret.js',
      'app://cotejo/%252e%252e%252fsecret.js',
      'app://cotejo/..%5csecret.js',
      'app://cotejo/secret.js%00.html',
      'app://cotejo/link.js',
      'app://evil/index.html',
      'app://cotejo/thumbnail/cats/0',
      'app://cotejo/thumbnail/..%2f..%2fx/0',
    ]) {
      const answer = await get(url)
      expect([answer.status, await answer.text()], url).toEqual([404, 'Not found.'])
      expect(answer.headers.get('content-security-policy')).toBe(SECURITY_HEADERS['Content-Security-Policy'])
    }
    expect((await get('app://cotejo/index.html', 'POST')).status).toBe(404)
  })
})
