// Pictures that a person brought, and what the model says about them.
import { computed, ref } from 'vue'
import { type Picture, type Prediction } from '../../src-main/contract'
import { useApi, type CallOptions } from '../api'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'
import { toBase64 } from './base64'

export interface Shown {
  key: number
  file: File
  prediction: Prediction | null
  failed: string
}

/** Pictures of one call together are at most this large, so that no frame is. */
const groupBytes = 6_000_000

/** Splits a list so that each part stays under the limit (a single larger one stands alone). */
export function groupBySize<T>(items: readonly T[], size: (item: T) => number, limit: number): T[][] {
  const groups: T[][] = []
  let room = 0
  for (const item of items) {
    if (groups.length === 0 || size(item) > room) {
      groups.push([])
      room = limit
    }
    groups.at(-1)!.push(item)
    room -= size(item)
  }
  return groups
}

export function usePictures(run: () => string) {
  const api = useApi()
  const tasks = useTasks()
  const notices = useNotices()
  const shown = ref<Shown[]>([])
  const labels = ref<string[]>([])
  let lastKey = 0

  async function asPicture(file: File): Promise<Picture> {
    const [path] = api.pathsForFiles?.([file]) ?? []
    if (path) return { path }
    return { name: file.name.slice(-255), base64: toBase64(new Uint8Array(await file.arrayBuffer())) }
  }

  async function ask(group: Shown[], options: CallOptions): Promise<void> {
    const asked = run()
    const pictures = await Promise.all(group.map((one) => asPicture(one.file)))
    const answer = await api.call('predict', { run: asked, pictures }, options)
    if (asked !== run()) return
    labels.value = answer.labels
    // The answer keeps our order and leaves out what could not be read; names tell which those are.
    const failed = new Map(answer.failed.map((one) => [one.file, one.message]))
    const answers = [...answer.predictions]
    group.forEach((one, at) => {
      const picture = pictures[at]!
      const message = failed.get('path' in picture ? picture.path : picture.name)
      if (message !== undefined) one.failed = message
      else one.prediction = answers.shift() ?? null
    })
  }

  async function askAll(pictures: Shown[]): Promise<void> {
    try {
      await tasks.run('predict', 'predict.asking', {}, async (options) => {
        for (const group of groupBySize(pictures, (one) => one.file.size, groupBytes))
          await ask(group, options)
      })
    } catch (error) {
      notices.error(error)
    }
  }

  async function add(files: readonly File[]): Promise<void> {
    if (!run() || files.length === 0) return
    const added = files.map((file) => ({ key: ++lastKey, file, prediction: null, failed: '' }))
    shown.value = [...added, ...shown.value]
    await askAll(shown.value.slice(0, added.length))
  }

  /** Another run was chosen: the same pictures, asked again. */
  async function again(): Promise<void> {
    for (const one of shown.value) Object.assign(one, { prediction: null, failed: '' })
    if (run() && shown.value.length > 0) await askAll([...shown.value])
  }

  const busy = computed(() => tasks.byPurpose('predict'))
  return { shown, labels, busy, add, again, clear: () => (shown.value = []) }
}
