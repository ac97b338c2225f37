// What is looked at, kept in the address: `inspect=` the question, `picture=` one picture of its answer. Opening adds
// a step to the history, so the back button leads out again.
import { computed } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { type PictureQuestion } from '../../src-main/contract'
import { decodeQuestion, encodeQuestion } from './question'

export function useInspect() {
  const route = useRoute()
  const router = useRouter()

  const question = computed(() => decodeQuestion(route.query.inspect))
  const picture = computed(() => {
    const word = route.query.picture
    return question.value && typeof word === 'string' && /^\d{1,9}$/.test(word) ? Number(word) : null
  })

  const without = (...names: string[]): LocationQuery =>
    Object.fromEntries(Object.entries(route.query).filter(([name]) => !names.includes(name)))

  /** Goes where the step before already was, so that back and forward stay short. */
  async function leaveTo(query: LocationQuery): Promise<void> {
    const to = router.resolve({ query, params: route.params, name: route.name ?? undefined })
    const before = (window.history.state as { back?: string } | null)?.back
    if (before === to.fullPath) router.back()
    else await router.replace(to)
  }

  const open = (asked: PictureQuestion, index?: number) =>
    router.push({
      query: {
        ...without('inspect', 'picture'),
        inspect: encodeQuestion(asked),
        ...(index !== undefined && { picture: String(index) }),
      },
    })
  /** Another question in the same place, such as the same cell of another run. */
  const change = (asked: PictureQuestion) =>
    router.replace({ query: { ...without('inspect', 'picture'), inspect: encodeQuestion(asked) } })
  const openPicture = (index: number) => router.push({ query: { ...route.query, picture: String(index) } })
  const nextPicture = (index: number) => router.replace({ query: { ...route.query, picture: String(index) } })
  const closePicture = () => leaveTo(without('picture'))
  const close = () => leaveTo(without('inspect', 'picture'))

  return { question, picture, open, change, openPicture, nextPicture, closePicture, close }
}
