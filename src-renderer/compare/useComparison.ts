// The comparison of some runs, asked for again whenever one of them has something new.
import { computed, ref, shallowRef, watch } from 'vue'
import { type Comparison } from '../../src-main/contract'
import { useApi } from '../api'
import { useRuns } from '../stores/runs'

export function useComparison(ids: () => readonly string[]) {
  const api = useApi()
  const runs = useRuns()
  const comparison = shallowRef<Comparison | null>(null)
  const error = ref<unknown>(null)
  const busy = ref(false)

  const state = computed(() =>
    ids()
      .map((id) => {
        const run = runs.byId.get(id)
        return `${id} ${run?.status} ${run?.epochs} ${run?.name}`
      })
      .join(),
  )

  async function load(asked: string): Promise<void> {
    if (ids().length === 0) {
      comparison.value = null
      error.value = null
      return
    }
    busy.value = true
    try {
      const answer = await api.call('compare', { runs: [...ids()] })
      if (asked !== state.value) return
      comparison.value = answer
      error.value = null
    } catch (thrown) {
      if (asked === state.value) error.value = thrown
    } finally {
      if (asked === state.value) busy.value = false
    }
  }
  watch(state, load, { immediate: true })

  return { comparison, error, busy, retry: () => load(state.value) }
}
