// The log that faults are written to: one file a host, kept below a few megabytes.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../../app/types'

const LIMIT_BYTES = 4 * 1024 * 1024

export interface LogFile extends Logger {
  readonly file: string
  /** A fault with its stack. */
  fault(thrown: unknown): void
}

/**
 * Appends lines with date and level. A log that cannot be written never stops the program.
 * @param folder made if missing
 * @param name file name without `.log`; the file before it is kept as `<name>.old.log`
 */
export function openLogFile(folder: string, name: string): LogFile {
  const file = join(folder, `${name}.log`)
  let usable = true
  try {
    mkdirSync(folder, { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) {
      renameSync(file, join(folder, `${name}.old.log`))
    }
  } catch {
    usable = false
  }

  const write = (level: string, message: string): void => {
    if (!usable) return
    try {
      appendFileSync(file, `${new Date().toISOString()} ${level} ${message}\n`)
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
