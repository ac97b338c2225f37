// The native menu: built anew when the language or the runs change.
import { app as electron, clipboard, dialog, Menu, shell, type BrowserWindow } from 'electron'
import type { App } from '../../app/types'
import type { LogFile } from '../shared/log-file'
import type { Commands } from './commands'
import { menuTemplate, type MenuActions } from './menu-template'
import { openPaths } from './opening'
import type { Language } from './texts'
import { updateTexts } from './update-texts'
import type { Updates } from './updates'
import { bringForward } from './window'

const MOST_RECENT = 8
/** Written to be read where the code is, too. */
const GUIDE = 'https://github.com/cotejo/cotejo#readme'

export interface MenuHost {
  app: App
  window: BrowserWindow
  commands: Commands
  language: Language
  log: LogFile
  library: string
  updates: Updates
}

function actionsOf({ app, window, commands, language, log, library }: MenuHost): MenuActions {
  const go = (command: Parameters<Commands['send']>[0]): void => {
    bringForward(window)
    commands.send(command)
  }
  return {
    show: (screen) => go({ command: 'show', screen }),
    showRun: (run) => go({ command: 'show-run', run }),
    openPictures: () =>
      void dialog
        .showOpenDialog(window, { title: language.texts.dialogs.chooseFolder, properties: ['openDirectory'] })
        .then(({ filePaths }) => openPaths(filePaths, { window, commands, language, log, library })),
    showLibrary: () => void shell.openPath(library),
    showLogs: () => shell.showItemInFolder(log.file),
    copyDiagnostics: () =>
      void app.call('app.diagnostics', {}).then(
        ({ text }) => {
          clipboard.writeText(text)
          commands.send({ command: 'diagnostics-copied' })
        },
        (error: Error) => log.warn(`diagnostics: ${error.message}`),
      ),
    openGuide: () => void shell.openExternal(GUIDE),
  }
}

export function keepMenu(host: MenuHost): void {
  const actions = actionsOf(host)
  let recentRuns: { run: string; name: string }[] = []
  let shown = ''
  const { updates, language } = host

  const show = (): void => {
    // Events come often, a menu is rebuilt only when it reads differently.
    const reads = JSON.stringify([host.language.name, recentRuns])
    if (reads === shown) return
    shown = reads
    const template = menuTemplate({
      platform: process.platform,
      texts: host.language.texts,
      actions,
      recentRuns,
      development: !electron.isPackaged,
      ...(updates.possible && { updates: { texts: updateTexts[language.name], updates } }),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  const refresh = (): void =>
    void host.app.call('runs.list', {}).then(
      (runs) => {
        recentRuns = runs.slice(0, MOST_RECENT).map(({ run, name }) => ({ run, name }))
        show()
      },
      (error: Error) => host.log.warn(`menu: ${error.message}`),
    )

  const known = new Map<string, string>()
  host.app.listen((event) => {
    if (event.event === 'run.removed') known.delete(event.run)
    else if (event.event === 'run.changed') {
      if (known.get(event.summary.run) === event.summary.name) return
      known.set(event.summary.run, event.summary.name)
    } else return
    refresh()
  })
  host.language.onChange(show)
  show()
  refresh()
}
