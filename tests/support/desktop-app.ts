// The built desktop app as a test meets it: on real Electron where its binary is, by Playwright; else on the stand-in.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron, chromium, type Browser, type Page } from 'playwright-core'
import type * as Electron from 'electron'
import { bundle } from './bundle'
import { watchComplaints } from './complaints'
import { Display } from './electron-stand-in/display'
import { childOf, findChromium, out } from './served-app'

const root = resolve(import.meta.dirname, '../..')
const standInFolder = join(import.meta.dirname, 'electron-stand-in')
const program = join(out, 'main/electron.js')

export type Shell = 'stand-in' | 'electron'
/** Runs in the app's main process; it can use nothing of the test but its argument. */
export type MainWork<A, R> = (electron: typeof Electron, argument: A) => R | Promise<R>

export interface DesktopApp {
  readonly home: string
  readonly library: string
  readonly process: ChildProcess
  /** What the page complained of so far. */
  readonly complaints: string[]
  /** The window's page; after a crash that of the window that came back. */
  page(): Promise<Page>
  evaluate<A, R>(work: MainWork<A, R>, argument?: A): Promise<R>
  drop(paths: string[]): Promise<void>
  enginePid(): Promise<number>
  /** Starts the app again beside this one. @returns its exit status */
  startAgain(args: string[]): Promise<number | null>
  /** Resolves with the exit status when the app has ended by itself. */
  readonly ended: Promise<number | null>
  close(): Promise<void>
}

export interface DesktopOptions {
  /** Taken over from an app that ended: its library and what it remembers. */
  home?: string
  args?: string[]
  locale?: string
  env?: Record<string, string>
  /** A packaged app instead of the built one, on the stand-in: its main program and the folder of its resources. */
  packaged?: { program: string; resources: string }
}

/** Path of Electron's binary, or null: then the specs run on the stand-in alone. */
export function findElectron(): string | null {
  const given = process.env.COTEJO_ELECTRON
  if (given) return given
  const folder = join(root, 'node_modules/electron')
  const name = join(folder, 'path.txt')
  const binary = join(folder, 'dist', existsSync(name) ? readFileSync(name, 'utf8') : 'electron')
  return existsSync(binary) ? binary : null
}

/** Where the specs run, and why not on the other. */
export function shells(): { name: Shell; skip: string | null }[] {
  const noBrowser = findChromium() === null ? 'no Chromium' : null
  const noElectron =
    findElectron() === null ? `no Electron binary at ${join(root, 'node_modules/electron/dist')}` : null
  return [
    { name: 'stand-in', skip: noBrowser },
    { name: 'electron', skip: noElectron },
  ]
}

let browser: Browser | null = null
let standIn: string | null = null

export async function closeDesktops(): Promise<void> {
  await browser?.close()
  if (standIn !== null) await rm(join(standIn, '..'), { recursive: true, force: true })
  browser = null
  standIn = null
}

const argumentsFor = (home: string, args: string[], main = program): string[] => [
  main,
  `--library=${join(home, 'library')}`,
  `--user-data-dir=${join(home, 'data')}`,
  ...args,
]

const environment = (home: string, extra: Record<string, string> = {}): Record<string, string> => ({
  ...(process.env as Record<string, string>),
  npm_node_execpath: process.execPath,
  // Logs and packs are not the developer's own.
  XDG_DATA_HOME: join(home, 'share'),
  ...extra,
})

export async function startDesktop(shell: Shell, options: DesktopOptions = {}): Promise<DesktopApp> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'cotejo-desktop-')))
  return shell === 'electron' ? startElectron(home, options) : startStandIn(home, options)
}

async function startStandIn(home: string, options: DesktopOptions): Promise<DesktopApp> {
  const { args = [], locale = 'en-US', env, packaged } = options
  browser ??= await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--use-fake-device-for-media-stream',
    ],
  })
  standIn ??= await bundle(join(standInFolder, 'module/index.ts'))
  const register = pathToFileURL(join(standInFolder, 'register.mjs')).href
  const command = ['--import', register, ...argumentsFor(home, args, packaged?.program)]
  const surroundings = {
    ...environment(home, env),
    STAND_IN_MODULE: pathToFileURL(standIn).href,
    STAND_IN_LOCALE: locale,
    ...(packaged && { STAND_IN_RESOURCES: packaged.resources }),
  }
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: surroundings,
  })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const display = await Display.on(child, browser, locale)
  return {
    home,
    library: join(home, 'library'),
    process: child,
    complaints: display.complaints,
    ended,
    page: () => display.page(),
    evaluate: (work, argument) => display.ask('evaluate', { source: String(work), argument }) as never,
    enginePid: () => childOf(child.pid!, 'engine.js'),
    async drop(paths) {
      await display.willDrop(paths)
      await dropFiles(await display.page(), paths)
    },
    startAgain: (more) =>
      new Promise((done) => {
        const again = ['--import', register, ...argumentsFor(home, more)]
        const second = spawn(process.execPath, again, { cwd: root, stdio: 'inherit', env: surroundings })
        second.once('exit', (code) => done(code))
      }),
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        child.disconnect()
        await ended
      }
      await display.close().catch(() => {})
    },
  }
}

async function startElectron(home: string, options: DesktopOptions): Promise<DesktopApp> {
  const { args = [], locale = 'en-US', env } = options
  const executablePath = findElectron()!
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const words = [...noSandbox, ...argumentsFor(home, args), `--lang=${locale}`]
  const app = await _electron.launch({ executablePath, args: words, cwd: root, env: environment(home, env) })
  const child = app.process()
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  const complaints: string[] = []
  app.on('window', (page) => void watchComplaints(page, complaints))
  return {
    home,
    library: join(home, 'library'),
    process: child,
    complaints,
    ended,
    page: async () => app.windows().find((page) => !page.isClosed()) ?? app.firstWindow(),
    evaluate: (work, argument) => app.evaluate(work as never, argument) as never,
    enginePid: () => childOf(child.pid!, 'engine.js'),
    drop: async (paths) => dropFiles(await app.firstWindow(), paths),
    startAgain: (more) =>
      new Promise((done) => {
        const second = spawn(executablePath, [...noSandbox, ...argumentsFor(home, more)], {
          cwd: root,
          stdio: 'inherit',
          env: environment(home, env),
        })
        second.once('exit', (code) => done(code))
      }),
    close: () => app.close(),
  }
}

/** Drops files or folders the way a file manager does: real drag events with real paths. */
async function dropFiles(page: Page, paths: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const)
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  }
  await session.detach()
}
