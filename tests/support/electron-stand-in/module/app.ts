// `app` of Electron: its life from start to end, one instance of it, its command line.
import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An event that a listener can prevent. */
export function preventable<T extends object>(details = {} as T) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => void (event.defaultPrevented = true),
  }
  return event
}

interface Closable {
  close(): void
  isDestroyed(): boolean
}

class App extends EventEmitter {
  /** The folder of a packaged app’s resources makes it one. */
  readonly isPackaged = process.env['STAND_IN_RESOURCES'] !== undefined
  name = 'stand-in'
  ready = false
  windows: () => Closable[] = () => []
  /** `quit` was called and nothing has prevented it yet. */
  quitting = false
  readonly #started = new Promise<void>((done) =>
    setImmediate(() => {
      this.ready = true
      this.emit('ready')
      done()
    }),
  )

  readonly commandLine = {
    getSwitchValue: (name: string): string => {
      const found = process.argv.find((one) => one.startsWith(`--${name}=`))
      return found?.slice(name.length + 3) ?? ''
    },
    hasSwitch: (name: string): boolean =>
      process.argv.some((one) => one === `--${name}` || one.startsWith(`--${name}=`)),
    appendSwitch: () => {},
  }

  whenReady = (): Promise<void> => this.#started
  isReady = (): boolean => this.ready
  setName = (name: string): void => void (this.name = name)
  getName = (): string => this.name
  getVersion = (): string => '0.0.0'
  getLocale = (): string => process.env['STAND_IN_LOCALE'] ?? 'en-US'
  getPreferredSystemLanguages = (): string[] => [this.getLocale()]
  getAppPath = (): string => process.cwd()
  setAboutPanelOptions = (): void => {}
  setAppUserModelId = (): void => {}
  addRecentDocument = (): void => {}
  clearRecentDocuments = (): void => {}
  focus = (): void => {}

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  getPath(name: string): string {
    if (name === 'userData')
      return this.commandLine.getSwitchValue('user-data-dir') || join(tmpdir(), this.name)
    if (name === 'temp') return tmpdir()
    throw new Error(`Failed to get '${name}' path`)
  }

  exit(code = 0): void {
    this.#release()
    process.exit(code)
  }

  quit(): void {
    if (!this.ready) return this.exit()
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.quitting = true
    for (const window of this.windows()) window.close()
    if (this.windows().some((window) => !window.isDestroyed())) this.quitting = false
    else this.#end()
  }

  /** The last window has closed. */
  allClosed(): void {
    if (this.quitting) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  #end(): void {
    const last = preventable()
    this.emit('will-quit', last)
    this.quitting = false
    if (last.defaultPrevented) return
    this.emit('quit', {}, 0)
    this.exit()
  }

  get #lock(): string {
    return join(this.getPath('userData'), 'stand-in-instance')
  }
  #holdsLock = false

  #release(): void {
    if (this.#holdsLock) rmSync(this.#lock, { recursive: true, force: true })
  }

  /** A folder is the lock: a second start leaves a file in it, which the first one finds. */
  requestSingleInstanceLock(data: Record<string, unknown> = {}): boolean {
    const owner = join(this.#lock, 'owner')
    const isAlive = (): boolean => {
      try {
        process.kill(Number(readFileSync(owner, 'utf8')), 0)
        return true
      } catch {
        return false
      }
    }
    if (existsSync(owner) && isAlive()) {
      const told = { argv: process.argv, cwd: process.cwd(), data: structuredClone(data) }
      writeFileSync(join(this.#lock, `start-${process.pid}.json`), JSON.stringify(told))
      return false
    }
    mkdirSync(this.#lock, { recursive: true })
    writeFileSync(owner, String(process.pid))
    this.#holdsLock = true
    setInterval(() => this.#secondStarts(), 50).unref()
    return true
  }

  #secondStarts(): void {
    for (const name of existsSync(this.#lock) ? readdirSync(this.#lock) : []) {
      if (!name.startsWith('start-')) continue
      const file = join(this.#lock, name)
      let told: { argv: string[]; cwd: string; data: unknown }
      try {
        told = JSON.parse(readFileSync(file, 'utf8')) as typeof told
      } catch {
        continue // It is still being written.
      }
      rmSync(file)
      this.emit('second-instance', {}, told.argv, told.cwd, told.data)
    }
  }
}

export const app = new App()

export function needReady(what: string): void {
  if (!app.ready) throw new Error(`${what} cannot be used before the app is ready`)
}
