// A wheel through pip, where Python is there: pip knows the proxies, mirrors and certificates of its user.
import { spawn } from 'node:child_process'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Task } from '../../../task'
import { wheelName, type Wheel } from './table'

const candidates: readonly (readonly string[])[] =
  process.platform === 'win32' ? [['py', '-3'], ['python']] : [['python3'], ['python']]

/**
 * Downloads a wheel into `folder` with pip.
 * @returns the file, or null where there is no Python, no pip, or pip could not (the caller has another way)
 */
export async function pipDownload(wheel: Wheel, folder: string, task: Task): Promise<string | null> {
  const work = join(folder, 'pip')
  await rm(work, { recursive: true, force: true })
  await mkdir(join(work, 'tmp'), { recursive: true })
  // pip writes where TMPDIR says first, then moves: the growth of this folder is the progress.
  const watch = setInterval(() => {
    void folderBytes(work).then((done) =>
      task.progress({
        stage: 'download',
        done: Math.min(done, wheel.bytes),
        total: wheel.bytes,
        unit: 'bytes',
        item: wheel.file,
      }),
    )
  }, 250)
  try {
    for (const command of candidates) {
      if ((await run(command, [...pipArguments(wheel), '-d', work], work, task.signal)) !== 0) continue
      const found = (await readdir(work)).find((name) => name === wheel.file)
      if (found) return join(work, found)
    }
    return null
  } finally {
    clearInterval(watch)
    await rm(join(work, 'tmp'), { recursive: true, force: true })
  }
}

/** pip is asked for this very wheel by its tags, whatever Python it runs on itself. */
function pipArguments(wheel: Wheel): string[] {
  const { project, version } = wheelName(wheel.file)
  const [python, , platforms] = wheel.file
    .replace(/\.whl$/, '')
    .split('-')
    .slice(2)
  const digits = /^cp(\d)(\d+)$/.exec(python)
  return [
    ...['-m', 'pip', 'download', '--no-deps', '--no-cache-dir', '--disable-pip-version-check', '--quiet'],
    ...['--only-binary=:all:', '--implementation', digits ? 'cp' : 'py'],
    ...(digits ? ['--python-version', `${digits[1]}.${digits[2]}`] : []),
    ...platforms.split('.').flatMap((platform) => ['--platform', platform]),
    `${project}==${version}`,
  ]
}

function run(
  command: readonly string[],
  args: string[],
  temporary: string,
  signal: AbortSignal,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const tmp = join(temporary, 'tmp')
    const child = spawn(command[0], [...command.slice(1), ...args], {
      stdio: 'ignore',
      env: { ...process.env, TMPDIR: tmp, TEMP: tmp, TMP: tmp },
      windowsHide: true,
      signal,
    })
    child.on('error', (error) => (error.name === 'AbortError' ? reject(error) : resolve(null)))
    child.on('close', (code) => resolve(code))
  })
}

async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
