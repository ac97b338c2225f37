// The new run as far as it is filled in. It outlives the screen: looking something up loses nothing.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { type Dataset, type ModelName } from '../../src-main/contract'
import { adapt, newConditions, newModel, type DraftModel } from '../train/draft'

export const useDraft = defineStore('draft', () => {
  let lastKey = 0
  const make = (name: ModelName): DraftModel => ({ key: ++lastKey, name: '', choice: newModel(name) })
  const models = ref<DraftModel[]>([make('cnn'), make('mlp')])
  const conditions = ref(newConditions())

  /** The dataset that the suggestions were made for. */
  let suited: { id: string; train: number } | null = null

  return {
    models,
    conditions,
    suit({ id, images }: Dataset): void {
      if (suited?.id === id) return
      adapt(conditions.value, suited?.train ?? 0, images.train)
      // A size that was chosen for one dataset says nothing about another.
      if (suited) conditions.value.size = 0
      suited = { id, train: images.train }
    },
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
