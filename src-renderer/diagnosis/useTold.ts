// Findings in the user's language, with numbers as a person of that region writes them.
import { computed } from 'vue'
import {
  diagnosisText,
  evidenceFormat,
  type Diagnosis,
  type DiagnosisText,
  type ReportLanguage,
} from '../../src-main/contract'
import { useText } from '../format/useText'
import { formatTag, type Language } from '../i18n/languages'

export interface Told extends DiagnosisText {
  one: Diagnosis
}

export function useTold(diagnoses: () => readonly Diagnosis[]) {
  const { locale } = useText()
  return computed((): Told[] => {
    const language = locale.value as Language & ReportLanguage
    const format = evidenceFormat(formatTag(language, navigator.languages))
    return diagnoses().map((one) => ({ one, ...diagnosisText(one, language, format) }))
  })
}
