// The desktop app's rules, without Electron: what may be shown, who may speak, what may be opened.
import { join, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  isAllowedNavigation,
  isAllowedRequest,
  isTrustedSender,
  resolveAppUrl,
} from '../../src-main/hosts/electron/addresses'
import { findNode } from '../../src-main/hosts/electron/find-node'
import { isBundle, isFolderAllowed } from '../../src-main/hosts/electron/folders'
import { Language } from '../../src-main/hosts/electron/texts'
import { isGranted, isOwnFile } from '../../src-main/hosts/electron/permissions'
import { DEFAULT_STATE, readState, restoredState } from '../../src-main/hosts/electron/window-state'

const foreign = [
  'https://cotejo/index.html',
  'file:///etc/passwd',
  'app://evil/index.html',
  'app://cotejo.evil/index.html',
  'app://user@cotejo/index.html',
  'app://user:word@cotejo/',
  'app://cotejo:80/index.html',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  '',
  'cotejo',
]

describe('navigation', () => {
  it('stays on the one page', () => {
    expect(isAllowedNavigation('app://cotejo/index.html')).toBe(true)
    expect(isAllowedNavigation('app://cotejo/index.html#/runs/cnn-1')).toBe(true)
    expect(isAllowedNavigation('app://cotejo/')).toBe(true)
    expect(isAllowedNavigation('app://cotejo/assets/a.svg')).toBe(false)
    for (const url of foreign) expect(isAllowedNavigation(url), url).toBe(false)
  })

  it('lets no request of the page out', () => {
    expect(isAllowedRequest('app://cotejo/assets/a.js')).toBe(true)
    expect(isAllowedRequest('blob:app://cotejo/1')).toBe(true)
    for (const url of [
      'https://example.org/x',
      'http://127.0.0.1:80',
      'ws://127.0.0.1',
      'file:///x',
      'app://evil/x',
    ]) {
      expect(isAllowedRequest(url), url).toBe(false)
    }
  })
})

describe('permissions', () => {
  const page = { url: 'app://cotejo/index.html#/predict', isMainFrame: true }
  const camera = { ...page, permission: 'media', media: ['video'] }

  it('are the camera and copying text, for our own page', () => {
    expect(isGranted(camera)).toBe(true)
    expect(isGranted({ ...camera, url: 'app://cotejo' })).toBe(true)
    expect(isGranted({ ...page, permission: 'clipboard-sanitized-write' })).toBe(true)
  })

  it('are nothing else, and nobody else’s', () => {
    for (const media of [['audio'], ['video', 'audio'], ['unknown'], []])
      expect(isGranted({ ...camera, media }), media.join()).toBe(false)
    for (const permission of ['geolocation', 'notifications', 'display-capture', 'midi', 'clipboard-read'])
      expect(isGranted({ ...page, permission }), permission).toBe(false)
    expect(isGranted({ ...camera, isMainFrame: false })).toBe(false)
    for (const url of foreign) {
      expect(isGranted({ ...camera, url }), url).toBe(false)
      expect(isGranted({ permission: 'clipboard-sanitized-write', isMainFrame: true, url }), url).toBe(false)
    }
  })

  it('let files out that our page made, and no others', () => {
    expect(isOwnFile('blob:app://cotejo/5c5e')).toBe(true)
    for (const url of [
      ...foreign,
      'blob:https://cotejo/1',
      'blob:app://cotejo.evil/1',
      'app://cotejo/index.html',
    ])
      expect(isOwnFile(url), url).toBe(false)
  })
})

describe('app://', () => {
  it('knows thumbnails and files', () => {
    expect(resolveAppUrl('app://cotejo/thumbnail/cats-2/14?side=160')).toEqual({
      kind: 'thumbnail',
      dataset: 'cats-2',
      index: 14,
      side: 160,
    })
    expect(resolveAppUrl('app://cotejo/thumbnail/cats/0')).toMatchObject({ index: 0, side: undefined })
    expect(resolveAppUrl('app://cotejo/assets/a.js?x=1#y')).toEqual({ kind: 'file', path: '/assets/a.js' })
  })

  it('knows nothing else', () => {
    for (const url of foreign) expect(resolveAppUrl(url), url).toBeNull()
    for (const rest of [
      'Cats/0',
      '..%2f/0',
      'cats/-1',
      'cats/1.5',
      'cats/0/1',
      'cats',
      'cats/0?side=1e9',
      'cats/0?side=',
    ]) {
      expect(resolveAppUrl(`app://cotejo/thumbnail/${rest}`), rest).toBeNull()
    }
    expect(resolveAppUrl('app://cotejo/index.html', 'POST')).toBeNull()
  })
})

describe('messages', () => {
  const page = { url: 'app://cotejo/index.html#/data', isMainFrame: true, isOurWindow: true }

  it('come from the main frame of our window, while it shows our page', () => {
    expect(isTrustedSender(page)).toBe(true)
    expect(isTrustedSender({ ...page, isMainFrame: false })).toBe(false)
    expect(isTrustedSender({ ...page, isOurWindow: false })).toBe(false)
    expect(isTrustedSender({ ...page, url: null })).toBe(false)
    for (const url of foreign) expect(isTrustedSender({ ...page, url }), url).toBe(false)
  })
})

describe('folders that may be opened', () => {
  const library = resolve('/home/ana/library')
  it('are those that were shown, and what is inside of them', () => {
    expect(isFolderAllowed(library, [library])).toBe(true)
    expect(isFolderAllowed(join(library, 'runs', '..a'), [library])).toBe(true)
    for (const path of [resolve('/home/ana'), `${library}-2`, resolve('/'), 'runs', '', `.${sep}`]) {
      expect(isFolderAllowed(path, [library]), path).toBe(false)
    }
    expect(isFolderAllowed(library, [''])).toBe(false)
  })

  it('are shown, not started, where they are programs', () => {
    expect(isBundle('/Users/ana/Photos.app', 'darwin')).toBe(true)
    expect(isBundle('/Users/ana/photos', 'darwin')).toBe(false)
    expect(isBundle('/home/ana/Photos.app', 'linux')).toBe(false)
  })
})

describe('the Node of the engine', () => {
  const around = (there: string[], env: Record<string, string>, packaged = false) => ({
    packaged,
    resources: resolve('/app/resources'),
    env,
    platform: 'linux' as const,
    isProgram: (path: string) => there.includes(path),
  })
  const [own, other] = [resolve('/opt/node/bin/node'), resolve('/usr/bin/node')]

  it('is the one that npm ran on, else the first on PATH', () => {
    expect(findNode(around([own, other], { npm_node_execpath: own, PATH: resolve('/usr/bin') }))).toBe(own)
    expect(findNode(around([other], { npm_node_execpath: own, PATH: resolve('/usr/bin') }))).toBe(other)
    expect(findNode(around([own], { NODE: own }))).toBe(own)
  })

  it('is never Electron, a relative path or nothing', () => {
    const electron = resolve('/opt/electron/electron')
    expect(findNode(around([electron], { npm_node_execpath: electron, PATH: '' }))).toBeNull()
    expect(findNode(around(['bin/node', 'node'], { NODE: 'node', PATH: 'bin' }))).toBeNull()
  })

  it('ships with the packaged app, and only that one is used there', () => {
    const shipped = join(resolve('/app/resources'), 'node', 'node')
    expect(findNode(around([shipped, own], { NODE: own }, true))).toBe(shipped)
    expect(findNode(around([own], { NODE: own }, true))).toBeNull()
  })
})

describe('the window’s place', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const saved = { x: 100, y: 50, width: 1200, height: 800, maximized: false }

  it('is taken again where it can be seen', () => {
    expect(restoredState(saved, [screen])).toEqual(saved)
  })
  it('is left out when its screen has gone, and shrinks to the screen', () => {
    expect(restoredState({ ...saved, x: 2500 }, [screen])).toEqual({
      width: 1200,
      height: 800,
      maximized: false,
    })
    expect(restoredState({ ...saved, y: -300 }, [screen])).not.toHaveProperty('y')
    expect(restoredState({ ...saved, width: 4000, x: 0 }, [screen]).width).toBe(1920)
  })
  it('survives a file that is none', () => {
    expect(readState(resolve('/absent.json'))).toEqual(DEFAULT_STATE)
    expect(readState(resolve('package.json'))).toEqual(DEFAULT_STATE)
  })
})

it('speaks the system’s language where it can', () => {
  const quit = (...preferred: string[]) => new Language(preferred).texts.menu.quit
  expect([quit('es-MX'), quit('pt-PT'), quit('de', 'es'), quit('de'), quit()]).toEqual([
    'Salir de Cotejo',
    'Sair do Cotejo',
    'Salir de Cotejo',
    'Quit Cotejo',
    'Quit Cotejo',
  ])
})
