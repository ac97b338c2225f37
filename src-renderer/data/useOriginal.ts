// Where a picture's original is, and its folder in the system's file manager where there is one.
import { useApi } from '../api'
import { useNotices } from '../stores/notices'

export function useOriginal() {
  const api = useApi()
  const notices = useNotices()

  const locate = (dataset: string, file: string) => api.call('data.locate', { dataset, file })

  async function openFolderOf(dataset: string, file: string): Promise<void> {
    try {
      const { folder } = await locate(dataset, file)
      if (folder) api.openFolder?.(folder)
      else notices.done('findings.gone', { file })
    } catch (error) {
      notices.error(error)
    }
  }

  return { canOpen: api.openFolder !== null, locate, openFolderOf }
}
