// The runs that wait for their turn, in their order.
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { type QueueState, type RunSummary } from '../../src-main/contract'
import { useApi } from '../api'
import { useNotices } from './notices'
import { useRuns } from './runs'

export interface WaitingRun {
  summary: RunSummary
  held: boolean
}

export const useQueue = defineStore('queue', () => {
  const api = useApi()
  const runs = useRuns()
  const notices = useNotices()
  const state = ref<QueueState>({ active: null, waiting: [] })
  const waiting = computed(() =>
    state.value.waiting.flatMap(({ run, held }): WaitingRun[] => {
      const summary = runs.byId.get(run)
      return summary ? [{ summary, held }] : []
    }),
  )
  const heldCount = computed(() => waiting.value.filter(({ held }) => held).length)
  const isHeld = (run: string): boolean => waiting.value.some((one) => one.held && one.summary.run === run)

  async function refresh(): Promise<void> {
    state.value = await api.call('queue.get', {})
  }

  const change = async (work: () => Promise<QueueState>): Promise<void> => {
    try {
      state.value = await work()
    } catch (error) {
      notices.error(error)
    }
  }

  /**
   * Puts a run at a place of the queue.
   * @param place from 0; places behind the last are the last
   */
  async function moveTo(run: string, place: number): Promise<void> {
    const others = state.value.waiting.map((one) => one.run).filter((one) => one !== run)
    const before = others[Math.max(0, place)] ?? null
    await change(() => api.call('queue.move', { run, before }))
  }

  const hold = (held: boolean, run?: string): Promise<void> =>
    change(() => api.call('queue.hold', { held, ...(run !== undefined && { run }) }))

  /** Takes a run out of the queue. Undone, it takes its place again. */
  async function takeOut({ run, name }: RunSummary): Promise<void> {
    const order = state.value.waiting.map((one) => one.run)
    const place = order.indexOf(run)
    const wasHeld = isHeld(run)
    try {
      await api.call('runs.cancel', { run })
    } catch (error) {
      return notices.error(error)
    }
    notices.undoable('queue.takenOut', { name }, async () => {
      await api.call('runs.resume', { run })
      if (wasHeld) await hold(true, run)
      await moveTo(run, place)
    })
  }

  api.listen((event) => {
    if (event.event === 'queue.changed') state.value = event.queue
  })
  return { state, waiting, heldCount, isHeld, refresh, moveTo, hold, takeOut }
})
