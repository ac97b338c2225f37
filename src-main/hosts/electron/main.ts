// The desktop app's entry: opens app, then the window; everything else is in the files beside this one.
import { join, resolve } from 'node:path'
import { app as electron, BrowserWindow, dialog } from 'electron'
import { toErrorShape, UserError } from '../../contract'
import { openHostApp, type HostApp } from '../shared/open-host'
import { Activity } from './activity'
import { connectWindow } from './bridge'
import { findNode, isProgram } from './find-node'
import { lockDown } from './lockdown'
import { setMenu } from './menu'
import { declareScheme, serveScheme } from './protocol'
import { textsFor } from './texts'
import { openWindow } from './window'

const CLOSE_MS = 10_000
const here = import.meta.dirname

function nodeForEngine(): string {
  const { env, platform, resourcesPath } = process
  const node = findNode({ packaged: electron.isPackaged, resources: resourcesPath, env, platform, isProgram })
  if (node !== null) return node
  throw new UserError('engine-stopped', 'The Node that the engine runs on was not found.', {
    hint: electron.isPackaged ? 'Install Cotejo again.' : 'Start the app with: npm start',
  })
}

function openLibrary(): Promise<HostApp> {
  const given = electron.commandLine.getSwitchValue('library')
  const library = given === '' ? undefined : resolve(process.env['INIT_CWD'] ?? '.', given)
  return openHostApp({
    host: 'electron',
    ...(library === undefined ? {} : { library }),
    // A plain Node cannot read inside the app's archive: the engine lies beside it.
    out: electron.isPackaged ? join(process.resourcesPath, 'engine') : here,
    node: nodeForEngine(),
  })
}

/** Ends the engine and frees the library before the program ends, once. */
function closeWithProgram({ app, log }: HostApp): void {
  let closed = false
  electron.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    const late = new Promise<void>((done) => setTimeout(done, CLOSE_MS))
    void Promise.race([app.close(), late])
      .catch((error: unknown) => log.fault(error))
      .then(() => {
        closed = true
        electron.quit()
      })
  })
}

async function start(): Promise<void> {
  await electron.whenReady()
  lockDown()
  setMenu()
  try {
    const opened = await openLibrary()
    const { app, log } = opened
    closeWithProgram(opened)
    serveScheme(app, join(here, '..', 'renderer'), log)
    const texts = textsFor(electron.getLocale())
    const window = openWindow(
      join(here, '..', 'preload', 'preload.cjs'),
      join(electron.getPath('userData'), 'window.json'),
    )
    connectWindow(window, app, texts, log)
    new Activity(app).guard(window, texts)
  } catch (thrown) {
    const { message, hint } = toErrorShape(thrown)
    dialog.showErrorBox('Cotejo', hint === undefined ? message : `${message}\n\n${hint}`)
    electron.exit(1)
  }
}

electron.setName('Cotejo')
electron.enableSandbox()
declareScheme()
if (electron.requestSingleInstanceLock()) {
  electron.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  electron.on('window-all-closed', () => electron.quit())
  void start()
} else {
  electron.quit()
}
