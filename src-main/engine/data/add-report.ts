// What the report of a dataset says of files that are not in it, when more join.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importReport, type ImportReport, type SkippedFile } from '../../contract'
import { type Note } from './findings'
import { meantOf } from './finish'
import { type LayoutNote } from './layout'
import { REPORT_FILE } from './open'

/** The dataset's report as it stands. */
export async function readReport(folder: string): Promise<ImportReport> {
  try {
    return importReport.parse(JSON.parse(await readFile(join(folder, REPORT_FILE), 'utf8')))
  } catch {
    // Of before the findings, or damaged: what is in the dataset is examined anew, only the rest is not known.
    return {
      version: 2,
      files: { total: 0, used: 0, skipped: 0 },
      findings: [],
      skipped: [],
      emptyClasses: [],
      warnings: [],
      seconds: 0,
    }
  }
}

/** All files that a report has as left out: the lines, and the hidden ones. */
export function skippedOf({ skipped, findings }: ImportReport): SkippedFile[] {
  const hidden = findings.find(({ kind }) => kind === 'hidden')?.files ?? []
  return [
    ...skipped,
    ...hidden.map(({ file, note }): SkippedFile => ({ file, reason: 'hidden', message: note })),
  ]
}

/** What a report has that cannot be found in the pictures again. */
export function notesOf({ findings }: ImportReport): (Note | LayoutNote)[] {
  return findings.flatMap(({ kind, message, detail, files }) =>
    kind === 'unverified' || kind === 'test-drawn' || kind === 'folder-ignored' || kind === 'missing-file'
      ? [{ kind, message, detail, files: files.map(({ file }) => file) }]
      : [],
  )
}

/** Nothing joined: the report as it was, with what was looked at in vain. */
export function withSkipped(report: ImportReport, skipped: SkippedFile[]): ImportReport {
  return { ...report, skipped: [...report.skipped, ...meantOf(skipped)] }
}
