// What a run is worth: its figures, its diagnosis. Several parts of a page ask for it; it is fetched once.
import { ref, watch } from 'vue'
import { type RunFigures, type RunSummary } from '../../src-main/contract'
import { useApi, type Api } from '../api'

/** Requests on their way, by run. */
const underway = new WeakMap<Api, Map<string, Promise<RunFigures>>>()

function ask(api: Api, run: string): Promise<RunFigures> {
  const asked = underway.get(api) ?? new Map<string, Promise<RunFigures>>()
  underway.set(api, asked)
  const answer = asked.get(run) ?? api.call('runs.figures', { run }).finally(() => asked.delete(run))
  asked.set(run, answer)
  return answer
}

/** @param summary of the run; asked for again when its state changes */
export function useRunFigures(summary: () => Pick<RunSummary, 'run' | 'status'> | undefined) {
  const api = useApi()
  const worth = ref<RunFigures | null>(null)
  const error = ref<unknown>(null)
  watch(
    () => [summary()?.run, summary()?.status] as const,
    async ([run, status], before) => {
      if (run !== before?.[0]) worth.value = null
      error.value = null
      if (run === undefined) return
      const isAsked = () => summary()?.run === run && summary()?.status === status
      try {
        const answer = await ask(api, run)
        if (isAsked()) worth.value = answer
      } catch (thrown) {
        if (isAsked()) error.value = thrown
      }
    },
    { immediate: true },
  )
  return { worth, error }
}
