// Looks for newer versions: at the start and once a day, unless the person turned it off; downloads none while
// anything trains, and installs none without asking. Without Electron; update-source.ts is what really updates.
import type { Logger } from '../../app/types'
import type { UpdateSettings } from './update-settings'
import { isCheckDue, type UpdateWay } from './update-way'

export interface UpdateSource {
  /** @returns the newer version, or null where this one is the newest */
  check(): Promise<string | null>
  /** Downloads and verifies what was found. @throws NotGenuineError where it is not what was announced */
  download(signal: AbortSignal): Promise<void>
  /** Ends the program, installs, and starts it again. */
  install(): void
}

/** What is said to the person. */
export interface UpdateDialogs {
  /** @returns whether to restart now */
  ready(version: string): Promise<boolean>
  /** Names the version and how to get it. */
  tell(version: string): Promise<void>
  newest(): Promise<void>
  failed(): Promise<void>
  notGenuine(version: string): Promise<void>
}

/** Whether anything trains. */
export interface Busy {
  readonly now: boolean
  /** @returns how to stop listening */
  onChange(listener: () => void): () => void
}

export interface UpdateParts {
  way: UpdateWay
  /** Made when it is first needed, so that the start does not wait for it. */
  source(): Promise<UpdateSource>
  dialogs: UpdateDialogs
  busy: Busy
  settings: UpdateSettings
  log: Logger
  isNotGenuine(thrown: unknown): boolean
  now?(): Date
}

/** How often it is looked whether a day has passed: a timer of a day does not run while a laptop sleeps. */
const LOOK_MS = 3600_000

export class Updates {
  readonly #parts: UpdateParts
  #timer: NodeJS.Timeout | null = null
  #looking: Promise<void> | null = null
  /** The person waits for what comes of it. */
  #asked = false

  constructor(parts: UpdateParts) {
    this.#parts = parts
  }

  get possible(): boolean {
    return this.#parts.way !== 'none'
  }

  get automatic(): boolean {
    return this.#parts.settings.automatic
  }

  /** Looks now, and from now on once a day. */
  start(): void {
    if (!this.possible || this.#timer !== null) return
    this.#timer = setInterval(() => this.#lookIfDue(), LOOK_MS)
    this.#timer.unref()
    if (this.automatic) void this.#look(false)
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  async setAutomatic(automatic: boolean): Promise<void> {
    await this.#parts.settings.change({ automatic })
    if (automatic) this.#lookIfDue()
  }

  /** The person asks: an answer is given in any case. */
  async checkNow(): Promise<void> {
    if (this.possible) await this.#look(true)
  }

  #lookIfDue(): void {
    const { settings, now = () => new Date() } = this.#parts
    if (this.automatic && isCheckDue(settings.checked, now())) void this.#look(false)
  }

  /** One at a time: a second request joins the first, and has its answer too. */
  #look(asked: boolean): Promise<void> {
    this.#asked ||= asked
    this.#looking ??= this.#find().finally(() => {
      this.#looking = null
      this.#asked = false
    })
    return this.#looking
  }

  async #find(): Promise<void> {
    const { dialogs, settings, log, way, now = () => new Date() } = this.#parts
    let version: string | null
    let source: UpdateSource
    try {
      source = await this.#parts.source()
      version = await source.check()
      await settings.change({ checked: now().toISOString() })
    } catch (thrown) {
      // No network is no news.
      log.warn(`Looking for a newer version failed: ${(thrown as Error).message}`)
      if (this.#asked) await dialogs.failed()
      return
    }
    if (version === null) {
      if (this.#asked) await dialogs.newest()
    } else if (way === 'tell') {
      if (this.#asked || settings.told !== version) {
        await settings.change({ told: version })
        await dialogs.tell(version)
      }
    } else await this.#update(source, version)
  }

  async #update(source: UpdateSource, version: string): Promise<void> {
    const { dialogs, log, isNotGenuine } = this.#parts
    try {
      await this.#download(source)
      await this.#idle()
      if (!(await dialogs.ready(version))) return
      // A run may have begun while the question stood.
      await this.#idle()
      source.install()
    } catch (thrown) {
      log.error(`Updating to ${version} failed: ${(thrown as Error).message}`)
      if (isNotGenuine(thrown)) await dialogs.notGenuine(version)
      else if (this.#asked) await dialogs.failed()
    }
  }

  /** Begins again when a run that interrupted it has ended. */
  async #download(source: UpdateSource): Promise<void> {
    const { busy } = this.#parts
    for (;;) {
      await this.#idle()
      const stop = new AbortController()
      const forget = busy.onChange(() => busy.now && stop.abort())
      try {
        await source.download(stop.signal)
        return
      } catch (thrown) {
        if (!stop.signal.aborted) throw thrown
      } finally {
        forget()
      }
    }
  }

  async #idle(): Promise<void> {
    const { busy } = this.#parts
    while (busy.now) {
      await new Promise<void>((done) => {
        const forget = busy.onChange(() => {
          forget()
          done()
        })
      })
    }
  }
}
