// The desktop app's entry: opens app, then the window; everything else is in the files beside this one.
import { join, resolve } from 'node:path'
import { app as electron, BrowserWindow, dialog } from 'electron'
import { toErrorShape, UserError } from '../../contract'
import { openHostApp, type HostApp } from '../shared/open-host'
import { Activity } from './activity'
import { connectWindow } from './bridge'
import { Commands } from './commands'
import { findNode, isProgram } from './find-node'
import { offerInterrupted } from './interrupted'
import { lockDown } from './lockdown'
import { keepMenu } from './menu'
import { openPaths } from './opening'
import { declareScheme, serveScheme } from './protocol'
import { askBeforeQuitting } from './quit-question'
import { recoverWindow } from './recovery'
import { claimSingleInstance, Requests } from './requests'
import { Language } from './texts'
import { Unfinished } from './unfinished'
import { keepUpdated } from './update-dialogs'
import { bringForward, openWindow } from './window'

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

async function openDesktop(requests: Requests): Promise<void> {
  const opened = await openLibrary()
  const { app, log } = opened
  closeWithProgram(opened)
  const { library } = await app.call('app.info', {})
  serveScheme(app, join(here, '..', 'renderer'), log)

  const data = electron.getPath('userData')
  const language = new Language([...electron.getPreferredSystemLanguages(), electron.getLocale()])
  const unfinished = new Unfinished(join(data, 'unfinished.json'), library)
  const window = openWindow(join(here, '..', 'preload', 'preload.cjs'), join(data, 'window.json'))
  const commands = new Commands(window.webContents)

  connectWindow(window, { app, commands, language, log })
  recoverWindow(window, language, log)
  void offerInterrupted(unfinished.take(), app, commands, log)
  const activity = new Activity({ app, window, commands, language, unfinished })
  askBeforeQuitting(window, activity, unfinished, language)
  const updates = keepUpdated({ app, window, language, log })
  keepMenu({ app, window, commands, language, log, library, updates })
  requests.serve((paths) => {
    bringForward(window)
    void openPaths(paths, { window, commands, language, log, library })
  })
}

async function start(requests: Requests): Promise<void> {
  await electron.whenReady()
  lockDown()
  try {
    await openDesktop(requests)
  } catch (thrown) {
    const { message, hint } = toErrorShape(thrown)
    dialog.showErrorBox('Cotejo', hint === undefined ? message : `${message}\n\n${hint}`)
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    electron.exit(1)
  }
}

electron.setName('Cotejo')
electron.enableSandbox()
declareScheme()
const requests = new Requests()
if (claimSingleInstance(requests)) {
  electron.on('window-all-closed', () => electron.quit())
  void start(requests)
} else {
  electron.quit()
}
