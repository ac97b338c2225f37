// Where the window was, for the next time. A screen that has gone since must not take the window along.
import { readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const side = z.int().min(200).max(20_000)
const place = z.int().min(-50_000).max(50_000)
const windowState = z.object({
  x: place.optional(),
  y: place.optional(),
  width: side,
  height: side,
  maximized: z.boolean(),
})
export type WindowState = z.infer<typeof windowState>

export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export const DEFAULT_STATE: WindowState = { width: 1280, height: 840, maximized: false }
/** So much of the title bar must be on a screen that the window can be taken hold of. */
const VISIBLE = 100

/** The saved place if it is on a screen, no larger than the largest one; otherwise the size alone, centred. */
export function restoredState(saved: WindowState, screens: readonly Area[]): WindowState {
  const width = Math.min(saved.width, Math.max(...screens.map((one) => one.width)))
  const height = Math.min(saved.height, Math.max(...screens.map((one) => one.height)))
  const { x, y, maximized } = saved
  const seen =
    x !== undefined &&
    y !== undefined &&
    screens.some(
      (one) =>
        x + width >= one.x + VISIBLE &&
        x <= one.x + one.width - VISIBLE &&
        y >= one.y &&
        y <= one.y + one.height - VISIBLE,
    )
  return seen ? { x, y, width, height, maximized } : { width, height, maximized }
}

export function readState(file: string): WindowState {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return DEFAULT_STATE
  }
}

/** Losing this is no harm. */
export async function writeState(file: string, state: WindowState): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.tmp`, JSON.stringify(state))
    await rename(`${file}.tmp`, file)
  } catch {
    // The window opens in its default place next time.
  }
}
