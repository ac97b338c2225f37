// `ipcMain`: listeners and handlers by channel; what crosses is cloned on the way.
import { EventEmitter } from 'node:events'
import type { WebContents } from './window'

type Handler = (event: object, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.#handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** As the page's `invoke` is answered: only the message of what was thrown gets back. */
  async invoke(channel: string, event: object, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) {
      throw new Error(
        `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`,
      )
    }
    try {
      return structuredClone(await handler(event, ...args))
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
    }
  }
}

export const ipcMain = new IpcMain()

/** The sender as a listener sees it: no frame where the document that sent has gone since. */
export const senderOf = (sender: WebContents, document: string): object => ({
  sender,
  senderFrame: document === sender.document ? sender.mainFrame : null,
  processId: 1,
  frameId: 1,
})
