// What each model saw in a picture: asked for one after the other (a model at a time is loaded), given up as soon as
// another picture is looked at.
import { computed, onBeforeUnmount, ref, shallowReactive, watch } from 'vue'
import { type ExplainMethod, type Explanation, type Progress } from '../../src-main/contract'
import { useApi } from '../api'

export interface Explained {
  state: 'waiting' | 'busy' | 'done' | 'stopped' | 'failed'
  explanation: Explanation | null
  error: unknown
  progress: Progress | null
}

export interface ExplainQuestion {
  picture: number
  runs: readonly string[]
  method: ExplainMethod
  /** The class that is asked about; each run's own answer where it is undefined. */
  label: number | undefined
}

/** Explanations that are kept: going back to a picture asks nothing again. */
const mostKept = 120

export function useExplanations(asked: () => ExplainQuestion | null) {
  const api = useApi()
  const byRun = shallowReactive(new Map<string, Explained>())
  const kept = new Map<string, Explanation>()
  const busy = ref(false)
  let controller = new AbortController()

  const set = (run: string, change: Partial<Explained>): void => {
    const before = byRun.get(run) ?? { state: 'waiting', explanation: null, error: null, progress: null }
    byRun.set(run, { ...before, ...change })
  }

  function keep(key: string, explanation: Explanation): void {
    kept.set(key, explanation)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  }

  async function explainOne(question: ExplainQuestion, run: string, signal: AbortSignal): Promise<void> {
    const { picture, method, label } = question
    const key = [run, picture, method, label].join()
    const known = kept.get(key)
    if (known) return set(run, { state: 'done', explanation: known })
    set(run, { state: 'busy', progress: null })
    try {
      const explanation = await api.call(
        'explain',
        { run, picture: { index: picture }, method, ...(label !== undefined && { label }) },
        { signal, onProgress: (progress) => !signal.aborted && set(run, { progress }) },
      )
      keep(key, explanation)
      if (!signal.aborted) set(run, { state: 'done', explanation })
    } catch (error) {
      if (!signal.aborted) set(run, { state: 'failed', error })
    }
  }

  async function explainAll(): Promise<void> {
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    const question = asked()
    byRun.clear()
    if (!question) return
    for (const run of question.runs) set(run, { state: 'waiting' })
    busy.value = true
    for (const run of question.runs) {
      if (signal.aborted) return
      await explainOne(question, run, signal)
    }
    if (!signal.aborted) busy.value = false
  }

  /** Ends what is on its way; what is done stays. */
  function stop(): void {
    controller.abort()
    busy.value = false
    for (const [run, { state }] of byRun)
      if (state === 'busy' || state === 'waiting') set(run, { state: 'stopped' })
  }

  const key = computed(() => {
    const question = asked()
    return question && [question.picture, question.method, question.label, ...question.runs].join()
  })
  watch(key, () => void explainAll(), { immediate: true })
  onBeforeUnmount(() => controller.abort())

  return { byRun, busy, stop, again: explainAll }
}
