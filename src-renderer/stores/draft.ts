// The new run as far as it is filled in. It outlives the screen: looking something up loses nothing.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { type ModelName } from '../../src-main/contract'
import { newConditions, newModel, type DraftModel } from '../train/draft'

export const useDraft = defineStore('draft', () => {
  let lastKey = 0
  const make = (name: ModelName): DraftModel => ({ key: ++lastKey, name: '', choice: newModel(name) })
  const models = ref<DraftModel[]>([make('cnn'), make('mlp')])
  const conditions = ref(newConditions())

  return {
    models,
    conditions,
    add(name: ModelName): void {
      models.value.push(make(name))
    },
    duplicate(model: DraftModel): void {
      const at = models.value.indexOf(model)
      const choice = JSON.parse(JSON.stringify(model.choice)) as DraftModel['choice']
      models.value.splice(at + 1, 0, { key: ++lastKey, name: '', choice })
    },
    remove(model: DraftModel): void {
      models.value = models.value.filter((one) => one !== model)
    },
  }
})
