// One at a time over all processes of this checkout: two commands given at once must not build into each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './paths.mjs'

const WAIT_MS = 250

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** @returns the owner's process id, or 0 where it has not written it yet */
function owner(folder) {
  try {
    return Number(readFileSync(join(folder, 'pid'), 'utf8'))
  } catch {
    return 0
  }
}

/** Runs `work` alone. The lock of a process that is gone is taken over. */
export async function alone(name, work) {
  mkdirSync(cache, { recursive: true })
  const folder = join(cache, `${name}.lock`)
  for (let waited = 0; !take(folder); waited += WAIT_MS) {
    const pid = owner(folder)
    if (pid > 0 ? !alive(pid) : waited > 5000) rmSync(folder, { recursive: true, force: true })
    await new Promise((done) => setTimeout(done, WAIT_MS))
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
