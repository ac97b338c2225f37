// A small disk that is really there, to be filled: a file system in memory. Needs the right to mount one.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @returns its folder; null, and says so, where none can be mounted */
export function mountSmallDisk(megabytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-small-disk-'))
  try {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('not root on Linux')
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    rmSync(folder, { recursive: true })
    console.log('Skipped: tests of a full disk need the right to mount a file system (root on Linux).')
    return null
  }
}

export function unmount(disk: string): void {
  execFileSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
}
