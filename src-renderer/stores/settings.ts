// What the user chose about the interface itself. Kept by the browser; `system` follows the system as it changes.
import { defineStore } from 'pinia'
import { computed, ref, watchEffect } from 'vue'
import { exportFormat, type ExportFormat } from '../../src-main/contract'
import { i18n } from '../i18n'
import { languages, systemLanguage, type Language } from '../i18n/languages'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

function kept<T extends string>(key: string, allowed: readonly T[], fallback: T): T {
  const value = localStorage.getItem(key) as T | null
  return value !== null && allowed.includes(value) ? value : fallback
}

/** The formats that were exported last: people come back for the same ones. */
function keptFormats(): ExportFormat[] {
  const names = (localStorage.getItem('cotejo.exportFormats') ?? '').split(',')
  const formats = exportFormat.options.filter((one) => names.includes(one))
  return formats.length > 0 ? formats : ['web']
}

export const useSettings = defineStore('settings', () => {
  const language = ref<Language | 'system'>(kept('cotejo.language', ['system', ...languages], 'system'))
  const theme = ref<Theme>(kept('cotejo.theme', themes, 'system'))

  const exportFormats = ref(keptFormats())

  const systemDark = matchMedia('(prefers-color-scheme: dark)')
  const prefersDark = ref(systemDark.matches)
  systemDark.addEventListener('change', (event) => (prefersDark.value = event.matches))
  const systemLanguages = ref(navigator.languages)
  addEventListener('languagechange', () => (systemLanguages.value = navigator.languages))

  const shownLanguage = computed(() =>
    language.value === 'system' ? systemLanguage(systemLanguages.value) : language.value,
  )
  const shownTheme = computed(() =>
    theme.value === 'system' ? (prefersDark.value ? 'dark' : 'light') : theme.value,
  )

  watchEffect(() => {
    i18n.global.locale.value = shownLanguage.value
    document.documentElement.lang = shownLanguage.value
    localStorage.setItem('cotejo.language', language.value)
  })
  watchEffect(() => {
    document.documentElement.dataset.theme = shownTheme.value
    localStorage.setItem('cotejo.theme', theme.value)
  })

  watchEffect(() => localStorage.setItem('cotejo.exportFormats', exportFormats.value.join(',')))

  return { language, theme, exportFormats, shownLanguage, shownTheme }
})
