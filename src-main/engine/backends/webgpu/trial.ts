// A driver that is broken ends the process that talks to it. So the first to talk to it is a process that nobody misses.
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { interfacesOf } from './dawn'

/** Longer than the slowest driver needs to start; one that hangs is as good as none. */
const PATIENCE_MS = 20_000

/** Everything that opening a backend asks of the driver: adapters, then a device on the best one. */
const trialOf = (webgpu: string, drivers: readonly string[]): string => `
const { create } = await import(${JSON.stringify(webgpu)})
for (const driver of ${JSON.stringify(drivers)}) {
  try {
    const adapter = await create(['backend=' + driver]).requestAdapter({ powerPreference: 'high-performance' })
    ;(await adapter?.requestDevice())?.destroy()
  } catch {}
}
process.exit(0)`

/**
 * Lets a child process ask this machine's driver for adapters and a device.
 *
 * @param script what the child does, as a module's text
 * @returns null where it lived through that, also where there was nothing to find; else how it ended
 */
export async function driverTrial(script = standardTrial()): Promise<string | null> {
  if (script === null) return null
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { timeout: PATIENCE_MS, killSignal: 'SIGKILL', windowsHide: true },
      (error) => {
        if (error === null) resolve(null)
        else if (error.killed) resolve(`no answer in ${PATIENCE_MS / 1000} s`)
        else resolve(error.signal ?? `exit status ${error.code}`)
      },
    )
  })
}

/** Null where the package is not there: that is found out, and said, without a trial. */
function standardTrial(): string | null {
  try {
    const webgpu = createRequire(import.meta.url).resolve('webgpu')
    return trialOf(pathToFileURL(webgpu).href, interfacesOf(process.platform))
  } catch {
    return null
  }
}
