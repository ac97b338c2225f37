// Short messages in the corner: what went wrong, what was done, and the chance to undo it.
import { defineStore } from 'pinia'
import { ref } from 'vue'

export interface Notice {
  id: number
  kind: 'error' | 'done'
  /** What was thrown, for errors. */
  error?: unknown
  /** A message key with its values, for the rest. */
  text?: string
  values?: Record<string, unknown>
  /** How many it is about, where the text counts. */
  count?: number
  /** The way back. */
  action?: { label: string; run(): void }
  /** The way on. */
  offer?: { label: string; run(): void }
}

/** Long enough to read and to reach the button. */
export const undoTime = 12_000
const readTime = 6000

interface Clock {
  left: number
  since: number
  timer: ReturnType<typeof setTimeout> | null
}

export const useNotices = defineStore('notices', () => {
  const list = ref<Notice[]>([])
  /** Of notices that go by themselves. */
  const clocks = new Map<number, Clock>()
  let last = 0

  function dismiss(id: number): void {
    const timer = clocks.get(id)?.timer
    if (timer) clearTimeout(timer)
    clocks.delete(id)
    list.value = list.value.filter((notice) => notice.id !== id)
  }

  function go(id: number): void {
    const clock = clocks.get(id)
    if (!clock || clock.timer) return
    clock.since = Date.now()
    clock.timer = setTimeout(() => dismiss(id), clock.left)
  }

  /** While a notice is pointed at or has the focus, it stays. */
  function wait(id: number): void {
    const clock = clocks.get(id)
    if (!clock?.timer) return
    clearTimeout(clock.timer)
    clock.timer = null
    clock.left = Math.max(2000, clock.left - (Date.now() - clock.since))
  }

  function add(notice: Omit<Notice, 'id'>, milliseconds: number): number {
    const id = ++last
    for (const { id: old } of list.value.slice(0, -3)) dismiss(old)
    list.value = [...list.value, { ...notice, id }]
    if (milliseconds > 0) {
      clocks.set(id, { left: milliseconds, since: 0, timer: null })
      go(id)
    }
    return id
  }

  function withUndo(notice: Pick<Notice, 'text' | 'values' | 'count'>, undo: () => unknown): void {
    const run = (): void => {
      dismiss(id)
      Promise.resolve(undo()).catch(error)
    }
    const id = add({ kind: 'done', ...notice, action: { label: 'common.undo', run } }, undoTime)
  }

  /** Errors stay until they are dismissed. Cancelling is not an error: the user did it. */
  function error(thrown: unknown): void {
    if ((thrown as { code?: string } | null)?.code !== 'cancelled') add({ kind: 'error', error: thrown }, 0)
  }

  return {
    list,
    dismiss,
    go,
    wait,
    error,
    done: (text: string, values?: Record<string, unknown>): void =>
      void add({ kind: 'done', text, values }, readTime),
    counted: (text: string, count: number): void => void add({ kind: 'done', text, count }, readTime),
    /** Says what was done to `count` things, with the way back. */
    did: (text: string, count: number, undo: () => unknown): void => withUndo({ text, count }, undo),
    /** Says what was done, with the way back. */
    undoable: (text: string, values: Record<string, unknown>, undo: () => unknown): void =>
      withUndo({ text, values }, undo),
    /** Says that something is ready, with the way there. Stays until it is dismissed. */
    offer(text: string, label: string, run: () => void): void {
      const id = add({ kind: 'done', text, offer: { label, run: () => (dismiss(id), run()) } }, 0)
    },
    /** Takes back what was done last, if that can still be seen. @returns whether there was something */
    undoLast(): boolean {
      const action = list.value.findLast((notice) => notice.action)?.action
      action?.run()
      return action !== undefined
    },
  }
})
