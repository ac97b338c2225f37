// A whole folder through the chosen models: progress, time left and the way out are the task's; the answer has counts,
// the first rows and the table.
import { computed, shallowRef } from 'vue'
import { UserError, type FilesPredictions, type FilesSource } from '../../src-main/contract'
import { useApi, type CallOptions, type UploadFile } from '../api'
import { baseName } from '../data/useImport'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'

export interface FolderAnswer {
  name: string
  answer: FilesPredictions
}

export function useFolder(runs: () => readonly string[]) {
  const api = useApi()
  const tasks = useTasks()
  const notices = useNotices()
  const result = shallowRef<FolderAnswer | null>(null)
  const busy = computed(() => tasks.byPurpose('predict-folder'))

  async function perform(name: string, find: (options: CallOptions) => Promise<FilesSource>): Promise<void> {
    const asked = [...runs()]
    if (busy.value || asked.length === 0) return
    result.value = null
    try {
      await tasks.run('predict-folder', 'predict.folder.asking', { name }, async (options) => {
        const source = await find(options)
        const answer = await api.call('predict.files', { runs: asked, source }, options)
        result.value = { name, answer }
      })
    } catch (error) {
      notices.error(error)
    }
  }

  const askPaths = (paths: string[]): Promise<void> =>
    paths.length === 0
      ? Promise.resolve()
      : perform(paths.map(baseName).join(', '), async () => ({ kind: 'paths', paths }))

  /** A browser's files are sent first. */
  const askFiles = (name: string, files: readonly UploadFile[]): Promise<void> =>
    perform(name || '…', async (options) => {
      if (files.length === 0) throw new UserError('folder-without-images', 'The folder holds no files.')
      return { kind: 'upload', upload: await api.upload!(files, options) }
    })

  return { result, busy, askPaths, askFiles, clear: () => (result.value = null) }
}
