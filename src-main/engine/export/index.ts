// Taking a trained model home; one format a file.
import {
  UserError,
  type ExportCheck,
  type ExportFormat,
  type ExportResult,
  type ExportsResult,
} from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { checkExport } from './check'
import { writeCommon } from './common-files'
import { type ExportedRun } from './format'
import { formats } from './formats'
import { writeNewFolder } from './new-folder'
import { openRun, type RunPlace } from './open-run'
import { writeSeveral } from './several'

export { openRun } from './open-run'

function formatOf(name: ExportFormat) {
  const format = formats[name]
  if (format) return format
  throw new UserError('format-unknown', `There is no export format called ${name}.`, {
    detail: { format: name },
    hint: `Choose one of: ${Object.keys(formats).join(', ')}.`,
  })
}

const PARTS = 3

/**
 * Writes one format's files into an empty folder, and checks them.
 * @throws UserError `export-differs` where they say something else than the run's model; `cancelled`
 */
export async function writeFormat(
  name: ExportFormat,
  folder: string,
  run: ExportedRun,
  task: Task,
): Promise<ExportCheck> {
  const format = formatOf(name)
  const step = (done: number): void => {
    throwIfCancelled(task)
    task.progress({ stage: 'export', done, total: PARTS, unit: 'parts', item: name })
  }
  step(0)
  await writeCommon(folder, format, run)
  step(1)
  await format.write(folder, run, task)
  step(2)
  const check = await checkExport(name, format, folder, run, task)
  step(3)
  return check
}

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
  const run = await openRun(params)
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

/**
 * Writes several formats of a run's model, each a folder within the new folder `out`. One that this model cannot be had
 * in, or that fails its check, is in `failed`.
 *
 * @throws UserError as `exportRun`, where no format is left
 */
export async function exportSeveral(
  params: RunPlace & { formats: readonly ExportFormat[]; out: string },
  task: Task,
): Promise<ExportsResult> {
  params.formats.forEach(formatOf)
  return await writeSeveral(params, writeFormat, task)
}
