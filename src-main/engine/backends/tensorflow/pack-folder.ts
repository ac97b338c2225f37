// Where TensorFlow's libraries are when nobody says so: for tests, benchmarks and the command line.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { installedPack } from './packs/folder'

const libraryNames = [
  'libtensorflow_framework.so.2',
  'libtensorflow_framework.2.dylib',
  'pywrap_tensorflow_common.dll',
]

/** The folder in which all packs of a user are, by the custom of each system. */
export function defaultPacksFolder(): string {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Cotejo', 'packs')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Cotejo', 'packs')
    default:
      return join(process.env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'cotejo', 'packs')
  }
}

/** Does this folder hold TensorFlow's libraries? */
export const holdsTensorflow = (folder: string): boolean =>
  libraryNames.some((name) => existsSync(join(folder, name)))

/**
 * The folder of TensorFlow's libraries: COTEJO_TENSORFLOW_PACK (that folder itself, or the `tensorflow` or `lib` in
 * it), else the pack in `packs`, else in the default packs folder.
 * @returns null when there is none
 */
export async function defaultPackFolder(packs: string = defaultPacksFolder()): Promise<string | null> {
  const named = process.env['COTEJO_TENSORFLOW_PACK']
  if (named) {
    return [named, join(named, 'tensorflow'), join(named, 'lib')].find(holdsTensorflow) ?? null
  }
  const pack = await installedPack(packs)
  return pack && holdsTensorflow(pack.libraries) ? pack.libraries : null
}
