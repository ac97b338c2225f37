// What was removed and can be brought back.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { trashDays, type TrashItem } from '../../src-main/contract'
import { useApi } from '../api'
import { useNotices } from './notices'

export const useTrash = defineStore('trash', () => {
  const api = useApi()
  const notices = useNotices()
  const items = ref<TrashItem[]>([])

  async function refresh(): Promise<void> {
    items.value = await api.call('trash.list', {})
  }

  async function restore({ item }: Pick<TrashItem, 'item'>): Promise<void> {
    try {
      const { name } = await api.call('trash.restore', { item })
      notices.done('trash.restored', { name })
    } catch (error) {
      notices.error(error)
    }
  }

  /** Says that something was removed, with the way back. */
  function removed(item: TrashItem): void {
    notices.undoable('trash.removed', { name: item.name, days: trashDays }, () => restore(item))
  }

  /** Deletes for good. */
  async function empty(gone: readonly TrashItem[]): Promise<void> {
    try {
      for (const { item } of gone) await api.call('trash.empty', { item })
      notices.counted('trash.deleted', gone.length)
    } catch (error) {
      notices.error(error)
    }
  }

  api.listen((event) => {
    if (event.event === 'trash.changed') void refresh().catch(() => undefined)
  })
  return { items, refresh, restore, removed, empty }
})
