// How many pictures each class had before a person's decisions.
import { ref, watch } from 'vue'
import { type CallResult, type DatasetImage, type Dataset } from '../../src-main/contract'
import { useApi } from '../api'

/** One call's worth; beyond that the sum over all classes has to do. */
const most = 500

/** @param images what was decided on, as `data.images` gives it */
export function countsBefore(
  { classes }: Pick<Dataset, 'classes'>,
  images: readonly DatasetImage[],
): number[] {
  const counts = classes.map((one) => one.train + one.validation + one.test)
  for (const { label, importedLabel = label, decision } of images) {
    if (decision !== 'leave-out') counts[label]!--
    counts[importedLabel]!++
  }
  return counts
}

export function useClassChanges(report: () => CallResult<'data.report'> | null) {
  const api = useApi()
  const before = ref<number[] | null>(null)
  watch(
    report,
    async (now) => {
      const indices = (now?.decisions ?? []).filter((one) => one.action !== 'keep').map((one) => one.index)
      if (!now || indices.length === 0 || indices.length > most) return void (before.value = null)
      const answer = await api
        .call('data.images', { dataset: now.dataset.id, indices, limit: most })
        .catch(() => null)
      if (now === report()) before.value = answer && countsBefore(now.dataset, answer.images)
    },
    { immediate: true },
  )
  return before
}
