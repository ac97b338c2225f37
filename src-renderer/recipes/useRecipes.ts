// What the recipes would do with a dataset: asked again when the dataset or the bases change.
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { type Dataset, type Recipe } from '../../src-main/contract'
import { useApi } from '../api'
import { useBases } from '../stores/bases'

export function useRecipes(dataset: () => Dataset | undefined) {
  const api = useApi()
  const bases = useBases()
  const recipes = shallowRef<Recipe[]>([])
  const error = ref<unknown>(null)
  let running: AbortController | null = null

  async function ask(id: string): Promise<void> {
    running?.abort()
    const { signal } = (running = new AbortController())
    try {
      const found = await api.call('recipes.list', { dataset: id }, { signal })
      if (signal.aborted) return
      recipes.value = found
      error.value = null
    } catch (thrown) {
      if (!signal.aborted) error.value = thrown
    }
  }

  watch(
    () => {
      const now = dataset()
      // States alone: a download that goes on changes nothing.
      return now && bases.loaded ? `${now.id} ${now.hash} ${bases.here.map(({ id }) => id).join()}` : null
    },
    (now) => {
      const id = dataset()?.id
      if (now !== null && id !== undefined) void ask(id)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => running?.abort())
  return { recipes, error }
}
