// What can be said of this machine without an engine.
import { statfs } from 'node:fs/promises'
import { arch, availableParallelism, cpus, platform, release, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { systemCode } from './errors'

export interface SystemFacts {
  node: string
  platform: string
  cpu: string
  cores: number
  /** What this process may use: the machine's, or less in a container. */
  memoryBytes: number
}

export function systemFacts(): SystemFacts {
  const allowed = process.constrainedMemory()
  return {
    node: process.versions.node,
    platform: `${platform()} ${release()} ${arch()}`,
    cpu: cpus()[0]?.model.trim() || 'unknown',
    cores: availableParallelism(),
    // Zero, or more than there is, where nothing constrains it.
    memoryBytes: allowed > 0 ? Math.min(allowed, totalmem()) : totalmem(),
  }
}

/** Free bytes on the disk of a folder that may not exist yet; null where the system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (thrown) {
    const parent = dirname(folder)
    return systemCode(thrown) === 'ENOENT' && parent !== folder ? freeBytes(parent) : null
  }
}
