// All texts of the interface: one JSON file per language and area, `locales/<language>/<area>.json`.
import { type Language } from './languages'

type Messages = { [key: string]: string | Messages }

const files = import.meta.glob<Messages>('./locales/*/*.json', { eager: true, import: 'default' })

export const messages = {} as Record<Language, Messages>
for (const [file, texts] of Object.entries(files)) {
  const [, language, area] = /locales\/([^/]+)\/([^/]+)\.json$/.exec(file)!
  ;(messages[language as Language] ??= {})[area!] = texts
}
