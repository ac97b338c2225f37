// What can be done with the interface itself: theme, language, the address of this page, undo, shortcuts.
import { useText } from '../format/useText'
import { languageNames, languages } from '../i18n/languages'
import { useNotices } from '../stores/notices'
import { useOverlays } from '../stores/overlays'
import { themes, useSettings } from '../stores/settings'
import { type Command } from './types'

const themeIcons = { system: 'auto', light: 'sun', dark: 'moon' } as const

export function useInterfaceCommands() {
  const settings = useSettings()
  const notices = useNotices()
  const overlays = useOverlays()
  const { t } = useText()

  async function copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href)
      notices.done('commands.copied')
    } catch (error) {
      notices.error(error)
    }
  }

  /** The other theme than the one that shows. */
  const otherTheme = (): void => void (settings.theme = settings.shownTheme === 'dark' ? 'light' : 'dark')

  const commands = (): Command[] => [
    {
      id: 'copy-link',
      kind: 'action',
      title: t('commands.do.copyLink'),
      icon: 'link',
      words: ['url'],
      run: copyLink,
    },
    ...themes
      .filter((theme) => theme !== settings.theme)
      .map((theme): Command => ({
        id: `theme:${theme}`,
        kind: 'action',
        title: t('commands.do.theme', { theme: t(`settings.theme.${theme}`) }),
        icon: themeIcons[theme],
        run: () => void (settings.theme = theme),
      })),
    ...languages
      .filter((language) => language !== settings.shownLanguage)
      .map((language): Command => ({
        id: `language:${language}`,
        kind: 'action',
        title: t('commands.do.language', { language: languageNames[language] }),
        icon: 'language',
        // Found by someone who does not read the language that is set.
        words: ['language', 'idioma', language],
        run: () => void (settings.language = language),
      })),
    {
      id: 'shortcuts',
      kind: 'action',
      title: t('commands.do.shortcuts'),
      icon: 'keyboard',
      shortcut: 'help',
      run: () => void (overlays.help = true),
    },
  ]
  return { commands, otherTheme }
}
