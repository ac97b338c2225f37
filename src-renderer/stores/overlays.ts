// What lies over every screen: the command palette and the sheet of shortcuts; and whether single keys are shortcuts.
import { defineStore } from 'pinia'
import { ref, watchEffect } from 'vue'

const KEY = 'cotejo.singleKeys'

export const useOverlays = defineStore('overlays', () => {
  const palette = ref(false)
  const help = ref(false)
  const singleKeys = ref(localStorage.getItem(KEY) !== 'off')
  watchEffect(() => localStorage.setItem(KEY, singleKeys.value ? 'on' : 'off'))
  return { palette, help, singleKeys }
})
