// A window whose process failed is loaded again, but not for ever; one that hangs can be. Runs are none the wiser:
// they are the engine's and app's, and the page reads all of it again.
import { app, dialog, type BrowserWindow } from 'electron'
import type { Logger } from '../../app/types'
import { CrashLimit } from './crash-limit'
import type { Language } from './texts'

export function recoverWindow(window: BrowserWindow, language: Language, log: Logger): void {
  const limit = new CrashLimit()
  const { webContents } = window

  async function ask(message: string, detail: string, buttons: [string, string]): Promise<number> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response
  }

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log.error(`The window's process ended: ${reason} (${exitCode})`)
    if (limit.forgives()) return webContents.reload()
    const { crash } = language.texts
    void ask(crash.title, crash.detail, [crash.again, crash.quit]).then((answer) => {
      if (answer === 1) return app.quit()
      limit.reset()
      if (!window.isDestroyed()) webContents.reload()
    })
  })
  webContents.on('preload-error', (_event, _path, error) => log.error(`preload: ${error.message}`))
  webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    // -3: a newer navigation took its place.
    if (isMainFrame && code !== -3) log.error(`The page could not be loaded: ${description} (${code})`)
  })

  let hangs = false
  window.on('unresponsive', () => {
    if (hangs) return
    hangs = true
    log.warn('The window does not answer.')
    const { crash } = language.texts
    void ask(crash.hangs, crash.hangsDetail, [crash.wait, crash.again]).then((answer) => {
      if (answer === 1 && hangs && !window.isDestroyed()) webContents.reload()
      hangs = false
    })
  })
  window.on('responsive', () => (hangs = false))
}
