// More pictures for a dataset: what was dropped or chosen waits until a person said where it belongs.
import { UserError } from '../../src-main/contract'
import {
  bringsClasses,
  chosenFiles,
  droppedFiles,
  isArchive,
  isTable,
  useApi,
  type CallOptions,
  type UploadFile,
} from '../api'
import { useAdding, type Waiting } from '../stores/adding'
import { useDatasets } from '../stores/datasets'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'
import { baseName } from './useImport'

/** The first folders or files of paths, each once. */
const tops = (files: readonly UploadFile[]): string[] => [
  ...new Set(files.map(({ path }) => path.split('/')[0]!)),
]

export function useAddPictures() {
  const api = useApi()
  const store = useAdding()
  const datasets = useDatasets()
  const tasks = useTasks()
  const notices = useNotices()

  function offer(waiting: Waiting): void {
    if (waiting.names.length === 0) return
    store.waiting = waiting
    store.open = true
  }

  const offerFiles = (files: UploadFile[]): void =>
    offer({
      names: tops(files),
      classes: files.some(({ path }) => path.includes('/') || isArchive(path) || isTable(path)),
      source: { files },
    })

  /** @param classes whether folders or archives are among the paths */
  const offerPaths = (paths: string[], classes: boolean): void =>
    offer({ names: paths.map(baseName), classes, source: { paths } })

  /** Must be called within the drop event. */
  async function offerDropped(transfer: DataTransfer): Promise<void> {
    const classes = bringsClasses(transfer.items)
    if (api.pathsForFiles) return offerPaths(api.pathsForFiles([...transfer.files]), classes)
    offerFiles(await droppedFiles(transfer.items))
  }

  const offerChosen = (list: FileList): void => offerFiles(chosenFiles(list))

  async function sourceOf({ source }: Waiting, options: CallOptions) {
    if ('files' in source) {
      if (source.files.length === 0) throw new UserError('folder-without-images', 'There are no files.')
      return { kind: 'upload' as const, upload: await api.upload!(source.files, options) }
    }
    const csv = source.paths.filter(isTable)
    const paths = source.paths.filter((path) => !isTable(path))
    return { kind: 'paths' as const, paths, ...(csv.length === 1 && { csv: csv[0]! }) }
  }

  /** @param label the class of all of them, or null where folders say it */
  async function add(dataset: { id: string; name: string }, label: number | null): Promise<boolean> {
    const { waiting } = store
    if (!waiting) return false
    store.open = false
    try {
      const { added } = await tasks.run(
        `add:${dataset.id}`,
        'import.adding',
        { name: dataset.name },
        async (options) =>
          datasets.addTo(
            {
              dataset: dataset.id,
              source: await sourceOf(waiting, options),
              ...(label !== null && { label }),
            },
            options,
          ),
      )
      store.waiting = null
      notices.counted('import.added', added)
      return true
    } catch (error) {
      notices.error(error)
      return false
    }
  }

  return { store, offerPaths, offerDropped, offerChosen, add }
}
