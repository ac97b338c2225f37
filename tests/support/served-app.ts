// The built app as a user meets it in a browser: `cotejo serve` as a process of its own on a library of its own, and
// a page in real Chromium that remembers everything it complained about.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { watchComplaints } from './complaints'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const root = resolve(import.meta.dirname, '../..')
/** The build under test. */
export const out = resolve(root, process.env.COTEJO_OUT ?? 'out')

const candidates = [
  process.env.COTEJO_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser to test with, or null: then browser tests skip, and say so. */
export function findChromium(): string | null {
  const found = candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
  if (!found) console.warn('Skipped: no Chromium was found (COTEJO_CHROMIUM names one).')
  return found
}

export interface ServedApp {
  readonly address: string
  readonly library: string
  readonly process: ChildProcess
  /** Process id of the engine that this host started, once there is one. */
  enginePid(): Promise<number>
  close(): Promise<void>
}

/**
 * Starts `cotejo serve` and waits for its address.
 * @param fill writes what is to be in the library before it is opened
 */
export async function startServed(
  env: Record<string, string> = {},
  fill?: (library: string) => Promise<unknown>,
): Promise<ServedApp> {
  const home = await mkdtemp(join(tmpdir(), 'cotejo-e2e-'))
  const library = join(home, 'library')
  await fill?.(library)
  const child = spawn(process.execPath, [join(out, 'main/cli.js'), '--library', library, 'serve'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const address = await new Promise<string>((done, fail) => {
    let text = ''
    const read = (chunk: Buffer): void => {
      text += chunk.toString()
      const found = /http:\/\/\S+/.exec(text)
      if (found) done(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => fail(new Error(`serve ended with ${code}: ${text}`)))
  })
  return {
    address,
    library,
    process: child,
    enginePid: () => childOf(child.pid!, 'engine.js'),
    async close() {
      if (child.exitCode === null) {
        const ended = new Promise((done) => child.once('exit', done))
        child.kill('SIGTERM')
        await ended
      }
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** The child of a process whose command line has this word (from /proc: these tests run on Linux). */
export async function childOf(parent: number, word: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [stat, line] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${name}/${file}`, 'utf8').catch(() => '')),
    )
    const ppid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (ppid === parent && line.includes(word)) return Number(name)
  }
  throw new Error(`No process with “${word}” under ${parent}`)
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Console errors, uncaught exceptions and CSP violations so far. `close` throws where there are any. */
  readonly complaints: string[]
  close(): Promise<void>
}

export interface VisitOptions {
  colorScheme?: 'light' | 'dark'
  locale?: string
  width?: number
  height?: number
  /** Complaints that the test has looked at; any other one fails it when the visit ends. */
  expected?: RegExp
}

let browser: Browser | null = null

/** Opens a page. One browser serves all tests of a file; `closeBrowser` ends it. */
export async function visit(address: string, options: VisitOptions = {}): Promise<Visit> {
  const { colorScheme = 'light', locale = 'en-US', width = 1280, height = 860, expected } = options
  browser ??= await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      // A camera that shows a moving pattern; a page still has to be allowed to use it.
      '--use-fake-device-for-media-stream',
    ],
  })
  const context = await browser.newContext({
    colorScheme,
    locale,
    viewport: { width, height },
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  await watchComplaints(page, complaints)
  await page.goto(address)
  return {
    page,
    context,
    complaints,
    async close() {
      await context.close()
      // Whatever a test looks at, this fails it: no page may complain of anything.
      const unexpected = complaints.filter((one) => !expected?.test(one))
      if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`)
    },
  }
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = null
}

/** Drops files or folders on the page the way a file manager does: real drag events with real paths. */
export async function dropOnPage(page: Page, paths: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize()!
  const data = { items: [], files: paths, dragOperationsMask: 1 }
  const at = { x: width / 2, y: height / 2, data }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at })
  }
  await session.detach()
}
