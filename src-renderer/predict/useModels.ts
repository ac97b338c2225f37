// The models that are asked, kept in the address (`run=`, once for each), so that a page can be linked and come back to.
import { computed, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useRuns } from '../stores/runs'

/** As many as a person can still compare, and as one call takes. */
export const mostModels = 6

export function useModels() {
  const route = useRoute()
  const router = useRouter()
  const runs = useRuns()
  const usable = computed(() => runs.list.filter((run) => run.status === 'done'))

  const asked = computed(() => {
    const known = new Set(usable.value.map(({ run }) => run))
    const words = [route.query.run].flat().filter((word): word is string => known.has(word ?? ''))
    return [...new Set(words)].slice(0, mostModels)
  })
  const ids = computed({
    get: () => (asked.value.length > 0 ? asked.value : usable.value.slice(0, 1).map(({ run }) => run)),
    set: (run: readonly string[]) => void router.replace({ query: { ...route.query, run: [...run] } }),
  })
  // What was shown first stays when a newer run ends meanwhile.
  watch(
    () => usable.value.length > 0 && asked.value.length === 0 && route.name === 'predict',
    (open) => {
      if (open) ids.value = ids.value.slice()
    },
    { immediate: true },
  )
  return { usable, ids }
}
