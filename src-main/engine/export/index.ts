// Taking a trained model home; one format a file.
import { type ExportCheck, type ExportFormat, type ExportResult } from '../../contract'
import { type Task } from '../task'
import { writeNewFolder } from './new-folder'
import { openRun, type RunPlace } from './open-run'
import { formatOf, writeFormat } from './write-format'

export { openRun } from './open-run'
export { exportSeveral } from './several'
export { writeFormat } from './write-format'

/**
 * Writes a run's model as a new folder at `out`, whole or not at all.
 *
 * @param params `folder` is the run's; `out` must not exist, or be an empty folder
 * @throws UserError `export-exists`, `run-not-finished` where there is no model, `export-differs`, `cancelled`
 */
export async function exportRun(
  params: RunPlace & { format: ExportFormat; out: string },
  task: Task,
): Promise<ExportResult> {
  const { run: id, format, out } = params
  formatOf(format)
  const run = await openRun(params, task)
  try {
    let check: ExportCheck | undefined
    const files = await writeNewFolder(out, async (folder) => {
      check = await writeFormat(format, folder, run, task)
    })
    return { run: id, format, folder: out, files, check: check! }
  } finally {
    run.dispose()
  }
}
