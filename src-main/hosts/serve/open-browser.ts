// Opens an address in the user's browser where there is one; nothing depends on it.
import { spawn } from 'node:child_process'

/** The platform's own way to open an address, or null where no browser can be expected. */
export function browserCommand(
  address: string,
  platform: NodeJS.Platform,
  env: Record<string, string | undefined>,
): [string, ...string[]] | null {
  if (platform === 'darwin') return ['open', address]
  // Not `cmd /c start`: it reads & and % in an address as its own.
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : null
}

export function openBrowser(address: string): void {
  const command = browserCommand(address, process.platform, process.env)
  if (command === null) return
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
