// What our page may ask the system for, without Electron, so that tests can try it.
import { isOurs, SCHEME, HOST } from './addresses'

export interface Asked {
  /** Electron's name of the permission. */
  permission: string
  /** Of the page that asks, or its origin. */
  url: string
  isMainFrame: boolean
  /** Of `media`: what is asked for. */
  media?: readonly string[]
}

/** Copying text, and the camera for Try it, which asks only when its button is pressed. Never the microphone. */
export function isGranted({ permission, url, isMainFrame, media = [] }: Asked): boolean {
  if (!isMainFrame || !isOurs(url)) return false
  if (permission === 'clipboard-sanitized-write') return true
  return permission === 'media' && media.length > 0 && media.every((kind) => kind === 'video')
}

/** Files that our page made itself (a chart, a table); the system asks where to put them. */
export const isOwnFile = (url: string): boolean => url.startsWith(`blob:${SCHEME}://${HOST}/`)
