// The runs that a chart shows: a few at first, others when a person chooses them.
import { computed, ref } from 'vue'

/**
 * @param all runs that could be shown, the most telling first
 * @param first ids of those that stand for all
 * @param most that can be told apart in one chart
 */
export function useShownRuns<R extends { id: string }>(
  all: () => readonly R[],
  first: () => readonly string[],
  most: number,
) {
  const own = ref<readonly string[] | null>(null)
  const known = computed(() => new Set(all().map(({ id }) => id)))
  const ids = computed<readonly string[]>({
    get() {
      const kept = own.value?.filter((id) => known.value.has(id)) ?? []
      if (kept.length > 0) return kept
      const usual = first().filter((id) => known.value.has(id))
      return (usual.length > 0 ? usual : [...known.value]).slice(0, most)
    },
    set: (chosen) => (own.value = chosen.slice(0, most)),
  })
  const shown = computed(() => {
    const wanted = new Set(ids.value)
    return all().filter(({ id }) => wanted.has(id))
  })
  /** Whether there is anything to choose. */
  const choosable = computed(() => all().length > shown.value.length || own.value !== null)
  return { ids, shown, choosable }
}
