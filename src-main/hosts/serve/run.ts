// Serves a library until it is told to stop: what `cotejo serve` and the program `serve` do.
import { join } from 'node:path'
import { openHostApp } from '../shared/open-host'
import { isLoopback } from './guard'
import { openBrowser } from './open-browser'
import { serve, type Serving } from './server'

export interface RunServeOptions {
  library?: string
  host?: string
  port?: number
  /** Folder of the built programs (`out/main`). */
  out: string
  /** Open the address in the user's browser. */
  open?: boolean
  /** Told once, when the address can be opened. */
  ready: (serving: Serving) => void
  warn: (text: string) => void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The one line that says where the app is. */
export const readyLine = ({ address }: Serving): string => `Cotejo is at ${address} (Ctrl-C ends it)`

/** @returns when a signal has ended it and all is closed */
export async function runServe(options: RunServeOptions): Promise<void> {
  const { app, log } = await openHostApp({ host: 'serve', library: options.library, out: options.out })
  try {
    const renderer = join(options.out, '..', 'renderer')
    const serving = await serve(app, { host: options.host, port: options.port, renderer, log })
    const stopped = untilSignal()
    options.ready(serving)
    if (!isLoopback(serving.host)) {
      options.warn(
        'Whoever has this address can use this machine through it, and the connection is not encrypted. ' +
          'An SSH tunnel to a server on 127.0.0.1 is the safer way.',
      )
    }
    if (options.open) openBrowser(serving.address)
    await stopped
    await serving.close()
  } finally {
    await app.close()
  }
}

/** A second signal ends the program at once. */
function untilSignal(): Promise<void> {
  return new Promise((done) => {
    let told = false
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (told) process.exit(130)
        told = true
        done()
      })
    }
  })
}
