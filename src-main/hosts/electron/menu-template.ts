// The menu as data: what each system expects where, in the person's language. Without Electron, so that tests can
// read it.
import type { MenuItemConstructorOptions } from 'electron'
import type { ScreenName } from '../../contract'
import type { Texts } from './texts'
import { updateItems, type UpdateMenu } from './update-menu'

export interface MenuActions {
  show(screen: ScreenName): void
  showRun(run: string): void
  openPictures(): void
  showLibrary(): void
  showLogs(): void
  copyDiagnostics(): void
  openGuide(): void
}

export interface MenuParts {
  platform: NodeJS.Platform
  texts: Texts
  actions: MenuActions
  /** The latest first. */
  recentRuns: readonly { run: string; name: string }[]
  /** Not packaged: the page can be loaded again and looked into. */
  development: boolean
  /** Left out where this copy cannot be updated. */
  updates?: UpdateMenu
}

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }
const SCREENS: readonly ScreenName[] = ['data', 'runs', 'compare', 'predict', 'bases', 'machine']

/** `&` would mark the next letter as the one to press, on Windows and Linux. */
const plainLabel = (text: string): string => text.replaceAll('&', '&&').slice(0, 80)

function recent({ texts: { menu }, recentRuns, actions }: MenuParts): Item {
  const items: Item[] = recentRuns.map(({ run, name }) => ({
    label: plainLabel(name),
    click: () => actions.showRun(run),
  }))
  const none: Item = { label: menu.noRecentRuns, enabled: false }
  return { id: 'recent-runs', label: menu.recentRuns, submenu: items.length > 0 ? items : [none] }
}

function fileMenu(parts: MenuParts): Item {
  const { platform, actions, texts } = parts
  const { menu } = texts
  const end: Item[] =
    platform === 'darwin'
      ? [{ role: 'close', label: menu.close }]
      : [{ role: 'quit', label: menu.quit, accelerator: 'CmdOrCtrl+Q' }]
  return {
    label: menu.file,
    submenu: [
      { id: 'new-run', label: menu.newRun, accelerator: 'CmdOrCtrl+N', click: () => actions.show('train') },
      {
        id: 'open-pictures',
        label: menu.openPictures,
        accelerator: 'CmdOrCtrl+O',
        click: () => actions.openPictures(),
      },
      recent(parts),
      separator,
      { id: 'show-library', label: menu.showLibrary, click: () => actions.showLibrary() },
      separator,
      ...end,
    ],
  }
}

const editMenu = ({ texts: { menu } }: MenuParts): Item => ({
  label: menu.edit,
  submenu: [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    separator,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
  ],
})

const viewMenu = ({ texts: { menu }, actions, development }: MenuParts): Item => ({
  label: menu.view,
  submenu: [
    ...SCREENS.map((screen, at): Item => ({
      id: `show-${screen}`,
      label: menu[screen as keyof typeof menu],
      accelerator: `CmdOrCtrl+${at + 1}`,
      click: () => actions.show(screen),
    })),
    separator,
    { role: 'resetZoom', label: menu.actualSize },
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    separator,
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(development ? ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] as Item[]) : []),
  ],
})

const helpMenu = ({ texts: { menu }, actions, platform, updates }: MenuParts): Item => ({
  role: 'help',
  label: menu.help,
  submenu: [
    { id: 'guide', label: menu.guide, accelerator: 'F1', click: () => actions.openGuide() },
    separator,
    { id: 'copy-diagnostics', label: menu.copyDiagnostics, click: () => actions.copyDiagnostics() },
    { id: 'show-logs', label: menu.showLogs, click: () => actions.showLogs() },
    ...(updates === undefined ? [] : [separator, ...updateItems(updates)]),
    ...(platform === 'darwin' ? [] : ([separator, { role: 'about', label: menu.about }] as Item[])),
  ],
})

/** macOS has the app's own menu first. */
const appMenu = ({ texts: { menu } }: MenuParts): Item => ({
  label: 'Cotejo',
  submenu: [
    { role: 'about', label: menu.about },
    separator,
    { role: 'services', label: menu.services },
    separator,
    { role: 'hide', label: menu.hide },
    { role: 'hideOthers', label: menu.hideOthers },
    { role: 'unhide', label: menu.showAll },
    separator,
    { role: 'quit', label: menu.quit },
  ],
})

export function menuTemplate(parts: MenuParts): Item[] {
  const mac = parts.platform === 'darwin'
  const { menu } = parts.texts
  return [
    ...(mac ? [appMenu(parts)] : []),
    fileMenu(parts),
    editMenu(parts),
    viewMenu(parts),
    ...(mac
      ? [
          {
            role: 'windowMenu',
            label: menu.window,
            submenu: [{ role: 'minimize', label: menu.minimize }],
          } as Item,
        ]
      : []),
    helpMenu(parts),
  ]
}
