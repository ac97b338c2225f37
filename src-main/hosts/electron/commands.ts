// What the main side asks of the page. A page that is not there yet (or loads again) gets it when it says it is ready.
import type { WebContents } from 'electron'
import { shellCommand, type ShellCommand } from '../../contract'
import { CHANNELS } from './channels'

const MOST_WAITING = 20

export class Commands {
  #ready = false
  #waiting: ShellCommand[] = []

  constructor(private readonly contents: WebContents) {
    contents.on('did-start-navigation', (event) => {
      if (event.isMainFrame && !event.isSameDocument) this.#ready = false
    })
  }

  send(command: ShellCommand): void {
    const checked = shellCommand.parse(command)
    if (this.#ready && !this.contents.isDestroyed()) this.contents.send(CHANNELS.command, checked)
    else this.#waiting = [...this.#waiting, checked].slice(-MOST_WAITING)
  }

  /** The page listens from now on. */
  ready(): void {
    this.#ready = true
    for (const command of this.#waiting.splice(0)) this.send(command)
  }
}
