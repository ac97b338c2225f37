// How the next pictures are brought in: what every import of this session starts from.
import { defineStore } from 'pinia'
import { computed, reactive } from 'vue'
import { type ImportOptions, type ResizeMode } from '../../src-main/contract'

/** In per cent, and 0 for a size that import chooses by the pictures. */
export interface ImportChoices {
  resize: ResizeMode
  size: number
  validation: number
  test: number
  seed: number
}

export const usualChoices = (): ImportChoices => ({
  resize: 'cover',
  size: 0,
  validation: 15,
  test: 15,
  seed: 1,
})

/** Only what was changed is said, so that the engine's own choice (by the layout, by the sizes) holds otherwise. */
export function toOptions(choices: ImportChoices): ImportOptions {
  const usual = usualChoices()
  return {
    ...(choices.resize !== usual.resize && { resize: choices.resize }),
    ...(choices.size > 0 && { size: choices.size }),
    ...(choices.validation !== usual.validation && { validation: choices.validation / 100 }),
    ...(choices.test !== usual.test && { test: choices.test / 100 }),
    ...(choices.seed !== usual.seed && { seed: choices.seed }),
  }
}

export const useImportOptions = defineStore('importOptions', () => {
  const choices = reactive(usualChoices())
  const options = computed(() => toOptions(choices))
  const changed = computed(() => Object.keys(options.value).length > 0)
  return { choices, options, changed }
})
