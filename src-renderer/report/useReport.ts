// Writes a report about runs: beside other files in a folder of the desktop app, as a download in a browser.
import { type ReportFormat, type ReportLanguage } from '../../src-main/contract'
import { useApi } from '../api'
import { fileName, joinPath } from '../export/file-name'
import { useTasks } from '../stores/tasks'

export interface AskedReport {
  format: ReportFormat
  language: ReportLanguage
  title: string
  author: string
}

export interface WrittenReport {
  /** Null where the browser has it. */
  file: string | null
  /** The folder that it is in. */
  folder: string | null
}

/** Names that are tried where one is taken. */
const TRIES = 30

/** What `TaskProgress` finds the task by. */
export const reportPurpose = (runs: readonly string[]): string => `report:${runs.join(',')}`

/** `informe.html`, then `informe-2.html`. */
export const numberedName = (stem: string, number: number, format: ReportFormat): string =>
  `${stem}${number > 1 ? `-${number}` : ''}.${format}`

function download(url: string, name: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

export function useReport() {
  const api = useApi()
  const tasks = useTasks()

  /**
   * @param fallback what the file is called where the report has no title
   * @returns null where no folder was chosen
   * @throws what the engine says
   */
  async function writeReport(
    runs: readonly string[],
    asked: AskedReport,
    fallback: string,
  ): Promise<WrittenReport | null> {
    const { format, language } = asked
    const [title, author] = [asked.title.trim(), asked.author.trim()]
    const options = { format, language, ...(title && { title }), ...(author && { author }) }
    const folder = api.chooseFolder ? await api.chooseFolder() : undefined
    if (folder === null) return null
    const stem = fileName(title || fallback)
    const write = (out?: string) =>
      tasks.run(reportPurpose(runs), 'report.writing', {}, (callOptions) =>
        api.call('report', { runs: [...runs], options, ...(out && { out }) }, callOptions),
      )
    if (folder === undefined) {
      const result = await write()
      if (result.download && api.downloadUrl) {
        const ending = result.files.length === 1 ? format : 'zip'
        download(api.downloadUrl(result.download, ending), `${stem}.${ending}`)
      }
      return { file: null, folder: null }
    }
    for (let number = 1; ; number++) {
      try {
        const { file } = await write(joinPath(folder, numberedName(stem, number, format)))
        return { file, folder }
      } catch (error) {
        // Nothing is ever replaced: a report with a name that is taken gets a number.
        if ((error as { code?: string }).code !== 'export-exists' || number >= TRIES) throw error
      }
    }
  }
  return { writeReport }
}
