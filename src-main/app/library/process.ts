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
  return answer?.stdout.trim() || UNKNOWN
}

/**
 * Names a process for good: two processes never have the same pid and the same start.
 * @returns when it started, in whatever form the system has; null if no such process lives
 */
export async function processStart(pid: number): Promise<string | null> {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  if (process.platform === 'linux') return onLinux(pid)
  if (process.platform === 'win32') {
    return ask('powershell.exe', [
      '-NoProfile',
      '-NonInteractive',
      '-Command',
      `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
    ])
  }
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
}

/** Does the process that had this pid and start still live? In doubt, yes. */
export async function stillLives(pid: number, started: string): Promise<boolean> {
  const now = await processStart(pid)
  return now !== null && (now === started || now === UNKNOWN || started === UNKNOWN)
}
