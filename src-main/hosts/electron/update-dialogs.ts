// Asks and tells the person of updates, in dialogs of the system; and puts the parts of updating together.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app as electron, dialog, shell, type BrowserWindow } from 'electron'
import type { App, Logger } from '../../app/types'
import { RunsInProgress } from './runs-in-progress'
import { fill, type Language } from './texts'
import { UpdateSettings } from './update-settings'
import { updateTexts } from './update-texts'
import { updateWay } from './update-way'
import { Updates, type Busy, type UpdateDialogs } from './updates'

const RELEASES = 'https://github.com/cotejo/cotejo/releases/latest'

function dialogsOf(window: BrowserWindow, language: Language): UpdateDialogs {
  const texts = (): (typeof updateTexts)['en'] => updateTexts[language.name]
  const show = async (message: string, detail: string, buttons: string[]): Promise<number> => {
    if (window.isDestroyed()) return -1
    const options = { message, detail, buttons, defaultId: 0, cancelId: buttons.length - 1, noLink: true }
    return (await dialog.showMessageBox(window, { type: 'info', ...options })).response
  }
  return {
    ready: async (version) => {
      const { ready, readyDetail, restart, later } = texts()
      return (await show(fill(ready, { version }), readyDetail, [restart, later])) === 0
    },
    tell: async (version) => {
      const { tell, tellDetail, openPage, later } = texts()
      const answer = await show(fill(tell, { version }), tellDetail, [openPage, later])
      if (answer === 0) await shell.openExternal(RELEASES)
    },
    newest: async () => void (await show(texts().newest, '', [texts().ok])),
    failed: async () => void (await show(texts().failed, texts().failedDetail, [texts().ok])),
    notGenuine: async (version) => {
      const { notGenuine, notGenuineDetail, ok } = texts()
      await show(fill(notGenuine, { version }), notGenuineDetail, [ok])
    },
  }
}

/** Runs that train or wait, by app's events. */
function busyWith(app: App): Busy {
  const runs = new RunsInProgress()
  const listeners = new Set<() => void>()
  let before = false
  app.listen((event) => {
    runs.hear(event)
    if (runs.computes === before) return
    before = runs.computes
    for (const listener of [...listeners]) listener()
  })
  return {
    get now() {
      return runs.computes
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

export interface UpdateHost {
  app: App
  window: BrowserWindow
  language: Language
  log: Logger
}

/** Begins to look for updates, where this copy can have any. */
export function keepUpdated({ app, window, language, log }: UpdateHost): Updates {
  const { platform, resourcesPath, env } = process
  const updates = new Updates({
    way: updateWay({ packaged: electron.isPackaged, platform, resources: resourcesPath, env, read }),
    source: async () => {
      const [{ default: updater }, { sourceOf }] = await Promise.all([
        import('electron-updater'),
        import('./update-source'),
      ])
      return sourceOf(updater.autoUpdater, log)
    },
    dialogs: dialogsOf(window, language),
    busy: busyWith(app),
    settings: new UpdateSettings(join(electron.getPath('userData'), 'updates.json')),
    log,
    isNotGenuine: (thrown) => thrown instanceof Error && thrown.name === 'NotGenuineError',
  })
  updates.start()
  window.once('closed', () => updates.stop())
  return updates
}
