// report.json as interfaces get it: reports of before brought to today's shape, and what is still open of each finding.
import { z } from 'zod'
import {
  importReport,
  skippedFile,
  type Decision,
  type Finding,
  type FindingFile,
  type ImportReport,
} from '../../contract'
import type { Items } from './items'

/** report.json as versions before the findings wrote it. */
const firstReport = z.object({
  version: z.literal(1),
  files: importReport.shape.files,
  skipped: z.array(skippedFile),
  emptyClasses: z.array(z.string()),
  warnings: z.array(z.string()),
  seconds: z.number(),
})

/** report.json of this version or the one before. */
export const reportFile = z.union([
  importReport,
  firstReport.transform((old): ImportReport => ({ ...old, version: 2, findings: findingsOf(old.skipped) })),
])

/** The files that were left out are all that an old report says file by file. */
function findingsOf(skipped: ImportReport['skipped']): Finding[] {
  const kinds = [...new Set(skipped.map(({ reason }) => reason))]
  return kinds.map((kind) => {
    const files = skipped.filter(({ reason }) => reason === kind)
    return {
      kind,
      severity: 'warning',
      count: files.length,
      message: `${files.length === 1 ? 'One file was' : `${files.length} files were`} left out (${kind}).`,
      detail: { count: files.length },
      files: files.map(({ file, message }) => ({ file, index: null, ...(message && { note: message }) })),
    }
  })
}

/** The report with `open` in each finding: how many of its files the decisions have not settled. */
export function withOpen(
  report: ImportReport,
  items: Items,
  decisions: ReadonlyMap<number, Decision>,
): ImportReport {
  return {
    ...report,
    findings: report.findings.map((one) => ({ ...one, open: openFiles(one, items, decisions) })),
  }
}

function openFiles(
  { kind, files, groups, count }: Finding,
  items: Items,
  decisions: ReadonlyMap<number, Decision>,
): number {
  if (!groups) {
    const settled = files.filter(({ index }) => index !== null && decisions.has(index)).length
    return count - settled
  }
  const labelOf = (index: number) => decisions.get(index)?.label ?? items.labels[index]
  let settled = 0
  for (const group of groups) {
    const taken = group.files.filter((one): one is FindingFile & { index: number } => one.index !== null)
    const used = taken.filter(({ index }) => decisions.get(index)?.action !== 'leave-out')
    const looked = used.length > 0 && used.every(({ index }) => decisions.get(index)?.action === 'keep')
    const values = new Set(
      used.map(({ index }) => (kind === 'leakage' ? items.splits[index] : labelOf(index))),
    )
    const different = kind === 'leakage' || kind === 'label-conflict'
    if (looked || used.length < 2 || (different && values.size < 2)) settled += group.files.length
  }
  return Math.max(0, count - settled)
}
