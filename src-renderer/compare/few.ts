// The first of a list, and the rest on request.
import { computed, ref } from 'vue'

export function computedFew<T>(all: () => readonly T[], few: number) {
  const everything = ref(false)
  const shown = computed(() => (everything.value ? all() : all().slice(0, few)))
  const left = computed(() => all().length - shown.value.length)
  return { shown, left, more: () => (everything.value = true) }
}
