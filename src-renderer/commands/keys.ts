// The keyboard's shortcuts: which keys do what, how they are written, and what a pressed key is.

export const isMac = (platform = navigator.platform): boolean => /^(Mac|iP)/.test(platform)

/**
 * `mod+k`, `?`, or letters one after the other: `g d`. `mod` is Ctrl, and ⌘ on a Mac. Those without `mod` are characters
 * that people type by voice or by accident too, so they can be turned off (WCAG 2.1.4).
 */
export const shortcuts = {
  palette: 'mod+k',
  undo: 'mod+z',
  help: '?',
  'go-data': 'g d',
  'go-train': 'g n',
  'go-runs': 'g r',
  'go-compare': 'g c',
  'go-predict': 'g t',
  'go-bases': 'g b',
  'go-machine': 'g m',
  pause: 'p',
  export: 'e',
  report: 'r',
  theme: 't',
} as const
export type Shortcut = keyof typeof shortcuts

export const hasModifier = (keys: string): boolean => keys.startsWith('mod+')

/** As it is written on keys: ['Ctrl', 'K'], ['G', 'D']. */
export function keyCaps(keys: string, mac = isMac()): string[] {
  return keys
    .split(/[+ ]/)
    .map((key) => (key === 'mod' ? (mac ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key))
}

/** For `aria-keyshortcuts`; none for keys one after the other, which it cannot say. */
export function ariaKeys(keys: string, mac = isMac()): string | undefined {
  if (keys.includes(' ')) return undefined
  return keys.replace('mod', mac ? 'Meta' : 'Control').replace(/\+?([a-z])$/, (all) => all.toUpperCase())
}

/** Where typing is meant as text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  const kinds = ['checkbox', 'radio', 'button', 'range', 'submit']
  return target instanceof HTMLInputElement && !kinds.includes(target.type)
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** How the key of an event is written above; null where it belongs to someone else. */
export function pressedKey(event: Pressed, mac = isMac()): string | null {
  if (event.altKey || event.key.length !== 1) return null
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (other) return null
  return mod ? `mod+${event.key.toLowerCase()}` : event.key.toLowerCase()
}

/**
 * Follows pressed keys to the shortcut that they make.
 * @param wait how long the second key of two may take, in ms
 */
export function createKeyReader(keys: Readonly<Record<string, string>>, wait = 1200, now = () => Date.now()) {
  let first = ''
  let since = 0
  return (pressed: string): string | null => {
    const began = first !== '' && now() - since <= wait ? `${first} ${pressed}` : pressed
    first = ''
    const found = Object.entries(keys).find(([, one]) => one === began || one === pressed)
    if (found) return found[0]
    if (Object.values(keys).some((one) => one.startsWith(`${pressed} `))) {
      first = pressed
      since = now()
    }
    return null
  }
}
