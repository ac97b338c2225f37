// The log of a host: one file for each in the folder of logs, with the one before it; never more than a few megabytes.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../../app/types'

const LIMIT_BYTES = 4 * 1024 * 1024
/** One message can be a stack with half a model in it. */
const LONGEST = 16_384

export interface LogFile extends Logger {
  readonly file: string
  /** A fault with its stack. */
  fault(thrown: unknown): void
}

/**
 * Appends lines with date and level. A log that cannot be written never stops the program.
 * @param folder made if missing
 * @param name file name without `.log`; the file before it is kept as `<name>.old.log`
 * @param limit bytes at which a new file begins
 */
export function openLogFile(folder: string, name: string, limit = LIMIT_BYTES): LogFile {
  const file = join(folder, `${name}.log`)
  let usable = true
  let bytes = 0
  try {
    mkdirSync(folder, { recursive: true })
    bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  } catch {
    usable = false
  }

  const write = (level: string, message: string): void => {
    if (!usable) return
    const line = `${new Date().toISOString()} ${level} ${message.slice(0, LONGEST)}\n`
    try {
      if (bytes > 0 && bytes + line.length > limit) {
        renameSync(file, join(folder, `${name}.old.log`))
        bytes = 0
      }
      appendFileSync(file, line)
      bytes += Buffer.byteLength(line)
    } catch {
      usable = false
    }
  }
  return {
    file,
    info: (message) => write('info', message),
    warn: (message) => write('warn', message),
    error: (message) => write('error', message),
    fault: (thrown) =>
      write('fault', thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)),
  }
}
