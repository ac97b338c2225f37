// Whether a run is in progress: keeps the machine awake, and asks before the window closes over it.
import { dialog, powerSaveBlocker, type BrowserWindow } from 'electron'
import type { App } from '../../app/types'
import type { RunStatus } from '../../contract'
import type { Texts } from './texts'

const BUSY: readonly RunStatus[] = ['queued', 'running', 'paused']

export class Activity {
  private readonly busy = new Set<string>()
  private blocker: number | null = null

  constructor(app: App) {
    app.listen((event) => {
      if (event.event === 'run.changed') this.note(event.summary.run, BUSY.includes(event.summary.status))
      else if (event.event === 'run.removed') this.note(event.run, false)
    })
  }

  /** Asks the person; a window that is to go on training stays open. */
  guard(window: BrowserWindow, texts: Texts): void {
    window.on('close', (event) => {
      if (this.busy.size === 0) return
      const answer = dialog.showMessageBoxSync(window, {
        type: 'question',
        message: texts.quitTitle,
        detail: texts.quitDetail,
        buttons: [texts.keep, texts.quit],
        defaultId: 0,
        cancelId: 0,
      })
      if (answer === 0) event.preventDefault()
    })
  }

  private note(run: string, busy: boolean): void {
    if (busy) this.busy.add(run)
    else this.busy.delete(run)
    if (this.busy.size > 0) this.blocker ??= powerSaveBlocker.start('prevent-app-suspension')
    else if (this.blocker !== null) {
      powerSaveBlocker.stop(this.blocker)
      this.blocker = null
    }
  }
}
