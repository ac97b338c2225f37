// The menu: what the system expects and nothing else; the app's own commands are in the page.
import { app, Menu, type MenuItemConstructorOptions } from 'electron'

export function setMenu(): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(app.isPackaged
      ? []
      : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as MenuItemConstructorOptions[])),
  ]
  const mac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      mac ? { role: 'appMenu' } : { role: 'fileMenu' },
      { role: 'editMenu' },
      { role: 'viewMenu', submenu: view },
      ...(mac ? [{ role: 'windowMenu' } as const] : []),
    ]),
  )
}
