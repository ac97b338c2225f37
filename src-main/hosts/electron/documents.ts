// What a path that the system hands over is (a double click, “Open with”, a drop on the icon, the command line), and
// which arguments are paths. Nothing is opened here: it is only told what could be.
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { id } from '../../contract'
import { isWithin } from './folders'

export type Recognised =
  /** A run of the open library: its folder, or a file inside of it. */
  { kind: 'run'; run: string } | { kind: 'dataset'; dataset: string } | { kind: 'pictures'; path: string }

const ARCHIVE = /\.(zip|tar|tar\.gz|tgz)$/i
const LONGEST = 4096
const MOST = 20

/** @returns null for what Cotejo does not open, and for what is not there */
export async function recognise(path: string, library: string): Promise<Recognised | null> {
  if (path.length === 0 || path.length > LONGEST || path.includes('\0') || !isAbsolute(path)) return null
  try {
    const [real, root] = await Promise.all([realpath(path), realpath(library)])
    const inside = isWithin(root, real) ? relative(root, real).split(sep) : null
    if (inside !== null) {
      const [kind, name] = inside
      if (name === undefined || !id.safeParse(name).success) return null
      if (kind === 'runs') {
        const there = await stat(join(root, 'runs', name, 'run.json')).catch(() => null)
        return there === null ? null : { kind: 'run', run: name }
      }
      return kind === 'datasets' ? { kind: 'dataset', dataset: name } : null
    }
    const info = await stat(real)
    const isPictures = info.isDirectory() || (info.isFile() && ARCHIVE.test(real))
    return isPictures ? { kind: 'pictures', path: real } : null
  } catch {
    return null
  }
}

/** Linux's desktops hand files over as file: addresses. @returns '' for one of another machine */
function withoutScheme(argument: string): string {
  if (!/^file:/i.test(argument)) return argument
  try {
    return fileURLToPath(argument)
  } catch {
    return ''
  }
}

/**
 * The paths among a program's arguments.
 * @param argv as the process got it, the program first
 * @param own arguments before the user's: 1, or 2 where Electron was started with the app's folder
 * @param cwd what relative paths are relative to
 */
export function pathsAmong(argv: readonly string[], own: number, cwd: string): string[] {
  return argv
    .slice(own)
    .map(withoutScheme)
    .filter((one) => one !== '' && one.length <= LONGEST && !one.startsWith('-') && !one.includes('\0'))
    .filter((one) => !/^[a-z][a-z0-9+.-]+:/i.test(one))
    .slice(0, MOST)
    .map((one) => resolve(cwd, one))
}
