// Every way in which pictures come in ends here: one task, then the dataset's page.
import { useRouter } from 'vue-router'
import { UserError, type CallInput } from '../../src-main/contract'
import { readDropped, useApi, type DroppedFolder } from '../api'
import { useDatasets } from '../stores/datasets'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'

type Source = CallInput<'data.import'>['source']

/** The last part of a path, on any system. */
export const baseName = (path: string): string =>
  path
    .replace(/[\\/]+$/, '')
    .split(/[\\/]/)
    .at(-1) ?? path

const isArchive = (path: string): boolean => /\.(tar\.gz|tgz)$/i.test(path)

export function useImport() {
  const api = useApi()
  const router = useRouter()
  const datasets = useDatasets()
  const tasks = useTasks()
  const notices = useNotices()

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
    perform(name, (options) => datasets.importFrom({ source }, options))

  const importPath = (path: string): Promise<void> =>
    isArchive(path)
      ? importSource({ kind: 'cifar10', archive: path }, baseName(path))
      : importSource({ kind: 'folder', path }, baseName(path))

  /** A browser's files are sent first. */
  async function importFiles(reading: Promise<DroppedFolder>): Promise<void> {
    const { name, files } = await reading
    await perform(name || '…', async (options) => {
      if (files.length === 0) throw new UserError('folder-without-images', 'The folder holds no files.')
      const upload = await api.upload!(files, options)
      return datasets.importFrom(
        { source: { kind: 'upload', upload }, options: name ? { name: name.slice(0, 200) } : {} },
        options,
      )
    })
  }

  async function importDropped(transfer: DataTransfer): Promise<void> {
    if (!api.pathsForFiles) return importFiles(readDropped(transfer.items))
    const [path] = api.pathsForFiles([...transfer.files])
    if (path) await importPath(path)
  }

  return { importSource, importPath, importFiles, importDropped }
}
