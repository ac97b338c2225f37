// One format: its files, what is in every export beside them, and the check of both.
import { UserError, type ExportCheck, type ExportFormat } from '../../contract'
import { throwIfCancelled, type Task } from '../task'
import { checkExport } from './check'
import { writeCard, writeCommon } from './common-files'
import { type ExportedRun } from './format'
import { formats } from './formats'

/** @throws UserError `format-unknown` */
export function formatOf(name: ExportFormat) {
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
  await writeCard(folder, name, check, run)
  step(3)
  return check
}
