// What the system shows and does for an app: dialogs, the menu, notifications, power, screens. Nothing is shown; a
// test replaces a method to answer, or reads what was set.
import { EventEmitter } from 'node:events'
import { needReady } from './app'

export const dialog = {
  // Dismissed, unless a test answers.
  showOpenDialog: (..._args: unknown[]) => Promise.resolve({ canceled: true, filePaths: [] as string[] }),
  showMessageBox: (...args: unknown[]) => {
    const { cancelId = 0 } = args.at(-1) as { cancelId?: number }
    return Promise.resolve({ response: cancelId, checkboxChecked: false })
  },
  showMessageBoxSync: () => 0,
  showErrorBox: (title: string, content: string) => process.stderr.write(`${title}: ${content}\n`),
}

export const shell = {
  openPath: (_path: string) => Promise.resolve(''),
  openExternal: (_url: string) => Promise.resolve(),
  showItemInFolder: (_path: string) => {},
}

interface Item {
  id?: string
  role?: string
  label?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  submenu?: Item[]
  click?: () => void
}
const ACCELERATOR = /^(?:(?:CmdOrCtrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d{1,2})$/

export class Menu {
  static #shown: Menu | null = null
  constructor(readonly items: MenuItem[]) {}
  static buildFromTemplate(template: Item[]): Menu {
    if (!Array.isArray(template))
      throw new TypeError('Invalid template for Menu: Menu template must be an array')
    return new Menu(template.map((item) => new MenuItem(item)))
  }
  static setApplicationMenu = (menu: Menu | null): void => void (Menu.#shown = menu)
  static getApplicationMenu = (): Menu | null => Menu.#shown

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null)
      if (found) return found
    }
    return null
  }
}

class MenuItem {
  readonly id?: string
  readonly label: string
  readonly role?: string
  readonly submenu?: Menu
  readonly click: () => void
  constructor(item: Item) {
    if (item.label === undefined && item.role === undefined && item.type !== 'separator')
      throw new TypeError('Invalid template for MenuItem: must have either label, role or type')
    if (item.accelerator !== undefined && !ACCELERATOR.test(item.accelerator))
      throw new TypeError(`Invalid accelerator: ${item.accelerator}`)
    this.id = item.id
    this.label = item.label ?? item.role ?? ''
    this.role = item.role
    this.click = item.click ?? (() => {})
    if (item.submenu) this.submenu = Menu.buildFromTemplate(item.submenu)
  }
}

export class Notification extends EventEmitter {
  readonly title: string
  readonly body: string
  constructor({ title = '', body = '' }: { title?: string; body?: string } = {}) {
    super()
    this.title = title
    this.body = body
  }
  static isSupported = (): boolean => true
  show(): void {}
  close(): void {
    this.emit('close')
  }
}

const blockers = new Set<number>()
let lastBlocker = 0
export const powerSaveBlocker = {
  start(type: string): number {
    if (type !== 'prevent-app-suspension' && type !== 'prevent-display-sleep')
      throw new TypeError('Invalid type')
    blockers.add(++lastBlocker)
    return lastBlocker
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
}

export const powerMonitor = new EventEmitter()
export const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseDarkColors: false,
  themeSource: 'system',
})
export const systemPreferences = { askForMediaAccess: () => Promise.resolve(true) }

const workArea = { x: 0, y: 0, width: 1280, height: 860 }
export const screen = {
  getAllDisplays() {
    needReady('screen')
    return [{ id: 1, bounds: workArea, workArea, scaleFactor: 1 }]
  },
  getPrimaryDisplay() {
    return screen.getAllDisplays()[0]
  },
}
