// The languages of the interface, and which of them the system asks for.
export const languages = ['en', 'es', 'pt-BR'] as const
export type Language = (typeof languages)[number]

/** Each language in its own name, as a list of languages should show it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
}

/** The first of the system's languages that we speak; any Portuguese is better served by pt-BR than by English. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0]
    const match = languages.find((language) => language.toLowerCase().split('-')[0] === base)
    if (match) return match
  }
  return 'en'
}
