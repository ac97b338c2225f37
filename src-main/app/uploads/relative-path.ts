// Paths that come from a browser, checked before they become paths on this machine.
import { UserError } from '../../contract'
import { isReservedName } from '../library/ids'

const DEEPEST = 32
const LONGEST_NAME = 255
const LONGEST_PATH = 2000

function refuse(path: string, why: string): UserError {
  const shown = JSON.stringify(path.slice(0, 100))
  return new UserError('invalid-argument', `The file name ${shown} cannot be stored: ${why}.`, {
    detail: { path: path.slice(0, 100), why },
    hint: 'Rename the file or folder, or leave it out.',
  })
}

function problemOf(name: string): string | null {
  if (name === '') return 'it has an empty part'
  if (name === '.' || name === '..') return 'it leads out of its folder'
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'it has control characters'
  if (Buffer.byteLength(name) > LONGEST_NAME) return `a part is longer than ${LONGEST_NAME} bytes`
  if (isReservedName(name)) return 'Windows keeps that name for a device'
  if (/[. ]$/.test(name)) return 'it ends with a dot or a space'
  // A colon names a stream of a file on Windows; the rest no file there can have in its name.
  if (process.platform === 'win32' && /[<>:"|?*]/.test(name)) return 'it has characters that Windows forbids'
  return null
}

/**
 * The parts of a path below an upload's folder.
 * @param path with `/` between its parts, as browsers give it
 * @throws UserError `invalid-argument` for anything that could lead elsewhere or not be stored on every system
 */
export function relativeParts(path: string): string[] {
  if (path.length > LONGEST_PATH) throw refuse(path, `it is longer than ${LONGEST_PATH} characters`)
  if (path.includes('\0')) throw refuse(path, 'it has control characters')
  if (path.includes('\\')) throw refuse(path, 'it has a backslash')
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) throw refuse(path, 'it is absolute')
  const parts = path.split('/')
  if (parts.length > DEEPEST) throw refuse(path, `it has more than ${DEEPEST} folders`)
  for (const part of parts) {
    const problem = problemOf(part)
    if (problem !== null) throw refuse(path, problem)
  }
  return parts
}
