// The datasets of the library, newest first.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { type CallInput, type Dataset } from '../../src-main/contract'
import { useApi, type CallOptions } from '../api'
import { useNotices } from './notices'

export const useDatasets = defineStore('datasets', () => {
  const api = useApi()
  const notices = useNotices()
  const all = ref<Dataset[]>([])
  const loaded = ref(false)
  /** Removed by the user, but not yet for good. */
  const hidden = ref(new Set<string>())

  const list = computed(() =>
    all.value
      .filter((dataset) => !hidden.value.has(dataset.id))
      .sort((a, b) => b.created.localeCompare(a.created)),
  )

  async function refresh(): Promise<void> {
    all.value = await api.call('data.list', {})
    loaded.value = true
  }

  async function importFrom(params: CallInput<'data.import'>, options: CallOptions) {
    const result = await api.call('data.import', params, options)
    await refresh()
    return result
  }

  async function addTo(params: CallInput<'data.add'>, options: CallOptions) {
    const result = await api.call('data.add', params, options)
    await refresh()
    return result
  }

  function remove(dataset: Dataset): void {
    const show = () => {
      hidden.value.delete(dataset.id)
      hidden.value = new Set(hidden.value)
    }
    hidden.value = new Set(hidden.value).add(dataset.id)
    const commit = () =>
      void api
        .call('data.remove', { dataset: dataset.id })
        .then(refresh)
        .catch((error: unknown) => (show(), notices.error(error)))
    notices.undoable('data.removed', { name: dataset.name }, commit, show)
  }

  api.listen((event) => {
    if (event.event === 'data.changed') void refresh().catch(() => undefined)
  })
  return { list, loaded, refresh, importFrom, addTo, remove }
})
