// The main side of the preload's functions: checks who speaks, then hands frames to a session of app.
import { dialog, ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import type { App, Logger } from '../../app/types'
import { createSession, type Session } from '../../app/session'
import { shellLanguage } from '../../contract'
import { isTrustedSender } from './addresses'
import { CHANNELS } from './channels'
import type { Commands } from './commands'
import { openFolder, rememberExports } from './open-folder'
import type { Language } from './texts'

const fileChoice = z
  .object({
    title: z.string().max(200).optional(),
    extensions: z
      .array(z.string().regex(/^[a-z0-9]{1,10}$/i))
      .max(50)
      .optional(),
    multiple: z.boolean().optional(),
  })
  .default({})

export interface Connected {
  app: App
  commands: Pick<Commands, 'ready'>
  language: Language
  log: Logger
}

export function connectWindow(window: BrowserWindow, parts: Connected): void {
  const { app: plainApp, commands, language, log } = parts
  const { app, exports } = rememberExports(plainApp)
  const contents = window.webContents
  const start = (): Session =>
    createSession(app, (text) => {
      if (!contents.isDestroyed()) contents.send(CHANNELS.frame, text)
    })
  let session = start()

  const isTrusted = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    const frame = event.senderFrame
    const trusted = isTrustedSender({
      url: frame?.url ?? null,
      isMainFrame: frame !== null && frame === contents.mainFrame,
      isOurWindow: event.sender === contents,
    })
    if (!trusted) log.warn('A message from a page that is not ours was dropped.')
    return trusted
  }
  const refuseUntrusted = (event: IpcMainInvokeEvent): void => {
    if (!isTrusted(event)) throw new Error('Not allowed.')
  }

  ipcMain.on(CHANNELS.call, (event, frame: unknown) => {
    if (isTrusted(event)) session.receive(frame)
  })
  ipcMain.on(CHANNELS.openFolder, (event, path: unknown) => {
    if (!isTrusted(event) || typeof path !== 'string' || path.length > 4096) return
    openFolder(app, exports, path).catch((error: Error) => log.warn(`open folder: ${error.message}`))
  })
  ipcMain.on(CHANNELS.ready, (event) => {
    if (isTrusted(event)) commands.ready()
  })
  ipcMain.on(CHANNELS.language, (event, raw: unknown) => {
    const to = shellLanguage.safeParse(raw)
    if (isTrusted(event) && to.success) language.change(to.data)
  })
  ipcMain.handle(CHANNELS.chooseFolder, async (event) => {
    refuseUntrusted(event)
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: language.texts.dialogs.chooseFolder,
      properties: ['openDirectory', 'createDirectory'],
    })
    return filePaths[0] ?? null
  })
  ipcMain.handle(CHANNELS.chooseFiles, async (event, raw: unknown) => {
    refuseUntrusted(event)
    const { title, extensions, multiple } = fileChoice.parse(raw)
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: title ?? language.texts.dialogs.chooseFiles,
      properties: multiple === false ? ['openFile'] : ['openFile', 'multiSelections'],
      ...(extensions ? { filters: [{ name: language.texts.dialogs.files, extensions }] } : {}),
    })
    return filePaths
  })

  // A page that is loaded again starts afresh: calls of the page before end, its events stop.
  contents.on('did-start-navigation', (event) => {
    if (!event.isMainFrame || event.isSameDocument) return
    session.close()
    session = start()
  })
  window.on('closed', () => {
    session.close()
    const heard = [CHANNELS.call, CHANNELS.openFolder, CHANNELS.ready, CHANNELS.language]
    for (const channel of heard) ipcMain.removeAllListeners(channel)
    for (const channel of [CHANNELS.chooseFolder, CHANNELS.chooseFiles]) ipcMain.removeHandler(channel)
  })
}
