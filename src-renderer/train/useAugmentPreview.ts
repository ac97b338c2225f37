// Asks for versions of some training pictures as an augmentation makes them, while it is being put together.
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'
import { augmentation as shape, type Augmentation, type AugmentPreview } from '../../src-main/contract'
import { useApi } from '../api'

/** Long enough for a number to be typed to its end. */
const pause = 250
/** Pictures side by side, and versions of each below it. */
const columns = 5
const versions = 3

export interface PreviewQuestion {
  dataset: string
  size: number
  seed: number
  augmentation: Augmentation
  classes: number
  /** Rises to see other pictures. */
  page: number
}

interface Column {
  index: number
  /** As it is, and as it is made to be. */
  plain: string
  versions: string[]
}

const source = ({ mime, base64 }: AugmentPreview['images'][number]): string => `data:${mime};base64,${base64}`

export function useAugmentPreview(question: () => PreviewQuestion) {
  const api = useApi()
  const shown = shallowRef<Column[]>([])
  const busy = ref(false)
  const error = ref<unknown>(null)
  let indices: number[] = []
  let plain = new Map<number, string>()
  let running: AbortController | null = null

  /** One picture of each class in turn. */
  async function choose({ dataset, classes, page }: PreviewQuestion): Promise<number[]> {
    const rounds = Math.ceil(columns / Math.max(1, classes))
    const answers = await Promise.all(
      Array.from({ length: columns }, (_, at) =>
        api.call('data.images', {
          dataset,
          label: at % classes,
          split: 'train',
          offset: page * rounds + Math.floor(at / classes),
          limit: 1,
        }),
      ),
    )
    return answers.flatMap(({ images }) => images.map(({ index }) => index))
  }

  async function ask(now: PreviewQuestion, fresh: boolean): Promise<void> {
    running?.abort()
    const mine = (running = new AbortController())
    const { signal } = mine
    busy.value = true
    try {
      const { dataset, size, seed } = now
      const draw = (augmentation: Augmentation, count: number) =>
        api.call('augment.preview', { dataset, size, seed, indices, augmentation, count }, { signal })
      if (fresh) {
        indices = await choose(now)
        if (indices.length === 0 || signal.aborted) return
        const { images } = await draw(shape.parse({}), 1)
        plain = new Map(images.map((image) => [image.index, source(image)]))
      }
      const { images } = await draw(shape.parse(now.augmentation), versions)
      if (signal.aborted) return
      shown.value = indices.map((index) => ({
        index,
        plain: plain.get(index) ?? '',
        versions: images.filter((image) => image.index === index).map(source),
      }))
      error.value = null
    } catch (thrown) {
      if (!signal.aborted) error.value = thrown
    } finally {
      if (running === mine) busy.value = false
    }
  }

  watch(
    () => JSON.parse(JSON.stringify(question())) as PreviewQuestion,
    (now, before, onCleanup) => {
      const same =
        before && (['dataset', 'size', 'page', 'classes'] as const).every((key) => now[key] === before[key])
      const timer = setTimeout(() => void ask(now, !same || plain.size === 0), before ? pause : 0)
      onCleanup(() => clearTimeout(timer))
    },
    { immediate: true },
  )
  onBeforeUnmount(() => running?.abort())

  return { shown, busy, error }
}
