// The page's part in the desktop app: does what the menu and the system ask for, and tells the language that it shows.
import { watch } from 'vue'
import { useRouter } from 'vue-router'
import { type ShellCommand } from '../../src-main/contract'
import { useApi } from '../api'
import { useImport } from '../data/useImport'
import { useInterrupted } from '../stores/interrupted'
import { useNotices } from '../stores/notices'
import { useSettings } from '../stores/settings'

/** For the frame of the app. Does nothing in a browser. */
export function useShell(): void {
  const { shell } = useApi()
  if (!shell) return
  const router = useRouter()
  const notices = useNotices()
  const settings = useSettings()
  const interrupted = useInterrupted()
  const { importPaths } = useImport()

  function obey(command: ShellCommand): void {
    switch (command.command) {
      case 'show':
        return void router.push({ name: command.screen })
      case 'show-run':
        return void router.push({ name: 'run', params: { id: command.run } })
      case 'show-dataset':
        return void router.push({ name: 'dataset', params: { id: command.dataset } })
      case 'import':
        return void importPaths([command.path])
      case 'interrupted':
        interrupted.runs = command.runs
        return
      case 'diagnostics-copied':
        return notices.done('machine.copied')
    }
  }
  watch(
    () => settings.shownLanguage,
    (language) => shell.setLanguage(language),
    { immediate: true },
  )
  shell.onCommand(obey)
}
