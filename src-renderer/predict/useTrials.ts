// Pictures that a person brought, and what the chosen models say about them. Each model is asked once a picture.
import { computed, ref, watch } from 'vue'
import { type ExplainMethod } from '../../src-main/contract'
import { useApi, type CallOptions } from '../api'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'
import { asPicture } from './asPicture'
import { groupBySize } from './groups'
import { sortOut, waiting, type Trial } from './trial'

/** Bytes of the pictures of one call. */
const groupBytes = 6_000_000
/** Pictures that are kept in sight; more of them is what a folder is for. */
export const mostTrials = 200
/** Side of a heat map in pixels. */
const heatSide = 320

export function useTrials(runs: () => readonly string[]) {
  const api = useApi()
  const tasks = useTasks()
  const notices = useNotices()
  const trials = ref<Trial[]>([])
  let lastKey = 0

  async function ask(run: string, group: Trial[], options: CallOptions): Promise<void> {
    const pictures = await Promise.all(group.map((one) => asPicture(api, one.file)))
    const answer = await api.call('predict', { run, pictures }, options)
    sortOut(answer, group.length).forEach((one, at) => (group[at]!.answers[run] = one))
  }

  /** Asks what has not been asked yet. */
  async function askMissing(): Promise<void> {
    const missing = runs().map((run) => {
      const pictures = trials.value.filter((one) => one.answers[run] === undefined)
      for (const one of pictures) one.answers[run] = waiting()
      return { run, pictures }
    })
    if (missing.every(({ pictures }) => pictures.length === 0)) return
    try {
      await tasks.run('predict', 'predict.asking', {}, async (options) => {
        for (const { run, pictures } of missing)
          for (const group of groupBySize(pictures, (one) => one.file.size, groupBytes))
            await ask(run, group, options)
      })
    } catch (error) {
      // What was not answered can be asked again: with the next picture, or another choice of models.
      for (const { run, pictures } of missing)
        for (const one of pictures) if (one.answers[run]?.state === 'waiting') delete one.answers[run]
      notices.error(error)
    }
  }

  async function add(files: readonly File[]): Promise<void> {
    if (runs().length === 0 || files.length === 0) return
    const added = files.slice(0, mostTrials).map((file): Trial => ({ key: ++lastKey, file, answers: {} }))
    if (files.length > mostTrials) notices.counted('predict.tooMany', mostTrials)
    trials.value = [...added, ...trials.value].slice(0, mostTrials)
    await askMissing()
  }

  /** Asks where the chosen models looked, one after the other; what is there already stays. */
  async function explain(trial: Trial, method: ExplainMethod): Promise<void> {
    const picture = await asPicture(api, trial.file)
    for (const run of runs()) {
      const answer = trial.answers[run]
      if (answer?.state !== 'done' || answer.heat?.explanation?.method === method) continue
      answer.heat = { state: 'busy', explanation: null, error: null }
      try {
        const explanation = await api.call('explain', { run, picture, method, side: heatSide })
        answer.heat = { state: 'done', explanation, error: null }
      } catch (error) {
        answer.heat = { state: 'failed', explanation: null, error }
      }
    }
  }

  watch(
    () => runs().join(),
    () => void askMissing(),
  )

  const busy = computed(() => tasks.byPurpose('predict'))
  const remove = (key: number) => (trials.value = trials.value.filter((one) => one.key !== key))
  return { trials, busy, add, explain, remove, clear: () => (trials.value = []) }
}
