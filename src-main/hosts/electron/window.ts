// The one window.
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { START_URL } from './addresses'
import { readState, restoredState, writeState } from './window-state'

/**
 * @param preload path of the bundled preload
 * @param stateFile where the window's place is kept
 */
export function openWindow(preload: string, stateFile: string): BrowserWindow {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, ...bounds } = restoredState(readState(stateFile), areas)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 720,
    minHeight: 520,
    title: 'Cotejo',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      webviewTag: false,
      devTools: !app.isPackaged,
    },
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    void writeState(stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() })
  })
  void window.loadURL(START_URL)
  return window
}

/** In front of the others, whatever it was. */
export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
