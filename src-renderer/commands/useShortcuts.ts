// Listens to the keyboard, on every screen.
import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import { useNotices } from '../stores/notices'
import { useOverlays } from '../stores/overlays'
import { createKeyReader, hasModifier, isTyping, pressedKey, shortcuts, type Shortcut } from './keys'
import { places } from './places'
import { useInterfaceCommands } from './useInterfaceCommands'
import { useRunCommands } from './useRunCommands'

export function useShortcuts(): void {
  const router = useRouter()
  const notices = useNotices()
  const overlays = useOverlays()
  const runCommands = useRunCommands()
  const { otherTheme } = useInterfaceCommands()
  const read = createKeyReader(shortcuts)

  /** @returns whether there was something to do */
  function perform(shortcut: Shortcut): boolean {
    if (shortcut === 'palette') overlays.palette = !overlays.palette
    else if (shortcut === 'help') overlays.help = true
    else if (shortcut === 'undo') return notices.undoLast()
    else if (shortcut === 'theme') otherTheme()
    else {
      const place = places.find((one) => one.shortcut === shortcut)
      const command = place ? null : runCommands().find((one) => one.shortcut === shortcut && one.near)
      if (place) void router.push({ name: place.name })
      else if (command) void command.run()
      else return false
    }
    return true
  }

  function pressed(event: KeyboardEvent): void {
    const key = pressedKey(event)
    if (key === null || event.defaultPrevented || event.isComposing || event.repeat) return
    const single = !hasModifier(key)
    const inDialog = document.querySelector('[role=dialog]') !== null
    if (single && (!overlays.singleKeys || isTyping(event.target) || inDialog)) return
    // Where text is typed, undo is the text's.
    if (key === shortcuts.undo && isTyping(event.target)) return
    const shortcut = read(key) as Shortcut | null
    if (shortcut === null || (inDialog && shortcut !== 'palette')) return
    if (perform(shortcut)) event.preventDefault()
  }

  onMounted(() => addEventListener('keydown', pressed))
  onBeforeUnmount(() => removeEventListener('keydown', pressed))
}
