// In which language, numbers and colours a chart is drawn on the screen; changes with the settings at once.
import { computed, type ComputedRef } from 'vue'
import { chartNumbers, chartWords, type ChartContext } from '../../src-charts'
import { useText } from '../format/useText'
import { formatTag, type Language } from '../i18n/languages'
import { usePageTheme } from './theme'

export function useChartContext(): ComputedRef<ChartContext> {
  const { locale } = useText()
  const theme = usePageTheme()
  return computed(() => {
    const language = locale.value as Language
    return {
      words: chartWords(language),
      numbers: chartNumbers(formatTag(language, navigator.languages)),
      theme: theme.value,
      purpose: 'screen' as const,
    }
  })
}
