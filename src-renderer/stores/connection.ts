// Whether the main side can be reached, and what it is.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { type AppEventOf, type CallResult } from '../../src-main/contract'
import { useApi, type ConnectionState } from '../api'

export const useConnection = defineStore('connection', () => {
  const api = useApi()
  const state = ref<ConnectionState>('connecting')
  const info = ref<CallResult<'app.info'> | null>(null)
  /** The last crash of the engine, until the user has read it. */
  const crash = ref<AppEventOf<'engine.crashed'> | null>(null)

  async function refresh(): Promise<void> {
    info.value = await api.call('app.info', {})
  }

  api.listen((event) => {
    if (event.event === 'engine.crashed') crash.value = event
    if (event.event === 'engine.ready' && info.value) info.value = { ...info.value, backend: event.backend }
  })
  return { state, info, crash, refresh }
})
