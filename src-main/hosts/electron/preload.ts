// What the page of the desktop app gets as `window.cotejo`: named functions, never ipcRenderer itself.
// Bundled into one CommonJS file, because it runs in the sandbox.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS } from './channels'

type Listener = (message: unknown) => void
const replies = new Set<Listener>()
const events = new Set<Listener>()
const commands = new Set<Listener>()

ipcRenderer.on(CHANNELS.frame, (_event, text: string) => {
  const message = JSON.parse(text) as object
  for (const listener of 'event' in message ? events : replies) listener(message)
})
ipcRenderer.on(CHANNELS.command, (_event, command: unknown) => {
  for (const listener of commands) listener(command)
})

contextBridge.exposeInMainWorld('cotejo', {
  call: (frame: unknown): void => ipcRenderer.send(CHANNELS.call, frame),
  onReply: (listener: Listener): void => void replies.add(listener),
  onEvent: (listener: Listener): void => void events.add(listener),
  /** What was asked of the page before it listened comes now. */
  onCommand: (listener: Listener): void => {
    commands.add(listener)
    ipcRenderer.send(CHANNELS.ready)
  },
  setLanguage: (language: unknown): void => ipcRenderer.send(CHANNELS.language, language),
  chooseFolder: (): Promise<string | null> =>
    ipcRenderer.invoke(CHANNELS.chooseFolder) as Promise<string | null>,
  chooseFiles: (options?: unknown): Promise<string[]> =>
    ipcRenderer.invoke(CHANNELS.chooseFiles, options) as Promise<string[]>,
  pathForFile: (file: File): string => webUtils.getPathForFile(file),
  openFolder: (path: string): void => ipcRenderer.send(CHANNELS.openFolder, path),
})
