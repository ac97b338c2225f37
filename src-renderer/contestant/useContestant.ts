// A model that is being brought in: its files, what was found in them, what the user says about it, and its test.
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import {
  matchLabels,
  type ContestantAnswers,
  type ContestantFound,
  type FilesSource,
  type ResizeMode,
  type RunSummary,
} from '../../src-main/contract'
import { useApi, type CallOptions, type UploadFile } from '../api'
import { useDatasets } from '../stores/datasets'
import { useTasks } from '../stores/tasks'

export const PURPOSE = 'contestant'

/** Paths on the engine's machine, or files that are sent first. */
export type ChosenModel = { name: string } & ({ paths: string[] } | { files: UploadFile[] })

/** Of a choice that is left to what was found. */
const AS_FOUND = 'found'
export type ScalingChoice = NonNullable<ContestantAnswers['scaling']> | typeof AS_FOUND

/** A line a label; empty lines at the end are none. */
export const labelsIn = (text: string): string[] =>
  text
    .replace(/\s+$/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())

export function useContestant() {
  const api = useApi()
  const tasks = useTasks()
  const datasets = useDatasets()

  const chosen = shallowRef<ChosenModel | null>(null)
  const found = shallowRef<ContestantFound | null>(null)
  const error = ref<unknown>(null)
  const answers = reactive({
    dataset: '',
    name: '',
    size: 224,
    scaling: AS_FOUND as ScalingChoice,
    resize: 'cover' as ResizeMode,
    labels: '',
    /** For each class of the dataset a place among the model's; -1 for none. */
    map: [] as number[],
  })
  let source: FilesSource | null = null

  const dataset = computed(() => datasets.list.find(({ id }) => id === answers.dataset) ?? null)
  const classes = computed(() => dataset.value?.classes.map((one) => one.name) ?? [])
  /** Null while they are not all named. */
  const labels = computed(() => {
    if (!found.value) return null
    if (found.value.labels) return found.value.labels
    const named = labelsIn(answers.labels)
    return named.length === found.value.classes && named.every((one) => one !== '') ? named : null
  })
  const known = computed(() => answers.map.filter((place) => place >= 0))
  const problem = computed<'tooFew' | 'twice' | null>(() =>
    new Set(known.value).size < known.value.length ? 'twice' : known.value.length < 2 ? 'tooFew' : null,
  )
  const missing = computed(() => answers.map.length - known.value.length)
  const extra = computed(() => (labels.value?.length ?? 0) - new Set(known.value).size)
  const ready = computed(() => !!found.value && !!dataset.value && !!labels.value && problem.value === null)

  watch(
    () => [classes.value, labels.value] as const,
    ([wanted, own]) => {
      answers.map = own ? matchLabels(own, wanted).map((place) => place ?? -1) : []
    },
  )

  async function sourceOf(model: ChosenModel, options: CallOptions): Promise<FilesSource> {
    if ('paths' in model) return { kind: 'paths', paths: model.paths }
    return { kind: 'upload', upload: await api.upload!(model.files, options) }
  }

  /** Looks into the files. */
  async function look(model: ChosenModel): Promise<void> {
    if (tasks.byPurpose(PURPOSE)) return
    Object.assign(error, { value: null })
    found.value = null
    chosen.value = model
    try {
      found.value = await tasks.run(PURPOSE, 'contestant.looking', { name: model.name }, async (options) => {
        source = await sourceOf(model, options)
        return await api.call('runs.inspect', { source }, options)
      })
    } catch (thrown) {
      chosen.value = null
      if ((thrown as { code?: string }).code !== 'cancelled') error.value = thrown
      return
    }
    const { title, resize } = found.value
    Object.assign(answers, { name: title, resize, scaling: AS_FOUND, labels: '' })
    if (!dataset.value) answers.dataset = bestDataset(found.value)
  }

  /** The dataset with most classes of the model's; of equal ones the newest. */
  function bestDataset({ labels: own }: ContestantFound): string {
    const fitting = datasets.list.map(({ id, classes: all }) => {
      const names = all.map((one) => one.name)
      return { id, same: own ? matchLabels(own, names).filter((place) => place !== null).length : 0 }
    })
    return fitting.sort((a, b) => b.same - a.same)[0]?.id ?? ''
  }

  /** Tests it. @returns the run that it is from then on; null where it was cancelled or went wrong */
  async function bring(): Promise<RunSummary | null> {
    if (!ready.value || !source || tasks.byPurpose(PURPOSE)) return null
    error.value = null
    const { size, labels: own } = found.value!
    const said: ContestantAnswers = {
      resize: answers.resize,
      map: answers.map.map((place) => (place < 0 ? null : place)),
      ...(size === null && { size: answers.size }),
      ...(answers.scaling !== AS_FOUND && { scaling: answers.scaling }),
      ...(own === null && { labels: labels.value! }),
    }
    const name = answers.name.trim()
    const request = { source, dataset: answers.dataset, answers: said, ...(name && { name }) }
    try {
      return await tasks.run(PURPOSE, 'contestant.testing', { name: name || found.value!.title }, (options) =>
        api.call('runs.import', request, options),
      )
    } catch (thrown) {
      if ((thrown as { code?: string }).code !== 'cancelled') error.value = thrown
      return null
    }
  }

  function forget(): void {
    chosen.value = found.value = source = null
    error.value = null
  }

  return { chosen, found, error, answers, dataset, classes, labels, problem, missing, extra, ready, look, bring, forget } // prettier-ignore
}
