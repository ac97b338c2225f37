// Taking a trained model home; one format a file.
import { join } from 'node:path'
import { UserError, type EngineCallParams, type ExportFormat, type ExportResult } from '../../contract'
import { loadModel } from '../models/storage'
import { type Task } from '../task'
import { readRunFacts } from './facts'
import { writeNewFolder } from './new-folder'
import { type ExportedRun, writeTfjs } from './tfjs'

/** Writes one format's files into an empty folder. */
type Writer = (folder: string, run: ExportedRun, task: Task) => Promise<void>

const writers: Record<ExportFormat, Writer> = { tfjs: writeTfjs }

/**
 * Writes a run's model as a new folder at `out`, whole or not at all.
 *
 * @param params `folder` is the run's; `out` must not exist, or be an empty folder
 * @throws UserError `export-exists`, `run-not-finished` where there is no model, `cancelled`
 */
export async function exportRun(
  params: Omit<EngineCallParams<'export'>, 'packs'>,
  task: Task,
): Promise<ExportResult> {
  const write = writers[params.format]
  if (!write) {
    throw new UserError('format-unknown', `There is no export format called ${params.format}.`, {
      detail: { format: params.format },
      hint: `Choose one of: ${Object.keys(writers).join(', ')}.`,
    })
  }
  const facts = await readRunFacts(params.folder, params.run)
  const { network, description } = await loadModel(join(params.folder, 'model'))
  try {
    const files = await writeNewFolder(params.out, (folder) =>
      write(folder, { network, description, facts }, task),
    )
    return { run: params.run, format: params.format, folder: params.out, files }
  } finally {
    network.dispose()
  }
}
