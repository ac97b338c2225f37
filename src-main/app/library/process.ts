// Which process a pid means: pids are used again, so a pid alone does not name a process.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { ifThere } from './files'

const run = promisify(execFile)

/** Said of a process that lives but whose start time cannot be found out. */
const UNKNOWN = 'unknown'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    // EPERM: it is there, and it is somebody else's.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Boot and start tick from /proc; null if the process has ended (a zombie has). */
async function onLinux(pid: number): Promise<string | null> {
  const line = await ifThere(readFile(`/proc/${pid}/stat`, 'utf8')).catch(() => null)
  if (line === null) return null
  // The second field is the program's name in parentheses, and may itself hold anything.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot.trim()}:${fields[19]}`
}

async function ask(command: string, args: string[]): Promise<string> {
  const answer = await run(command, args, {
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    timeout: 15_000,
    windowsHide: true,
  }).catch(() => null)
  return answer?.stdout.trim() ?? ''
}

/** Where the system tells a start as a time, it is kept so, in ms since 1970. */
const startAt = (ms: number): string => (Number.isFinite(ms) ? `at:${Math.round(ms)}` : UNKNOWN)

/** From `ps -o lstart=` in UTC: "Sun Nov 22 09:22:23 2026". */
export const startFromPs = (text: string): string => startAt(text === '' ? NaN : Date.parse(`${text} UTC`))

/** From a Windows file time: units of 100 ns since 1601. */
export const startFromFileTime = (text: string): string =>
  startAt(/^\d+$/.test(text) ? Number(BigInt(text) / 10_000n) - 11_644_473_600_000 : NaN)

/**
 * Names a process for good: two processes never have the same pid and the same start.
 * @param started when it started, in ms since 1970, where that is known: asking the system takes a second on Windows
 * @returns its start, in whatever form the system has; null if no such process lives
 */
export async function processStart(pid: number, started?: number): Promise<string | null> {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  if (process.platform === 'linux') return onLinux(pid)
  if (started !== undefined) return startAt(started)
  if (process.platform === 'win32') {
    const script = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`
    return startFromFileTime(
      await ask('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script]),
    )
  }
  return startFromPs(await ask('ps', ['-o', 'lstart=', '-p', String(pid)]))
}

/** The start of this very process. */
export const ownStart = async (): Promise<string> =>
  (await processStart(process.pid, performance.timeOrigin)) ?? UNKNOWN

/** Two clocks that told the start of one process differ by less than this, in ms. */
const TOLERANCE = 5000

/** Are these two starts of one process? In doubt, yes. */
export function sameStart(a: string, b: string): boolean {
  if (a === b || a === UNKNOWN || b === UNKNOWN) return true
  const [first, second] = [a, b].map((one) => (one.startsWith('at:') ? Number(one.slice(3)) : NaN))
  return Math.abs(first! - second!) < TOLERANCE
}

/** Does the process that had this pid and start still live? In doubt, yes. */
export async function stillLives(pid: number, started: string): Promise<boolean> {
  const now = await processStart(pid)
  return now !== null && sameStart(now, started)
}
