// Opens what the system hands over: from the command line, a second start, the Finder.
import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { Logger } from '../../app/types'
import type { Commands } from './commands'
import { recognise } from './documents'
import { fill, type Language } from './texts'

export interface OpeningParts {
  window: BrowserWindow
  commands: Commands
  language: Language
  log: Logger
  /** The open library's folder. */
  library: string
}

/** The first of the paths that can be opened is; a dialog names one that cannot. */
export async function openPaths(paths: readonly string[], parts: OpeningParts): Promise<void> {
  const { window, commands, language, log, library } = parts
  if (paths.length === 0) return
  for (const path of paths) {
    const found = await recognise(path, library)
    if (found === null) continue
    if (found.kind === 'run') commands.send({ command: 'show-run', run: found.run })
    else if (found.kind === 'dataset') commands.send({ command: 'show-dataset', dataset: found.dataset })
    else commands.send({ command: 'import', path: found.path })
    return
  }
  log.warn(`${paths.length} path(s) that were to be opened are none that Cotejo opens.`)
  if (window.isDestroyed()) return
  const { dialogs } = language.texts
  await dialog.showMessageBox(window, {
    type: 'info',
    message: fill(dialogs.cannotOpen, { name: basename(paths[0]!).slice(0, 200) }),
    detail: dialogs.cannotOpenDetail,
    buttons: [dialogs.ok],
    noLink: true,
  })
}
