// Takes a run's model home: into a folder in the desktop app, as a download in a browser.
import { useApi } from '../api'
import { useNotices } from '../stores/notices'
import { useTasks } from '../stores/tasks'

/** A name that every file system takes. */
export const fileName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60) || 'model'

/** Joins with the separator that the folder's own path uses. */
export const joinPath = (folder: string, name: string): string => {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.replace(/[\\/]+$/, '') + separator + name
}

function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

export function useExport() {
  const api = useApi()
  const tasks = useTasks()
  const notices = useNotices()

  async function exportRun(run: { run: string; name: string }): Promise<void> {
    try {
      const chosen = api.chooseFolder ? await api.chooseFolder() : undefined
      if (chosen === null) return
      const out = chosen && joinPath(chosen, `${fileName(run.name)}-tfjs`)
      const result = await tasks.run(`export:${run.run}`, 'run.exporting', { name: run.name }, (options) =>
        api.call('export', { run: run.run, format: 'tfjs', ...(out && { out }) }, options),
      )
      if (result.download && api.downloadUrl)
        download(api.downloadUrl(result.download), `${fileName(run.name)}-tfjs.zip`)
      notices.done(result.download ? 'run.downloaded' : 'run.exported', {
        name: run.name,
        folder: result.folder,
      })
      if (!result.download) api.openFolder?.(result.folder)
    } catch (error) {
      notices.error(error)
    }
  }
  return { exportRun }
}
