// Says why an engine process ended.
import { UserError } from '../../contract'

export interface EngineExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** It was asked to stop. */
  readonly expected: boolean
  /** The last lines that it printed to stderr. */
  readonly lines: readonly string[]
  /** It could not be started at all, and why. */
  readonly startError?: string
}

/** Node prints these around an uncaught error; the line with the error itself says more. */
const noise = /^(\s+at |node:|Node\.js v|\s*\^|throw |#|<---)/

const telling = (lines: readonly string[]): string | undefined =>
  lines.findLast((line) => /error|fatal|failed|cannot/i.test(line) && !noise.test(line)) ??
  lines.findLast((line) => !noise.test(line))

const outOfMemory = (exit: EngineExit): boolean =>
  exit.signal === 'SIGKILL' ||
  exit.code === 137 ||
  exit.lines.some((line) => /out of memory|bad_alloc/i.test(line))

/** One sentence: how it ended, and the most telling line that it printed. */
export function exitReason(exit: EngineExit): string {
  if (exit.startError !== undefined) return `The engine could not be started: ${exit.startError}.`
  const how =
    exit.signal !== null ? `by the signal ${exit.signal}` : `with the exit status ${exit.code ?? 'unknown'}`
  const line = telling(exit.lines)
  return `The engine stopped ${how}${line === undefined ? '' : `: ${line.trim().slice(0, 300)}`}.`.replace(
    /\.\.$/,
    '.',
  )
}

/** What calls that were waiting for that engine are answered with. */
export function engineStopped(exit: EngineExit): UserError {
  const detail: Record<string, string | number> = { reason: exitReason(exit) }
  if (exit.code !== null) detail.exitCode = exit.code
  if (exit.signal !== null) detail.signal = exit.signal
  return new UserError('engine-stopped', exitReason(exit), {
    detail,
    hint:
      exit.startError !== undefined
        ? 'Install Cotejo anew; the log has the details.'
        : outOfMemory(exit)
          ? 'The machine may have run out of memory: try smaller images or a smaller batch.'
          : 'The next call starts a new engine. The log has the details.',
  })
}
