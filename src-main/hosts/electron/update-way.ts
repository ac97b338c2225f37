// How this copy of Cotejo can be updated, and when to look: rules without Electron, so that tests can try them.
import { join } from 'node:path'

/**
 * - `install`: the update is downloaded, verified and installed by the app.
 * - `tell`: a newer version is named, and where to get it; the system's package manager or the person installs it.
 * - `none`: nothing is looked for (run from sources, or unpacked by hand).
 */
export type UpdateWay = 'install' | 'tell' | 'none'

export interface Installation {
  packaged: boolean
  platform: NodeJS.Platform
  /** `process.resourcesPath` of Electron. */
  resources: string
  env: Record<string, string | undefined>
  /** @returns null where there is no such file */
  read(path: string): string | null
}

/** Files that electron-builder puts into a package. */
const SOURCE_FILE = 'app-update.yml'
const TYPE_FILE = 'package-type'

/**
 * A package that cannot verify who made an update does not install any: on Windows that takes the publisher's name,
 * which only signed packages carry. macOS itself refuses an app of another signer. An AppImage is compared with the
 * hash in the release's own list; on Linux a package manager's signature is the system's affair.
 */
export function updateWay({ packaged, platform, resources, env, read }: Installation): UpdateWay {
  const source = packaged ? read(join(resources, SOURCE_FILE)) : null
  if (source === null) return 'none'
  if (platform === 'darwin') return 'install'
  if (platform === 'win32') return /^publisherName:/m.test(source) ? 'install' : 'tell'
  if (read(join(resources, TYPE_FILE))?.trim() === 'deb') return 'tell'
  return env['APPIMAGE'] ? 'install' : 'none'
}

const DAY_MS = 24 * 3600_000

/** Once a day; a clock that was set back does not stop it. */
export const isCheckDue = (checked: Date | null, now: Date): boolean =>
  checked === null || Math.abs(now.getTime() - checked.getTime()) >= DAY_MS
