// vue-i18n with our messages. Its just-in-time compiler interprets messages and needs no eval, so it is CSP-safe.
import { createI18n } from 'vue-i18n'
import { systemLanguage } from './languages'
import { messages } from './messages'

export const i18n = createI18n({
  legacy: false,
  locale: systemLanguage(navigator.languages),
  fallbackLocale: 'en',
  messages: messages as Record<string, Record<string, string>>,
})
