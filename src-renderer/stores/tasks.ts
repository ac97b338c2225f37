// Long work that this window asked for: where it stands, how to cancel it, how it ended.
import { defineStore } from 'pinia'
import { computed, reactive, shallowReactive } from 'vue'
import { type Progress } from '../../src-main/contract'
import { type CallOptions } from '../api'

export interface UiTask {
  readonly id: number
  /** What the task is for: `import`, `export:<run>`, `predict`, `measure`, `install:<pack>`. */
  readonly purpose: string
  /** Message key that names it, with its values. */
  readonly title: string
  readonly values: Record<string, unknown>
  progress: Progress | null
  cancelling: boolean
  cancel(): void
}

export const useTasks = defineStore('tasks', () => {
  const tasks = shallowReactive(new Map<number, UiTask>())
  let last = 0

  /** Runs `work` as a task; it is in the list until it ends, however it ends. */
  async function run<T>(
    purpose: string,
    title: string,
    values: Record<string, unknown>,
    work: (options: CallOptions) => Promise<T>,
  ): Promise<T> {
    const controller = new AbortController()
    const task = reactive<UiTask>({
      id: ++last,
      purpose,
      title,
      values,
      progress: null,
      cancelling: false,
      cancel() {
        task.cancelling = true
        controller.abort()
      },
    })
    tasks.set(task.id, task)
    try {
      return await work({ signal: controller.signal, onProgress: (now) => (task.progress = now) })
    } finally {
      tasks.delete(task.id)
    }
  }

  const list = computed(() => [...tasks.values()])
  const byPurpose = (purpose: string): UiTask | undefined =>
    list.value.find((task) => task.purpose === purpose)
  return { list, run, byPurpose }
})
