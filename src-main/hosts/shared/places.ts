// Where Cotejo keeps its things on each platform, unless the user says otherwise.
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

export interface Places {
  /** Datasets and runs. */
  library: string
  /** Engine packs, shared by all libraries of a user. */
  packs: string
  logs: string
  /** The library of `npm run demo`. */
  demo: string
}

interface Machine {
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  home: string
}

const thisMachine = (): Machine => ({ env: process.env, platform: process.platform, home: homedir() })

/** The folder for application data, by each platform's convention. */
export function dataFolder({ env, platform, home }: Machine): string {
  if (platform === 'win32') {
    return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'Cotejo')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Cotejo')
  // The XDG specification says that a relative path there is to be ignored.
  const xdg = env['XDG_DATA_HOME']
  return posix.join(xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'cotejo')
}

/** COTEJO_LIBRARY and COTEJO_PACKS override the platform's folders. */
export function places(machine: Machine = thisMachine()): Places {
  const folder = dataFolder(machine)
  const sub = machine.platform === 'win32' ? win32.join : posix.join
  return {
    library: machine.env['COTEJO_LIBRARY'] || sub(folder, 'library'),
    packs: machine.env['COTEJO_PACKS'] || sub(folder, 'packs'),
    logs: sub(folder, 'logs'),
    demo: sub(folder, 'demo'),
  }
}
