// The pretrained bases: shipped with Cotejo, installed, and those that can be fetched.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { type BaseInfo } from '../../src-main/contract'
import { useApi } from '../api'
import { useNotices } from './notices'
import { useTasks } from './tasks'

/** Usable at once. */
export const isHere = ({ state }: Pick<BaseInfo, 'state'>): boolean =>
  state === 'built-in' || state === 'installed'

/** What the task of installing a base is for. */
export const installPurpose = (base: string): string => `install-base:${base}`

export const useBases = defineStore('bases', () => {
  const api = useApi()
  const tasks = useTasks()
  const notices = useNotices()
  const list = ref<BaseInfo[]>([])
  const loaded = ref(false)
  const here = computed(() => list.value.filter(isHere))
  const byId = computed(() => new Map(list.value.map((one) => [one.id, one])))

  async function refresh(): Promise<void> {
    list.value = await api.call('bases.list', {})
    loaded.value = true
  }

  /** For a screen that shows bases: asks for them the first time. */
  async function need(): Promise<void> {
    if (loaded.value) return
    await refresh().catch((error: unknown) => notices.error(error))
  }

  /**
   * Downloads a base as a task that can be cancelled. What goes wrong is told in the corner.
   * @returns whether it is here now
   */
  async function install(base: Pick<BaseInfo, 'id' | 'title'>): Promise<boolean> {
    if (tasks.byPurpose(installPurpose(base.id))) return false
    try {
      await tasks.run(installPurpose(base.id), 'bases.installing', { name: base.title }, (options) =>
        api.call('bases.install', { base: base.id }, options),
      )
      return true
    } catch (error) {
      notices.error(error)
      return false
    } finally {
      // A download that broke off has left something behind.
      await refresh().catch(() => undefined)
    }
  }

  api.listen((event) => {
    if (event.event === 'bases.changed') void refresh().catch(() => undefined)
  })
  return { list, loaded, here, byId, refresh, need, install }
})
