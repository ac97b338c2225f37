// Every way in which pictures come in ends here: one task, then the dataset's page.
import { useRouter } from 'vue-router'
import { UserError, type CallInput } from '../../src-main/contract'
import { isTable, readDropped, useApi, withoutEnding, type DroppedFolder } from '../api'
import { useText } from '../format/useText'
import { useDatasets } from '../stores/datasets'
import { useImportOptions } from '../stores/importOptions'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'

type Source = CallInput<'data.import'>['source']

/** The last part of a path, on any system. */
export const baseName = (path: string): string =>
  path
    .replace(/[\\/]+$/, '')
    .split(/[\\/]/)
    .at(-1) ?? path

/** CIFAR-10 in the binary form that its authors publish. */
const isCifar10 = (path: string): boolean => /^cifar-10-binary.*\.(tar\.gz|tgz)$/i.test(baseName(path))

/** What several paths are together: a table beside them says what the pictures show. */
export function sourceOf(paths: readonly string[]): Source {
  const pictures = paths.filter((path) => !isTable(path))
  const tables = paths.filter(isTable)
  const csv = tables.length === 1 && pictures.length > 0 ? { csv: tables[0]! } : {}
  const [first] = pictures
  if (pictures.length === 1 && isCifar10(first!)) return { kind: 'cifar10', archive: first! }
  if (pictures.length === 1) return { kind: 'folder', path: first!, ...csv }
  return { kind: 'paths', paths: pictures.length > 0 ? pictures : [...paths], ...csv }
}

/** The sample, its classes called in the language of the interface. */
export const sampleSource = (t: (key: string) => string): Source => ({
  kind: 'sample',
  classes: [t('data.tree.a'), t('data.tree.b'), t('data.tree.c')],
})

export function useImport() {
  const api = useApi()
  const router = useRouter()
  const datasets = useDatasets()
  const tasks = useTasks()
  const notices = useNotices()
  const chosen = useImportOptions()
  const { t } = useText()

  async function perform(name: string, work: Parameters<typeof tasks.run>[3]): Promise<void> {
    if (router.currentRoute.value.name !== 'data') await router.push({ name: 'data' })
    try {
      const done = (await tasks.run('import', 'data.importing', { name }, work)) as Awaited<
        ReturnType<typeof datasets.importFrom>
      >
      await router.push({ name: 'dataset', params: { id: done.dataset.id } })
    } catch (error) {
      notices.error(error)
    }
  }

  const importSource = (source: Source, name: string): Promise<void> =>
    perform(name, (options) =>
      // The ready-made sets have their own size and split.
      datasets.importFrom(
        { source, options: source.kind === 'cifar10' || source.kind === 'sample' ? {} : chosen.options },
        options,
      ),
    )

  const importPaths = async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return
    await importSource(sourceOf(paths), paths.map((path) => withoutEnding(baseName(path))).join(', '))
  }

  /** A browser's files are sent first. */
  async function importFiles(reading: Promise<DroppedFolder>): Promise<void> {
    const { name, files } = await reading
    await perform(name || '…', async (options) => {
      if (files.length === 0) throw new UserError('folder-without-images', 'The folder holds no files.')
      const upload = await api.upload!(files, options)
      return datasets.importFrom(
        {
          source: { kind: 'upload', upload },
          options: { ...chosen.options, ...(name && { name: name.slice(0, 200) }) },
        },
        options,
      )
    })
  }

  const importDropped = (transfer: DataTransfer): Promise<void> =>
    api.pathsForFiles
      ? importPaths(api.pathsForFiles([...transfer.files]))
      : importFiles(readDropped(transfer.items))

  const importSample = (): Promise<void> => importSource(sampleSource(t), t('data.sampleTitle'))

  return { importSource, importSample, importPaths, importFiles, importDropped }
}
