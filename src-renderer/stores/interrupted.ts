// Runs that ended only because the program did: the desktop app says so at its start, and they can go on.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useApi } from '../api'
import { useNotices } from './notices'

export const useInterrupted = defineStore('interrupted', () => {
  const api = useApi()
  const notices = useNotices()
  const runs = ref<string[]>([])

  /** Puts all of them back into the queue; each continues from its last checkpoint. */
  async function resume(): Promise<void> {
    const all = runs.value
    runs.value = []
    for (const run of all) {
      try {
        await api.call('runs.resume', { run })
      } catch (error) {
        notices.error(error)
      }
    }
  }
  return { runs, resume }
})
