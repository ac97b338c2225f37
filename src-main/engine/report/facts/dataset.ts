// The dataset of runs as a report needs it: its pictures as they were when the runs were trained, and what import found.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importReport, type Dataset, type ImportReport } from '../../../contract'
import { applyDecisions, decidedDataset, readDecisions } from '../../data/decisions'
import { openDataset, REPORT_FILE, type OpenDataset } from '../../data/open'
import { SPLITS } from '../../data/split'

export interface ReportedDataset {
  /** As runs that name it recorded it. */
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly labels: readonly string[]
  /** Null where it was removed from the library since. */
  readonly open: OpenDataset | null
  /** Whether `open` is the very data of the runs; not where pictures came or were decided on since. */
  readonly same: boolean
  /** What import found; null where it cannot be read. */
  readonly findings: ImportReport | null
}

/** Labels, splits and counts of a dataset after its first `steps` decisions. */
async function before(open: OpenDataset, hash: string): Promise<OpenDataset | null> {
  const decisions = await readDecisions(open.folder)
  if (!decisions) return null
  const written: Dataset = open.dataset
  for (let count = decisions.steps.length - 1; count >= 0; count--) {
    const steps = decisions.steps.slice(0, count)
    const dataset = decidedDataset(written, decisions.base, open.imported, steps)
    if (dataset.hash !== hash) continue
    const decided = applyDecisions(open.imported, steps)
    return {
      ...open,
      ...decided,
      dataset,
      indices: (split) =>
        Int32Array.from(
          [...decided.splits.keys()].filter((index) => decided.splits[index] === SPLITS.indexOf(split)),
        ),
    }
  }
  return null
}

/**
 * Reads a dataset, with the decisions that held when its hash was `hash`: a picture that was left out later still was
 * trained on then.
 * @param folder null where the library has it no more
 */
export async function readDataset(
  folder: string | null,
  run: { dataset: string; datasetName: string; datasetHash: string; labels: readonly string[] },
): Promise<ReportedDataset> {
  const known = { id: run.dataset, name: run.datasetName, hash: run.datasetHash, labels: run.labels }
  const open = folder === null ? null : await openDataset(folder).catch(() => null)
  if (!open) return { ...known, open: null, same: false, findings: null }
  const findings = await readFile(join(open.folder, REPORT_FILE), 'utf8')
    .then((text) => importReport.parse(JSON.parse(text)))
    .catch(() => null)
  if (open.dataset.hash === run.datasetHash) return { ...known, open, same: true, findings }
  const then = await before(open, run.datasetHash)
  return { ...known, open: then ?? open, same: then !== null, findings }
}
