// The runs that are ticked to be compared, in the order of choosing: that is the order of the letters.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { useRuns } from './runs'

export const useChosen = defineStore('chosen', () => {
  const runs = useRuns()
  const ids = ref<string[]>([])
  const there = computed(() => new Set(runs.list.map((run) => run.run)))
  const still = computed(() => ids.value.filter((id) => there.value.has(id)))

  function toggle(id: string, on: boolean): void {
    ids.value = on ? [...still.value, id] : still.value.filter((one) => one !== id)
  }
  const clear = (): void => void (ids.value = [])
  return { still, toggle, clear }
})
