// What has to be said of models that were trained elsewhere: nobody here knows what they have seen.
import { computed, type ComputedRef } from 'vue'
import { isImported, type Comparison } from '../../src-main/contract'
import { useText } from '../format/useText'

/** @returns the sentence, or an empty text where all models were trained here */
export function useElsewhere(comparison: () => Comparison): ComputedRef<string> {
  const { t, f } = useText()
  return computed(() => {
    const names = comparison()
      .runs.filter(({ asked }) => isImported(asked))
      .map(({ name }) => name)
    return names.length > 0 ? t('contestant.seen', { names: f.value.list(names) }) : ''
  })
}
