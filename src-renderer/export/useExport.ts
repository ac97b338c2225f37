// Takes a run's model home: into a folder in the desktop app, as a download in a browser.
import { type ExportFormat, type ExportsResult } from '../../src-main/contract'
import { useApi } from '../api'
import { useTasks } from '../stores/tasks'
import { fileName, joinPath } from './file-name'

function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

export interface Exported {
  folder: string
  /** The browser has it as a .zip. */
  downloaded: boolean
  exports: ExportsResult['exports']
  failed: ExportsResult['failed']
}

export function useExport() {
  const api = useApi()
  const tasks = useTasks()

  /**
   * Writes the formats, one as a folder, several as a folder of folders.
   * @returns null where no folder was chosen
   * @throws what the engine says
   */
  async function exportRun(
    run: { run: string; name: string },
    formats: readonly ExportFormat[],
  ): Promise<Exported | null> {
    const chosen = api.chooseFolder ? await api.chooseFolder() : undefined
    if (chosen === null) return null
    const [only] = formats
    const single = formats.length === 1
    const name = `${fileName(run.name)}-${single ? only : 'exports'}`
    const place = { run: run.run, ...(chosen && { out: joinPath(chosen, name) }) }
    const result = await tasks.run(
      `export:${run.run}`,
      'run.exporting',
      { name: run.name },
      async (options) => {
        if (!single) return await api.call('exports', { ...place, formats: [...formats] }, options)
        const { format, files, check, ...rest } = await api.call(
          'export',
          { ...place, format: only! },
          options,
        )
        return { ...rest, exports: [{ format, files, check }], failed: [] }
      },
    )
    const downloaded = result.download !== undefined && api.downloadUrl !== undefined
    if (downloaded) download(api.downloadUrl!(result.download!), `${name}.zip`)
    if (!downloaded) api.openFolder?.(result.folder)
    return { folder: result.folder, downloaded, exports: result.exports, failed: result.failed }
  }
  return { exportRun }
}
