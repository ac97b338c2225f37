// A Python with the packages that a parity test compares against, in one virtual environment for all of them.
// Tests without it skip and say why: `describe.skipIf(python === null)`.
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { promisify } from 'node:util'

const exec = promisify(execFile)

const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url))
const venv = join(cache, 'parity-venv')
const lock = join(cache, 'parity-venv.lock')
const venvPython =
  process.platform === 'win32' ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python')

const CHECK = 'import sys, importlib.metadata as m; [m.version(p) for p in sys.argv[1:]]'

/** Names of distributions as pip knows them ("scikit-learn"), not of modules. */
async function has(python: string, packages: readonly string[]): Promise<boolean> {
  try {
    await exec(python, ['-c', CHECK, ...packages])
    return true
  } catch {
    return false
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** One at a time over all test processes: a folder is made by exactly one; that of a dead process is taken over. */
async function locked<T>(work: () => Promise<T>): Promise<T> {
  await mkdir(cache, { recursive: true })
  for (let waited = 0; ; waited += 250) {
    try {
      await mkdir(lock)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => ''))
    // Without a pid the owner has only just made the folder, or died in that instant.
    if (owner > 0 ? !alive(owner) : waited > 5000) await rm(lock, { recursive: true, force: true })
    if (waited > 280_000) throw new Error('another test process has been installing packages for too long')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  try {
    await writeFile(join(lock, 'pid'), String(process.pid))
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

async function install(packages: readonly string[], alone: readonly string[]): Promise<void> {
  if (await has(venvPython, packages)) return
  if (!(await has(venvPython, ['pip']))) {
    await rm(venv, { recursive: true, force: true })
    await exec('python3', ['-m', 'venv', venv])
  }
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:']
  const together = packages.filter((one) => !alone.includes(one))
  await exec(venvPython, [...pip, ...together], { timeout: 270_000 })
  if (alone.length > 0) await exec(venvPython, [...pip, '--no-deps', ...alone], { timeout: 270_000 })
}

/**
 * A Python that has these packages: the system's if it has them, else one set up under node_modules/.cache.
 *
 * @param packages names as pip knows them
 * @param alone those that are installed without what they ask for, as it is there under another name
 * @returns path of the interpreter, or null with the reason printed (no Python, no network): skip then
 */
export async function pythonWith(
  packages: readonly string[],
  alone: readonly string[] = [],
): Promise<string | null> {
  if (await has('python3', packages)) return 'python3'
  if (await has(venvPython, packages)) return venvPython
  try {
    await locked(() => install(packages, alone))
    return venvPython
  } catch (thrown) {
    const error = thrown as Error & { stderr?: string; code?: unknown }
    const reason = error.code === 'ENOENT' ? 'there is no python3' : (error.stderr || error.message).trim()
    console.warn(`SKIPPED: no Python with ${packages.join(', ')}: ${reason.split('\n').slice(-3).join(' ')}`)
    return null
  }
}

/**
 * Runs a program text in Python with `input` as JSON on stdin.
 * @returns what it printed, parsed as JSON
 */
export async function askPython<T>(python: string, program: string, input: unknown): Promise<T> {
  const running = exec(python, ['-c', program], { maxBuffer: 256 * 1024 * 1024 })
  running.child.stdin?.end(JSON.stringify(input))
  return JSON.parse((await running).stdout) as T
}
