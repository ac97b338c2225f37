// The log on disk: `<library>/logs/cotejo.log`, with the two before it kept as cotejo.1.log and cotejo.2.log.
import { appendFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere, makeFolder } from './library/files'
import type { Logger } from './types'

const LARGEST = 2 * 1024 * 1024
const KEPT = 2

export interface FileLog extends Logger {
  /** Into the file alone, not to the host's log. */
  file(message: string): void
  /** Resolves when all that was said before is on disk. */
  flush(): Promise<void>
}

/** A log that goes to `host` and into a file. Logging never fails: what cannot be written is dropped. */
export function openLog(folder: string, host: Logger, largest = LARGEST): FileLog {
  const path = (number: number) => join(folder, number === 0 ? 'cotejo.log' : `cotejo.${number}.log`)
  let waiting: string[] = []
  let writing: Promise<void> | null = null

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const text = waiting.join('')
      waiting = []
      await makeFolder(folder)
      const size = (await ifThere(stat(path(0))))?.size ?? 0
      if (size > 0 && size + text.length > largest) {
        for (let number = KEPT; number > 0; number--) {
          await ifThere(rename(path(number - 1), path(number)))
        }
      }
      await appendFile(path(0), text)
    }
  }

  function add(level: string, message: string): void {
    waiting.push(`${new Date().toISOString()} ${level.padEnd(5)} ${message}\n`)
    if (waiting.length > 10_000) waiting.splice(0, waiting.length - 10_000)
    start()
  }

  function start(): void {
    writing ??= write()
      .catch(() => {
        waiting = []
      })
      .finally(() => {
        writing = null
        if (waiting.length > 0) start()
      })
  }

  return {
    info(message) {
      host.info(message)
      add('info', message)
    },
    warn(message) {
      host.warn(message)
      add('warn', message)
    },
    error(message) {
      host.error(message)
      add('error', message)
    },
    file: (message) => add('info', message),
    async flush() {
      while (writing !== null) await writing
    },
  }
}

/** For a library opened for reading only: nothing is written. */
export const hostLogOnly = (host: Logger): FileLog => ({
  info: (message) => host.info(message),
  warn: (message) => host.warn(message),
  error: (message) => host.error(message),
  file: () => {},
  flush: async () => {},
})
