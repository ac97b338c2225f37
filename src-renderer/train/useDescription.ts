// Asks the main side what a model would be, while it is being put together.
import { ref, watch } from 'vue'
import { type ModelChoice, type ModelSummary, type TrainablePart } from '../../src-main/contract'
import { useApi } from '../api'

/** Long enough for a number to be typed to its end. */
const pause = 150

/** @param question the model with its input and output, or null while that is not known */
export function useDescription(
  question: () => {
    model: ModelChoice
    size: number
    classes: number
    /** What trains, of a model on a base; all where it is left out. */
    trainable?: TrainablePart
  } | null,
) {
  const api = useApi()
  const summary = ref<ModelSummary | null>(null)
  const error = ref<unknown>(null)
  let asked = 0

  watch(
    question,
    (now, _before, onCleanup) => {
      if (!now) return
      const mine = ++asked
      const params = JSON.parse(JSON.stringify(now)) as typeof now
      const timer = setTimeout(
        () => {
          api.call('models.describe', params).then(
            (found) => {
              if (mine !== asked) return
              summary.value = found
              error.value = null
            },
            (thrown: unknown) => {
              if (mine === asked) error.value = thrown
            },
          )
        },
        summary.value ? pause : 0,
      )
      onCleanup(() => clearTimeout(timer))
    },
    { deep: true, immediate: true },
  )
  return { summary, error }
}
