// Opens app for a host that runs on plain Node: this Node runs the engine too.
import { join } from 'node:path'
import { openApp } from '../../app/open'
import type { App, AppOptions } from '../../app/types'
import { openLogFile, type LogFile } from './log-file'
import { places } from './places'

export interface HostApp {
  app: App
  log: LogFile
}

export interface HostOptions {
  host: AppOptions['host']
  /** The platform's own where it is left out. */
  library?: string
  /** Folder of the built programs. */
  out: string
  readOnly?: boolean
  /** A Node executable; the running one where it is left out. */
  node?: string
}

export async function openHostApp(options: HostOptions): Promise<HostApp> {
  const place = places()
  const log = openLogFile(place.logs, options.host)
  const app = await openApp({
    library: options.library ?? place.library,
    packs: place.packs,
    host: options.host,
    engine: { node: options.node ?? process.execPath, program: join(options.out, 'engine.js') },
    log,
    logFile: log.file,
    ...(options.readOnly ? { readOnly: true } : {}),
  })
  return { app, log }
}
