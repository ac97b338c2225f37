// A dataset with what its import found and what a person decided since; every decision can be undone.
import { computed, onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { type CallResult, type Decision } from '../../src-main/contract'
import { useApi } from '../api'
import { useNotices } from '../stores/notices'
import { type Decisions } from './findings'

/** Decisions that one call takes. */
const most = 10_000

export function useReport(id: () => string) {
  const api = useApi()
  const notices = useNotices()
  const found = shallowRef<CallResult<'data.report'> | null>(null)
  const error = ref<unknown>(null)
  const busy = ref(false)

  const decisions = computed<Decisions>(
    () => new Map((found.value?.decisions ?? []).map((one) => [one.index, one])),
  )

  async function load(): Promise<void> {
    const asked = id()
    try {
      const answer = await api.call('data.report', { dataset: asked })
      if (asked !== id()) return
      found.value = answer
      error.value = null
    } catch (thrown) {
      if (asked === id()) error.value = thrown
    }
  }

  /** One thing after the other: a second click waits for nothing and does nothing. */
  async function change(work: () => Promise<CallResult<'data.report'>>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    try {
      found.value = await work()
      return true
    } catch (thrown) {
      notices.error(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  async function undo(): Promise<void> {
    await change(() => api.call('data.undo', { dataset: id() }))
  }

  /** @param text key of what is said about it, with the number of pictures as `n` */
  async function decide(wanted: readonly Decision[], text: string): Promise<void> {
    if (wanted.length === 0) return
    const list = wanted.slice(0, most)
    if (!(await change(() => api.call('data.decide', { dataset: id(), decisions: list })))) return
    notices.did(text, list.length, () => void undo())
  }

  watch(id, () => ((found.value = null), load()), { immediate: true })
  const stop = api.listen((event) => {
    if (event.event === 'data.changed' && !busy.value && found.value) void load()
  })
  onBeforeUnmount(stop)

  return { found, error, busy, decisions, decide, undo, load }
}
