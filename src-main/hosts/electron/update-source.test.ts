// electron-updater itself, as it runs in an AppImage, against a server of our own: what it downloads, and what it
// refuses. Only Electron's parts are replaced: the app's facts and the HTTP client (Chromium's in the app, Node's here).
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import electronUpdater from 'electron-updater'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NotGenuineError, sourceOf } from './update-source'

const require = createRequire(import.meta.url)
const { NodeHttpExecutor } = createRequire(require.resolve('electron-builder'))('builder-util') as {
  NodeHttpExecutor: new () => object
}
const { ElectronHttpExecutor } = require('electron-updater/out/electronHttpExecutor') as {
  ElectronHttpExecutor: { prototype: { download: unknown } }
}
/** Requests by Node, all else as in the app. */
const httpClient = (): object =>
  Object.assign(new NodeHttpExecutor(), { download: ElectronHttpExecutor.prototype.download })

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const sha512 = (bytes: Buffer): string => createHash('sha512').update(bytes).digest('base64')
const NEW = Buffer.from(`#!/bin/sh\necho the new one ${'.'.repeat(100_000)}\n`)
const OLD = '#!/bin/sh\necho the old one\n'

let server: Server
let url: string
/** What the server answers, by path. */
let files: Record<string, Buffer>
let asked: string[]
let folder: string
let appImage: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cotejo-updater-'))
  appImage = join(folder, 'Cotejo.AppImage')
  writeFileSync(appImage, OLD)
  vi.stubEnv('APPIMAGE', appImage)
  files = {}
  asked = []
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    asked.push(path)
    const body = files[path]
    response.writeHead(body ? 200 : 404, body ? { 'content-length': body.length } : {})
    response.end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterEach(async () => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

function announce(version: string, hash = sha512(NEW)): void {
  const name = `Cotejo-${version}-linux-x64.AppImage`
  const list = `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${hash}\n    size: ${NEW.length}\npath: ${name}\nsha512: ${hash}\nreleaseDate: '2026-11-22T00:00:00.000Z'\n`
  // The name of the list has the processor in it, but for x64.
  files[process.arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${process.arch}.yml`] = Buffer.from(list)
  files[name] = NEW
}

function updaterOf(version: string) {
  const quit = vi.fn()
  const app = {
    version,
    name: 'cotejo',
    isPackaged: true,
    appUpdateConfigPath: join(folder, 'app-update.yml'),
    userDataPath: join(folder, 'data'),
    baseCachePath: join(folder, 'cache'),
    whenReady: () => Promise.resolve(),
    quit,
    relaunch: () => {},
    onQuit: () => {},
  }
  writeFileSync(
    app.appUpdateConfigPath,
    `provider: generic\nurl: ${url}\nupdaterCacheDirName: cotejo-updater\n`,
  )
  const updater = new electronUpdater.AppImageUpdater(null, app)
  Object.assign(updater, { httpExecutor: httpClient() })
  return { updater, source: sourceOf(updater, quiet), quit }
}

const downloaded = (): string[] => {
  const pending = join(folder, 'cache', 'cotejo-updater', 'pending')
  return existsSync(pending) ? readdirSync(pending).filter((name) => name.endsWith('.AppImage')) : []
}
const never = new AbortController().signal

describe.skipIf(process.platform !== 'linux')('updating an AppImage', () => {
  it('finds a newer version, and downloads nothing by itself', async () => {
    announce('2.0.0')
    expect(await updaterOf('1.0.0').source.check()).toBe('2.0.0')
    expect(asked).toHaveLength(1)
    expect(downloaded()).toEqual([])
  })

  it.each(['2.0.0', '3.0.0'])('does not go back or sideways from %s', async (version) => {
    announce('2.0.0')
    expect(await updaterOf(version).source.check()).toBeNull()
  })

  it('downloads what was announced, and leaves the program alone until it is to be installed', async () => {
    announce('2.0.0')
    const { source } = updaterOf('1.0.0')
    await source.check()
    await source.download(never)
    expect(downloaded()).toEqual(['Cotejo-2.0.0-linux-x64.AppImage'])
    expect(readFileSync(appImage, 'utf8')).toBe(OLD)
  })

  it('puts the new program in the place of the old one', async () => {
    announce('2.0.0')
    const { source, updater } = updaterOf('1.0.0')
    await source.check()
    await source.download(never)
    // quitAndInstall ends in Electron's quit; what it does before is this.
    const { install } = updater as unknown as { install(silent: boolean, run: boolean): boolean }
    expect(install.call(updater, true, false)).toBe(true)
    expect(readFileSync(appImage)).toEqual(NEW)
  })

  it('refuses a file of another hash, and keeps nothing of it', async () => {
    announce('2.0.0', sha512(Buffer.from('another')))
    const { source } = updaterOf('1.0.0')
    await source.check()
    await expect(source.download(never)).rejects.toBeInstanceOf(NotGenuineError)
    expect(downloaded()).toEqual([])
    expect(readFileSync(appImage, 'utf8')).toBe(OLD)
  })

  it('fails where the server has no list', async () => {
    await expect(updaterOf('1.0.0').source.check()).rejects.toThrow()
  })

  it('can be broken off', async () => {
    announce('2.0.0')
    const { source } = updaterOf('1.0.0')
    await source.check()
    const stop = new AbortController()
    stop.abort()
    await expect(source.download(stop.signal)).rejects.toThrow()
    expect(downloaded()).toEqual([])
  })
})
