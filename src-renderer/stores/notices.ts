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
  action?: { label: string; run(): void }
}

/** Long enough to read and to reach the button. */
export const undoTime = 8000

export const useNotices = defineStore('notices', () => {
  const list = ref<Notice[]>([])
  let last = 0

  function dismiss(id: number): void {
    list.value = list.value.filter((notice) => notice.id !== id)
  }

  function add(notice: Omit<Notice, 'id'>, milliseconds: number): number {
    const id = ++last
    list.value = [...list.value.slice(-3), { ...notice, id }]
    if (milliseconds > 0) setTimeout(() => dismiss(id), milliseconds)
    return id
  }

  return {
    list,
    dismiss,
    /** Errors stay until they are dismissed. Cancelling is not an error: the user did it. */
    error(error: unknown): void {
      if ((error as { code?: string } | null)?.code !== 'cancelled') add({ kind: 'error', error }, 0)
    },
    done(text: string, values?: Record<string, unknown>): void {
      add({ kind: 'done', text, values }, 5000)
    },
    counted(text: string, count: number): void {
      add({ kind: 'done', text, count }, 5000)
    },
    /** Says what was done to `count` things, with the way back. */
    did(text: string, count: number, undo: () => void): void {
      const id = add(
        {
          kind: 'done',
          text,
          count,
          action: { label: 'common.undo', run: () => (dismiss(id), undo()) },
        },
        undoTime,
      )
    },
    /**
     * Says that something was done, and does it for good only when the time to undo it has passed.
     * Leaving the page does it at once.
     */
    undoable(text: string, values: Record<string, unknown>, commit: () => void, undo: () => void): void {
      let open = true
      const finish = (act: () => void) => {
        if (!open) return
        open = false
        clearTimeout(timer)
        removeEventListener('pagehide', commitNow)
        dismiss(id)
        act()
      }
      const commitNow = () => finish(commit)
      const timer = setTimeout(commitNow, undoTime)
      addEventListener('pagehide', commitNow)
      const id = add(
        { kind: 'done', text, values, action: { label: 'common.undo', run: () => finish(undo) } },
        0,
      )
    },
  }
})
