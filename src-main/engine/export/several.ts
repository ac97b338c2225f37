// Several formats of one run at once: the model is read once, and each format has a folder of its own.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, type ExportFormat, type ExportsResult } from '../../contract'
import { type Task } from '../task'
import { writeNewFolder } from './new-folder'
import { openRun, type RunPlace } from './open-run'
import { formatOf, writeFormat } from './write-format'

type Outcome = Omit<ExportsResult['exports'][number], 'files'>

/**
 * Writes the formats as folders in a new folder `out`, whole or not at all. A format that this model cannot be had in,
 * or that fails its check, is left out and said.
 *
 * @throws UserError as a single export does where no format is left; `export-exists`, `cancelled`
 */
export async function exportSeveral(
  { out, formats, ...place }: RunPlace & { formats: readonly ExportFormat[]; out: string },
  task: Task,
): Promise<ExportsResult> {
  formats.forEach(formatOf)
  const chosen = [...new Set(formats)]
  const run = await openRun(place, task)
  const done: Outcome[] = []
  const failed: { format: ExportFormat; error: UserError }[] = []
  try {
    const files = await writeNewFolder(out, async (folder) => {
      for (const [at, format] of chosen.entries()) {
        const inner = join(folder, format)
        await mkdir(inner)
        try {
          done.push({ format, check: await writeFormat(format, inner, run, partOf(task, at, chosen.length)) })
        } catch (error) {
          if (!(error instanceof UserError) || error.code === 'cancelled' || error.code === 'disk-full')
            throw error
          await rm(inner, { recursive: true, force: true })
          failed.push({ format, error })
        }
      }
      if (done.length === 0) throw failed[0]!.error
    })
    const within = (format: string) =>
      files
        .filter(({ file }) => file.startsWith(`${format}/`))
        .map(({ file, bytes }) => ({ file: file.slice(format.length + 1), bytes }))
    return {
      run: place.run,
      folder: out,
      exports: done.map(({ format, check }) => ({ format, files: within(format), check })),
      failed: failed.map(({ format, error: { code, message, hint } }) => ({ format, code, message, hint })),
    }
  } finally {
    run.dispose()
  }
}

/** The progress of one of several: its own parts count as a part of the whole. */
const partOf = (task: Task, at: number, count: number): Task => ({
  signal: task.signal,
  progress: (now) =>
    task.progress(
      now.stage === 'export'
        ? { ...now, done: at + now.done / Math.max(1, now.total), total: count, unit: 'parts' }
        : now,
    ),
})
