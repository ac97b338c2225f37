// The runs of the library with what is known of each: its line in the list, its records, and what it is doing.
import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowReactive } from 'vue'
import { type AppEventOf, type RunSummary } from '../../src-main/contract'
import { useApi } from '../api'
import { useNotices } from './notices'
import { RunTrace } from './trace'
import { useTrash } from './trash'

export const activeStatus = new Set(['queued', 'running', 'paused'])
export const isActive = (summary: RunSummary): boolean => activeStatus.has(summary.status)

interface Loading {
  trace: RunTrace
  /** Events that came while the history was on its way. */
  early: AppEventOf<'run.record'>['record'][] | null
}

export const useRuns = defineStore('runs', () => {
  const api = useApi()
  const notices = useNotices()
  const trash = useTrash()
  const byId = reactive(new Map<string, RunSummary>())
  const loaded = ref(false)
  const stages = reactive(new Map<string, AppEventOf<'run.stage'>>())
  const traces = shallowReactive(new Map<string, Loading>())

  const list = computed(() => [...byId.values()].sort((a, b) => b.created.localeCompare(a.created)))
  const active = computed(() => list.value.filter(isActive).reverse())
  const current = computed(
    () =>
      active.value.find((run) => run.status === 'running') ??
      active.value.find((run) => run.status === 'paused'),
  )

  async function refresh(): Promise<void> {
    const summaries = await api.call('runs.list', {})
    byId.clear()
    for (const summary of summaries) byId.set(summary.run, summary)
    loaded.value = true
    for (const id of traces.keys()) void catchUp(id)
  }

  /** The records of a run; asks for its history once and then follows the events. */
  function trace(id: string): RunTrace {
    let loading = traces.get(id)
    if (!loading) {
      loading = { trace: new RunTrace(), early: null }
      traces.set(id, loading)
      void catchUp(id)
    }
    return loading.trace
  }

  /** Gets what was missed: at the first look, after a lost connection, or after a gap in the numbers. */
  async function catchUp(id: string): Promise<void> {
    const loading = traces.get(id)
    if (!loading || loading.early) return
    loading.early = []
    try {
      const { records } = await api.call('runs.history', {
        run: id,
        since: loading.trace.next,
        points: 20_000,
      })
      for (const record of records) loading.trace.add(record)
    } catch (error) {
      notices.error(error)
    }
    const early = loading.early
    loading.early = null
    for (const record of early) loading.trace.add(record)
  }

  api.listen((event) => {
    if (event.event === 'run.changed') {
      byId.set(event.summary.run, event.summary)
      if (!isActive(event.summary)) stages.delete(event.summary.run)
    } else if (event.event === 'run.removed') {
      byId.delete(event.run)
      traces.delete(event.run)
    } else if (event.event === 'run.stage') {
      // Training speaks for itself, by its records.
      if (event.stage === 'train') stages.delete(event.run)
      else stages.set(event.run, event)
    } else if (event.event === 'run.record') {
      // Batches are training, whatever stage was last reported.
      if (event.record.type === 'batch') stages.delete(event.run)
      const loading = traces.get(event.run)
      if (!loading) return
      if (loading.early) loading.early.push(event.record)
      else loading.trace.add(event.record)
    }
  })

  async function rename(id: string, name: string): Promise<void> {
    const before = byId.get(id)?.name
    const set = async (wanted: string) =>
      void byId.set(id, await api.call('runs.rename', { run: id, name: wanted }))
    await set(name)
    if (before !== undefined) notices.undoable('runs.renamed', { name, before }, () => set(before))
  }

  async function remove(run: RunSummary): Promise<void> {
    try {
      trash.removed(await api.call('runs.remove', { run: run.run }))
    } catch (error) {
      notices.error(error)
    }
  }

  /** Stops a run; it can go on from its last checkpoint. */
  async function stop(run: RunSummary): Promise<void> {
    await api.call('runs.cancel', { run: run.run })
    notices.undoable('runs.stopped', { name: run.name }, () => api.call('runs.resume', { run: run.run }))
  }

  return { byId, list, loaded, active, current, stages, refresh, trace, rename, remove, stop }
})
