// The datasets of the library, newest first.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { type CallInput, type Dataset } from '../../src-main/contract'
import { useApi, type CallOptions } from '../api'
import { useNotices } from './notices'
import { useTrash } from './trash'

export const useDatasets = defineStore('datasets', () => {
  const api = useApi()
  const notices = useNotices()
  const trash = useTrash()
  const all = ref<Dataset[]>([])
  const loaded = ref(false)

  const list = computed(() => [...all.value].sort((a, b) => b.created.localeCompare(a.created)))

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

  async function remove(dataset: Dataset): Promise<void> {
    try {
      trash.removed(await api.call('data.remove', { dataset: dataset.id }))
    } catch (error) {
      notices.error(error)
    }
  }

  api.listen((event) => {
    if (event.event === 'data.changed') void refresh().catch(() => undefined)
  })
  return { list, loaded, refresh, importFrom, addTo, remove }
})
