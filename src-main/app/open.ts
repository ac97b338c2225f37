// Opens app on a library: puts the services together, and takes them apart again at close.
import { setTimeout as wait } from 'node:timers/promises'
import { DatasetStore } from './data/store'
import { Importer } from './data/import'
import { EngineClient, type EngineEvent } from './engine-client/client'
import type { StopLimits } from './engine-client/process'
import { asUserError, describe } from './errors'
import { Listeners } from './events'
import { Downloads } from './exports'
import { createHandlers } from './handlers'
import { openLibrary } from './library/open'
import { hostLogOnly, openLog } from './log'
import { Router } from './router'
import { RunQueue } from './runs/queue'
import { readQueue, type WaitingRun } from './runs/queue-file'
import { readAhead } from './runs/read-ahead'
import { endLostRuns } from './runs/recover'
import { RunStore } from './runs/store'
import type { App, AppOptions } from './types'
import { UploadStore } from './uploads/store'

export interface AppLimits {
  /** How long after opening the engine is started for what the user will ask first, in ms. */
  readonly ahead: number
  /** How long calls and the run in progress may take to end when the program closes, in ms. */
  readonly close: number
  /** How long a hanging engine may leave a cancel unanswered before it is ended, in ms. */
  readonly cancel: number
  readonly stopEngine: StopLimits
}

export const appLimits: AppLimits = {
  ahead: 100,
  close: 8000,
  cancel: 60_000,
  stopEngine: { ask: 3000, terminate: 2000 },
}

/**
 * Opens a library, making it where it is missing.
 * @param limits how patient it is; tests are less so
 * @throws UserError `library-in-use`, `library-newer`, `no-permission`, `disk-full`, …
 */
export async function openApp(options: AppOptions, limits: AppLimits = appLimits): Promise<App> {
  try {
    return await open(options, limits)
  } catch (thrown) {
    throw asUserError(thrown)
  }
}

async function open(options: AppOptions, limits: AppLimits): Promise<App> {
  const library = await openLibrary(options, options.log)
  const log = library.lock === null ? hostLogOnly(options.log) : openLog(library.paths.logs, options.log)
  const listeners = new Listeners(log)
  let backend: string | null = null

  const datasets = new DatasetStore(library, log)
  const runs = new RunStore(library, log)
  const uploads = new UploadStore(library.paths, () => library.checkWritable())
  const downloads = new Downloads(library)
  const engine = new EngineClient({
    launcher: options.engine,
    stopLimits: limits.stopEngine,
    log,
    onEvent: heard,
    onProcess: (pid) => {
      void library.lock?.setEngine(pid).catch((thrown) => log.warn(`lock.json: ${describe(thrown)}`))
    },
    onCrash: (reason) => listeners.emit({ event: 'engine.crashed', run: queue.active, reason }),
  })
  const queue = new RunQueue({
    engine,
    runs,
    datasets,
    packs: options.packs,
    paths: library.paths,
    emit: listeners.emit,
    log,
    cancelLimit: limits.cancel,
  })
  runs.activity = library.lock === null ? otherActivity : queue.activity
  const importer = new Importer(library, engine, uploads)

  function heard(event: EngineEvent): void {
    if (event.event === 'record') return queue.record(event.run, event.record)
    backend = event.backend
    listeners.emit({ event: 'engine.ready', backend: event.backend, device: event.device })
  }

  /** For a reader: what the process that has the lock is doing, as far as the files say. */
  async function otherActivity(id: string) {
    if ((await readQueue(library.paths.queue, log)).some(({ run }) => run === id)) return 'queued'
    const digest = await runs.digest(id)
    if (digest.end !== null || !(await library.hasOtherWriter())) return 'none'
    return digest.start === null ? 'queued' : 'active'
  }

  /** What still waits of the queue of last time: a run that was deleted by hand waits no more. */
  async function stillWaiting(): Promise<WaitingRun[]> {
    const there = new Set(await runs.ids())
    return (await readQueue(library.paths.queue, log)).filter(({ run }) => there.has(run))
  }

  if (library.lock !== null) {
    const waiting = await stillWaiting()
    queue.restore(waiting)
    await endLostRuns(runs, new Set(waiting.map(({ run }) => run)), log)
  }

  const handlers = createHandlers({
    options,
    library,
    engine,
    datasets,
    importer,
    uploads,
    runs,
    queue,
    downloads,
    emit: listeners.emit,
    log,
    backend: () => backend,
  })
  const router = new Router(handlers, log)
  const compare = (ids: string[], signal: AbortSignal) => router.call('compare', { runs: ids }, { signal })
  const readingAhead = options.host === 'cli' ? null : readAhead({ engine, runs, log, compare }, limits.ahead)

  let closing: Promise<void> | null = null
  async function close(): Promise<void> {
    readingAhead?.stop()
    const ended = Promise.all([router.close(), queue.close()])
    // Work that does not end when it is cancelled ends with the engine.
    await Promise.race([ended, wait(limits.close, undefined, { ref: false })])
    await engine.close()
    await ended
    await queue.settled()
    await uploads.close()
    await downloads.close()
    listeners.clear()
    await log.flush()
    await library.lock?.release()
  }

  return {
    call: (name, params, context) => router.call(name, params, context) as never,
    listen: (listener) => listeners.add(listener),
    uploads,
    downloadFolder: (token) => downloads.folder(token),
    close: () => (closing ??= close()),
  }
}
