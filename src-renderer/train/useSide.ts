// How large the pictures of a dataset usually are, before they are resized.
import { ref, watch } from 'vue'
import { usualSide, type Dataset } from '../../src-main/contract'
import { useApi } from '../api'

export function useSide(dataset: () => Dataset | undefined) {
  const api = useApi()
  const side = ref(0)
  watch(
    () => dataset()?.id,
    async (id) => {
      const now = dataset()
      if (id === undefined || !now) return
      // Until the report is here; it is all that there is where the report cannot be read.
      side.value = now.size
      const found = await api.call('data.get', { dataset: id }).catch(() => null)
      if (found && dataset()?.id === id) side.value = usualSide(found.dataset, found.report)
    },
    { immediate: true },
  )
  return side
}
