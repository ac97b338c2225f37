// The pictures that answer a question, however many: asked for in pages as they come near.
import { computed, ref, shallowRef, triggerRef, watch } from 'vue'
import { type JudgedPicture, type PictureQuestion } from '../../src-main/contract'
import { useApi } from '../api'
import { askedRuns, encodeQuestion } from './question'

export const pageSize = 60

/**
 * @param asked the question, or null while there is none
 * @param among the runs that stand together
 */
export function useJudged(asked: () => PictureQuestion | null, among: () => readonly string[]) {
  const api = useApi()
  const total = ref<number | null>(null)
  const labels = shallowRef<string[]>([])
  const error = ref<unknown>(null)
  /** Pages by number; null while one is on its way. */
  const pages = shallowRef(new Map<number, JudgedPicture[] | null>())
  const runs = computed(() => {
    const question = asked()
    return question ? askedRuns(question, among()) : []
  })
  let version = 0

  async function load(page: number): Promise<void> {
    const question = asked()
    if (!question || pages.value.has(page)) return
    const now = version
    pages.value.set(page, null)
    try {
      const answer = await api.call('results.pictures', {
        runs: runs.value,
        question,
        offset: page * pageSize,
        limit: pageSize,
      })
      if (now !== version) return
      total.value = answer.total
      labels.value = answer.labels
      pages.value.set(page, answer.pictures)
      triggerRef(pages)
    } catch (thrown) {
      if (now !== version) return
      pages.value.delete(page)
      error.value = thrown
    }
  }

  function reload(): void {
    version++
    pages.value = new Map()
    total.value = null
    error.value = null
    void load(0)
  }

  /** Places from `from` up to `to` are in sight or near. */
  function comeNear(from: number, to: number): void {
    if (total.value === null) return
    for (let page = Math.floor(from / pageSize); page * pageSize < to; page++) void load(page)
  }

  const at = (place: number): JudgedPicture | undefined =>
    pages.value.get(Math.floor(place / pageSize))?.[place % pageSize]
  /** The place of a picture among those that are known; -1 otherwise. */
  function placeOf(index: number): number {
    for (const [page, pictures] of pages.value) {
      const found = pictures?.findIndex((one) => one.index === index) ?? -1
      if (found >= 0) return page * pageSize + found
    }
    return -1
  }

  watch(
    () => {
      const question = asked()
      return question && `${encodeQuestion(question)} ${runs.value.join()}`
    },
    reload,
    { immediate: true },
  )

  return { total, labels, runs, error, pages, at, placeOf, comeNear, reload }
}
