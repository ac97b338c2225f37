// The engine runs on a plain Node, not on Electron's: the one that ships with the app, or the developer's own.
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

export interface Surroundings {
  packaged: boolean
  /** `process.resourcesPath` of Electron. */
  resources: string
  env: Record<string, string | undefined>
  platform: NodeJS.Platform
  isProgram(path: string): boolean
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Named like Node: not npm's shell script, and not Electron itself. */
const isNode = (path: string): boolean => /[\\/]node(js)?(\.exe)?$/i.test(path)

/** @returns an absolute path, or null where there is none */
export function findNode({
  packaged,
  resources,
  env,
  platform,
  isProgram: works,
}: Surroundings): string | null {
  const name = platform === 'win32' ? 'node.exe' : 'node'
  if (packaged) {
    const own = join(resources, 'node', name)
    return works(own) ? own : null
  }
  const given = [env['npm_node_execpath'], env['NODE']].filter(
    (one) => one !== undefined && isAbsolute(one) && isNode(one),
  )
  const path = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute)
  const candidates = [...(given as string[]), ...path.map((folder) => join(folder, name))]
  return candidates.find(works) ?? null
}
