// Asks before the window closes over a run: it can go on in the background, or stop at its last whole epoch.
import { app, dialog, powerMonitor, type BrowserWindow } from 'electron'
import type { Activity } from './activity'
import type { Language } from './texts'
import type { Unfinished } from './unfinished'

const ANSWERS = ['background', 'stop', 'cancel'] as const

export function askBeforeQuitting(
  window: BrowserWindow,
  activity: Activity,
  unfinished: Unfinished,
  language: Language,
): void {
  let mayClose = false
  let asking = false

  const leave = (): void => {
    mayClose = true
    // Runs that end from now on end because of this.
    unfinished.freeze()
  }
  // The system shuts down: nobody can be asked, and it does not wait for long.
  powerMonitor.on('shutdown', () => {
    leave()
    app.quit()
  })
  window.on('session-end', leave)

  async function ask(): Promise<void> {
    const { quit } = language.texts
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: quit.title,
      detail: quit.detail,
      buttons: ANSWERS.map((answer) => quit[answer]),
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
    const answer = ANSWERS[response]
    if (window.isDestroyed()) return
    if (answer === 'background') window.minimize()
    if (answer === 'stop') {
      leave()
      app.quit()
    }
  }

  window.on('close', (event) => {
    if (mayClose || !activity.inProgress) return leave()
    event.preventDefault()
    if (asking) return
    asking = true
    void ask().finally(() => (asking = false))
  })
}
