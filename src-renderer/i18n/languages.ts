// The languages of the interface, and which of them the system asks for.
export const languages = ['en', 'es', 'pt-BR'] as const
export type Language = (typeof languages)[number]

/** Each language in its own name, as a list of languages should show it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  'pt-BR': 'Português (Brasil)',
}

/** The tag to write numbers and dates by: the system's own form of the language (es-MX, en-GB) where there is one. */
export function formatTag(language: Language, preferred: readonly string[]): string {
  const base = (tag: string) => tag.toLowerCase().split('-')[0]
  return preferred.find((tag) => tag.includes('-') && base(tag) === base(language)) ?? language
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
