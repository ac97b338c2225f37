// electron-updater as the few things that updates.ts asks for. What is verified, and by whom: docs/releasing.md.
import electronUpdater, { type AppUpdater } from 'electron-updater'
import type { Logger } from '../../app/types'
import type { UpdateSource } from './updates'

/** electron-updater's codes for a file that is not the one which was announced, or not by whom it should be. */
const NOT_GENUINE = ['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE']

/** The downloaded file is not the one that was announced, or not signed by whom it should be. */
export class NotGenuineError extends Error {
  override readonly name = 'NotGenuineError'
}

const codeOf = (thrown: unknown): unknown => (thrown as { code?: unknown } | null)?.code

/** @param updater nothing has been asked of it yet */
export function sourceOf(updater: AppUpdater, log: Logger): UpdateSource {
  // Nothing is fetched or installed but when updates.ts says so.
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.logger = {
    info: (message: string) => log.info(`update: ${message}`),
    warn: (message: string) => log.warn(`update: ${message}`),
    error: (message: string) => log.warn(`update: ${message}`),
  }
  return {
    check: async () => {
      const found = await updater.checkForUpdates()
      return found?.isUpdateAvailable ? found.updateInfo.version : null
    },
    download: async (signal) => {
      const token = new electronUpdater.CancellationToken()
      const cancel = (): void => token.cancel()
      signal.addEventListener('abort', cancel, { once: true })
      try {
        if (signal.aborted) token.cancel()
        await updater.downloadUpdate(token)
      } catch (thrown) {
        if (NOT_GENUINE.includes(String(codeOf(thrown)))) {
          throw new NotGenuineError((thrown as Error).message, { cause: thrown })
        }
        throw thrown
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },
    install: () => updater.quitAndInstall(),
  }
}
