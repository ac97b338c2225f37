// What every component needs to speak: `t`, `tn` (plural), and numbers in the chosen language.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { formatTag, type Language } from '../i18n/languages'
import { createFormatter } from './format'

export function useText() {
  const { t, te, tm, locale } = useI18n({ useScope: 'global' })
  const f = computed(() => createFormatter(formatTag(locale.value as Language, navigator.languages)))
  /** A text that counts something: picks the plural form by `n` and writes it as `{n}`. */
  const tn = (key: string, n: number, values: Record<string, unknown> = {}): string =>
    t(key, { n: f.value.number(n), ...values }, n)
  return { t, te, tm, tn, f, locale }
}
