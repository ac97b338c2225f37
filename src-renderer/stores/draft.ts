// The new run as far as it is filled in. It outlives the screen: looking something up loses nothing.
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { type Dataset, type ModelName, type RunRequest } from '../../src-main/contract'
import { usualBase } from '../train/bases'
import { adapt, newConditions, newModel, newPhase, type DraftModel } from '../train/draft'
import { draftOf } from '../train/from-run'
import { useBases } from './bases'

export const useDraft = defineStore('draft', () => {
  const bases = useBases()
  let lastKey = 0
  const choose = (name: ModelName): DraftModel['choice'] => newModel(name, usualBase(bases.list)?.id)
  const make = (name: ModelName): DraftModel => ({
    key: ++lastKey,
    name: '',
    choice: choose(name),
    size: null,
    phases: [newPhase([])],
  })
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
    /**
     * Becomes one model with exactly these settings, whatever was filled in before.
     * @param train pictures of its dataset that are trained on
     */
    take(request: RunRequest, train: number): void {
      const taken = draftOf(request, ++lastKey)
      models.value = [taken.model]
      conditions.value = taken.conditions
      // They suit as they are: nothing of them is a suggestion that follows the dataset.
      suited = { id: request.dataset, train }
    },
    choose,
    add(name: ModelName): void {
      models.value.push(make(name))
    },
    duplicate(model: DraftModel): void {
      const at = models.value.indexOf(model)
      const copy = JSON.parse(JSON.stringify(model)) as DraftModel
      models.value.splice(at + 1, 0, { ...copy, key: ++lastKey, name: '' })
    },
    remove(model: DraftModel): void {
      models.value = models.value.filter((one) => one !== model)
    },
  }
})
