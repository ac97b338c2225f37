// The stand-in for the module `electron` on the main side, in a plain Node process that a test has started. It does
// what the shell relies on, and throws where Electron would; anything that is not here fails at import, visibly.
import { app } from './app'
import { ipcMain } from './ipc'
import { answer } from './parent'
import { clipboard, protocol, session } from './session'
import {
  dialog,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  screen,
  shell,
  systemPreferences,
} from './system'
import { BrowserWindow } from './window'

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
}

const electron = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
}
// For modules that are CommonJS.
Object.assign(globalThis, { standIn: electron })
const resources = process.env['STAND_IN_RESOURCES']
Object.assign(process, { resourcesPath: resources ?? process.cwd(), defaultApp: resources === undefined })
// A packaged app is its own program: there is no script among the arguments.
if (resources !== undefined) process.argv.splice(1, 1)
Object.assign(process.versions, { electron: '0.0.0-stand-in' })

/** As `electronApplication.evaluate` of Playwright does it: a function's source, called with the module. */
answer('evaluate', ({ source, argument }: { source: string; argument: unknown }) => {
  const work = (0, eval)(`(${source})`) as (module: typeof electron, argument: unknown) => unknown
  return work(electron, argument)
})
