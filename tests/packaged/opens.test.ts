// The app as a package holds it: what is in the archive, with the engine, the Node and the interface beside it. Only
// Electron itself is the stand-in. COTEJO_PACKED is the folder `resources`, COTEJO_PACKED_APP its archive, extracted.
import { mkdtemp, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDesktops, startDesktop, type DesktopApp } from '../support/desktop-app'

const resources = process.env['COTEJO_PACKED']!
const archive = process.env['COTEJO_PACKED_APP']!

describe('the packaged app', () => {
  let app: DesktopApp
  let page: Page
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'cotejo-packaged-'))
    app = await startDesktop('stand-in', {
      home,
      packaged: { program: join(archive, 'out', 'main', 'electron.js'), resources },
      // Only what is in the package may be found; and as an AppImage it may update itself.
      env: { PATH: '', npm_node_execpath: '', NODE: '', APPIMAGE: join(home, 'Cotejo.AppImage') },
    })
    page = await app.page()
    await page.waitForSelector('[data-test=choose-folder]')
  })
  afterAll(async () => {
    await app?.close()
    await closeDesktops()
    await rm(home, { recursive: true, force: true })
  })

  it('opens its window from the archive', async () => {
    const urls = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    )
    expect(urls).toEqual([expect.stringMatching(/^app:\/\/cotejo\/index\.html/)])
  })

  it('does the work in its own engine on its own Node', async () => {
    await page.click('[data-test=import-sample]')
    await page.waitForSelector('[data-test=train-on]', { timeout: 60_000 })
    const engine = await app.enginePid()
    expect(await readlink(`/proc/${engine}/exe`)).toBe(await realpath(join(resources, 'node', 'node')))
    expect(app.complaints).toEqual([])
  })

  it('looks for updates with the updater in the archive, and lives on without an answer', async () => {
    const items = await app.evaluate(({ Menu }) =>
      ['check-for-updates', 'automatic-updates'].map(
        (id) => Menu.getApplicationMenu()!.getMenuItemById(id)?.id,
      ),
    )
    expect(items).toEqual(['check-for-updates', 'automatic-updates'])
    const log = join(home, 'share', 'cotejo', 'logs', 'electron.log')
    await expect.poll(() => readFile(log, 'utf8')).toContain('update: Checking for update')
    await expect.poll(() => readFile(log, 'utf8')).toContain('Looking for a newer version failed')
    expect(await page.locator('[data-test=train-on]').first().isVisible()).toBe(true)
  })
})
