// What the system shows of runs outside of the window: a bar in the taskbar or dock, a notification at the end, and
// no sleep in between.
import { Notification, powerSaveBlocker, type BrowserWindow } from 'electron'
import type { App } from '../../app/types'
import type { RunSummary } from '../../contract'
import type { Commands } from './commands'
import { RunsInProgress } from './runs-in-progress'
import { fill, type Language } from './texts'
import type { Unfinished } from './unfinished'
import { bringForward } from './window'

export interface ActivityParts {
  app: App
  window: BrowserWindow
  commands: Commands
  language: Language
  unfinished: Unfinished
}

export class Activity {
  readonly #parts: ActivityParts
  readonly #runs = new RunsInProgress()
  #blocker: number | null = null
  /** Without a reference a notification is collected, and with it its click. */
  readonly #notifications = new Set<Notification>()

  constructor(parts: ActivityParts) {
    this.#parts = parts
    parts.app.listen((event) => {
      const ended = this.#runs.hear(event)
      if (event.event === 'run.changed' || event.event === 'run.removed')
        parts.unfinished.keep(this.#runs.busy)
      if (['run.changed', 'run.removed', 'run.stage'].includes(event.event)) this.#show()
      if (ended) this.#notify(ended)
    })
  }

  get inProgress(): boolean {
    return this.#runs.busy.length > 0
  }

  #show(): void {
    const { window } = this.#parts
    if (!window.isDestroyed()) {
      const { value, mode } = this.#runs.progress
      window.setProgressBar(value, { mode })
    }
    if (this.#runs.computes) this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker)
      this.#blocker = null
    }
  }

  /** Only for who does not see it anyway. What the person cancelled is no news. */
  #notify({ run, name, status, testAccuracy, reason }: RunSummary): void {
    const { window, language, commands } = this.#parts
    if (window.isDestroyed() || window.isFocused() || status === 'cancelled') return
    if (!Notification.isSupported()) return
    const { ended } = language.texts
    const title = status === 'done' ? ended.done : status === 'failed' ? ended.failed : ended.stopped
    const accuracy =
      testAccuracy === null
        ? null
        : testAccuracy.toLocaleString(language.name, { style: 'percent', maximumFractionDigits: 1 })
    const body = status === 'done' ? accuracy && fill(ended.doneBody, { accuracy }) : reason
    const notification = new Notification({
      title: fill(title, { name: name.slice(0, 100) }),
      body: (body ?? '').slice(0, 300),
    })
    this.#notifications.add(notification)
    const forget = (): void => void this.#notifications.delete(notification)
    notification.on('close', forget)
    notification.on('click', () => {
      forget()
      bringForward(window)
      commands.send({ command: 'show-run', run })
    })
    notification.show()
  }
}
