// An app on a library of its own with the fake engine, for tests of the main side.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AppEvent, RunSummary } from '../../src-main/contract'
import { openApp } from '../../src-main/app/open'
import type { App, AppOptions, Logger } from '../../src-main/app/types'

export const fakeEngine = resolve(import.meta.dirname, 'fake-engine.mjs')

export interface MemoryLog extends Logger {
  readonly lines: string[]
}

export function memoryLog(): MemoryLog {
  const lines: string[] = []
  return {
    lines,
    info: (message) => void lines.push(`info ${message}`),
    warn: (message) => void lines.push(`warn ${message}`),
    error: (message) => void lines.push(`error ${message}`),
  }
}

/** Folders and apps that a test made, taken down again in the right order. */
export class Workbench {
  readonly #apps: App[] = []
  readonly #folders: string[] = []
  readonly log = memoryLog()

  async folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'cotejo-test-'))
    this.#folders.push(made)
    return made
  }

  /** @param habits how the fake engine behaves, see fake-engine.mjs */
  async open(options: Partial<AppOptions> & { library: string }, habits = ''): Promise<App> {
    const app = await openApp(
      {
        packs: join(options.library, 'packs'),
        host: 'cli',
        engine: { node: process.execPath, program: fakeEngine, env: { FAKE_ENGINE: habits } },
        log: this.log,
        ...options,
      },
      { ahead: 0, close: 1500, cancel: 500, stopEngine: { ask: 300, terminate: 300 } },
    )
    this.#apps.push(app)
    return app
  }

  /** A folder with `count` files in each class; their content is no picture, and the fake engine does not look. */
  async pictures(classes = ['cat', 'dog'], count = 8): Promise<string> {
    const root = join(await this.folder(), 'Gatos y Perros')
    for (const name of classes) {
      await mkdir(join(root, name), { recursive: true })
      for (let at = 0; at < count; at++) await writeFile(join(root, name, `${at}.jpg`), `${name} ${at}`)
    }
    return root
  }

  async close(): Promise<void> {
    for (const app of this.#apps.splice(0)) await app.close()
    for (const folder of this.#folders.splice(0)) await rm(folder, { recursive: true, force: true })
  }
}

/** Resolves with the first event that passes. Start to wait before causing it. */
export function eventWhere<T extends AppEvent>(app: App, test: (event: AppEvent) => event is T): Promise<T>
export function eventWhere(app: App, test: (event: AppEvent) => boolean): Promise<AppEvent>
export function eventWhere(app: App, test: (event: AppEvent) => boolean): Promise<AppEvent> {
  return new Promise((resolve) => {
    const stop = app.listen((event) => {
      if (!test(event)) return
      stop()
      resolve(event)
    })
  })
}

const ended: readonly RunSummary['status'][] = ['done', 'cancelled', 'failed', 'crashed']

/** Resolves when the run has ended and app has said so. */
export async function runEnded(app: App, run: string): Promise<RunSummary> {
  const told = eventWhere(
    app,
    (event): event is Extract<AppEvent, { event: 'run.changed' }> =>
      event.event === 'run.changed' && event.summary.run === run && ended.includes(event.summary.status),
  )
  const { summary } = await app.call('runs.get', { run })
  return ended.includes(summary.status) ? summary : (await told).summary
}

/** A small plan for the fake engine. */
export const planOf = (epochs: number) => ({ phases: [{ epochs }] })
