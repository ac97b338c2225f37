// Who asks that something be opened: this start's command line, a second start, the Finder. What comes before the
// window is there waits for it.
import { app } from 'electron'
import { z } from 'zod'
import { pathsAmong } from './documents'

/** What a second start tells the first: its arguments as they are, which Chromium's own list of them is not. */
const secondStart = z.object({
  argv: z.array(z.string().max(8192)).max(100),
  cwd: z.string().max(4096),
})

/** Arguments before the user's: Electron itself, and, where it is not packaged, the app's folder. */
const ownArguments = (): number => (app.isPackaged ? 1 : 2)

export class Requests {
  #waiting: string[] = []
  #open: ((paths: string[]) => void) | null = null

  /** No path at all only brings the window forward. */
  add(paths: readonly string[]): void {
    if (this.#open !== null) this.#open([...paths])
    else this.#waiting.push(...paths)
  }

  serve(open: (paths: string[]) => void): void {
    this.#open = open
    const waiting = this.#waiting.splice(0)
    if (waiting.length > 0) open(waiting)
  }
}

/** @returns false in a second start, which has told the first one and has nothing more to do */
export function claimSingleInstance(requests: Requests): boolean {
  const mine = { argv: process.argv.slice(0, 100), cwd: process.cwd() }
  if (!app.requestSingleInstanceLock(mine)) return false
  requests.add(pathsAmong(mine.argv, ownArguments(), mine.cwd))
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    const told = secondStart.safeParse(data)
    requests.add(told.success ? pathsAmong(told.data.argv, ownArguments(), told.data.cwd) : [])
  })
  // macOS hands documents over so; it may do so before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    requests.add([path])
  })
  return true
}
