// The graphics cards of this machine by name, as the operating system tells; for the doctor and its warnings.
import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const LIMITS = { timeout: 8000, maxBuffer: 1 << 20, windowsHide: true }

/** Vendors by PCI id (the PCI ID repository). */
const vendors: Record<string, string> = {
  '0x10de': 'NVIDIA',
  '0x1002': 'AMD',
  '0x8086': 'Intel',
  '0x106b': 'Apple',
}

export interface Gpu {
  readonly name: string
  readonly vendor: string
}

/** Never throws: what cannot be found out is left out. Software adapters are not cards. */
export async function listGpus(): Promise<Gpu[]> {
  try {
    if (process.platform === 'linux') return await linux()
    if (process.platform === 'darwin') return await mac()
    if (process.platform === 'win32') return await windows()
  } catch {
    // No tool, no permission, a sandbox: the doctor goes on without.
  }
  return []
}

async function linux(): Promise<Gpu[]> {
  const nvidia = await nvidiaNames()
  const cards: Gpu[] = nvidia.map((name) => ({ name, vendor: 'NVIDIA' }))
  const root = '/sys/class/drm'
  const names = await readdir(root).catch(() => [])
  for (const card of names.filter((name) => /^card\d+$/.test(name))) {
    const vendor = vendors[(await readFile(join(root, card, 'device/vendor'), 'utf8').catch(() => '')).trim()]
    if (!vendor || (vendor === 'NVIDIA' && nvidia.length > 0)) continue
    cards.push({ name: `${vendor} graphics`, vendor })
  }
  return cards
}

async function nvidiaNames(): Promise<string[]> {
  const root = '/proc/driver/nvidia/gpus'
  const ids = await readdir(root).catch(() => [])
  const texts = await Promise.all(
    ids.map((id) => readFile(join(root, id, 'information'), 'utf8').catch(() => '')),
  )
  return texts.flatMap((text) => /^Model:\s*(.+)$/m.exec(text)?.[1].trim() ?? [])
}

async function mac(): Promise<Gpu[]> {
  const { stdout } = await run('system_profiler', ['SPDisplaysDataType', '-json'], LIMITS)
  const found = JSON.parse(stdout) as { SPDisplaysDataType?: { sppci_model?: string }[] }
  return named((found.SPDisplaysDataType ?? []).map((one) => one.sppci_model ?? ''))
}

async function windows(): Promise<Gpu[]> {
  const query = 'Get-CimInstance Win32_VideoController | ForEach-Object { $_.Name }'
  const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', query], LIMITS)
  return named(stdout.split(/\r?\n/)).filter(({ name }) => !/basic (display|render)/i.test(name))
}

function named(names: string[]): Gpu[] {
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const vendor = /nvidia|amd|radeon|intel|apple/i.exec(name)?.[0].toLowerCase() ?? ''
      const known: Record<string, string> = {
        nvidia: 'NVIDIA',
        amd: 'AMD',
        radeon: 'AMD',
        intel: 'Intel',
        apple: 'Apple',
      }
      return { name, vendor: known[vendor] ?? 'other' }
    })
}
