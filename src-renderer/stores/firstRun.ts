// From nothing to a finished comparison: the sample, Cotejo's advice for it trained, and its comparison opened.
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import { type RunSummary } from '../../src-main/contract'
import { useApi, type CallOptions } from '../api'
import { sampleSource } from '../data/useImport'
import { i18n } from '../i18n'
import { useDatasets } from './datasets'
import { useNotices } from './notices'
import { isActive, useRuns } from './runs'
import { useTasks } from './tasks'

export const FIRST_RUN = 'first-run'

export const useFirstRun = defineStore('firstRun', () => {
  const api = useApi()
  const router = useRouter()
  const runs = useRuns()
  const datasets = useDatasets()
  const tasks = useTasks()
  const notices = useNotices()

  const ids = ref<string[]>([])
  /** Pictures are drawn, or runs are asked for. */
  const preparing = computed(() => tasks.byPurpose(FIRST_RUN))
  const parts = computed(() =>
    ids.value.map((id) => runs.byId.get(id)).filter((run): run is RunSummary => run !== undefined),
  )
  const busy = computed(() => preparing.value !== undefined || parts.value.some(isActive))

  async function prepare(options: CallOptions): Promise<void> {
    const ready = datasets.list.find(({ kind }) => kind === 'sample')
    const dataset =
      ready ??
      (await datasets.importFrom({ source: sampleSource(i18n.global.t), options: {} }, options)).dataset
    // One split, no folds: a fifth of the time, and the figures say what so small a test is worth.
    const started = await api.call(
      'recipes.start',
      { dataset: dataset.id, recipe: 'advice', options: { folds: null } },
      options,
    )
    for (const summary of started.runs) if (!runs.byId.has(summary.run)) runs.byId.set(summary.run, summary)
    ids.value = started.runs.map(({ run }) => run)
  }

  async function start(): Promise<void> {
    if (busy.value) return
    try {
      await tasks.run(FIRST_RUN, 'start.preparing', {}, prepare)
    } catch (error) {
      notices.error(error)
    }
  }

  async function cancel(): Promise<void> {
    preparing.value?.cancel()
    const going = parts.value.filter(isActive).reverse()
    ids.value = []
    try {
      for (const { run } of going) await api.call('runs.cancel', { run })
    } catch (error) {
      notices.error(error)
    }
  }

  const show = (): void => {
    const done = parts.value.filter(({ status }) => status === 'done').map(({ run }) => run)
    ids.value = []
    if (done.length > 1)
      void router.push({ name: 'compare', query: { runs: done.join(','), explain: 'yes' } })
  }

  // Whoever has gone on to another screen is not called back, but told.
  watch(
    () => parts.value.length > 0 && parts.value.length === ids.value.length && !parts.value.some(isActive),
    (over) => {
      if (!over) return
      if (router.currentRoute.value.name === 'data') show()
      else if (parts.value.every(({ status }) => status === 'done'))
        notices.offer('start.ready', 'start.show', show)
    },
  )
  return { parts, preparing, busy, start, cancel }
})
