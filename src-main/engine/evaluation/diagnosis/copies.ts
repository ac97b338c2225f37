// Which test pictures of a dataset have a copy among those that were trained on, as import found them.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { importReport, lastDecisions, type Finding, type Run } from '../../../contract'
import { readDecisions } from '../../data/decisions'
import { REPORT_FILE } from '../../data/open'

type Group = NonNullable<Finding['groups']>[number]

/** The report read last: many runs are of one dataset, and a report may list thousands of files. */
let last: { key: string; groups: Group[] } | null = null

/** Groups of copies that are in more than one split; null where there is no report. */
async function leaks(dataset: string): Promise<Group[] | null> {
  const file = join(dataset, REPORT_FILE)
  try {
    const { mtimeMs, size } = await stat(file)
    const key = `${file} ${mtimeMs} ${size}`
    if (last?.key === key) return last.groups
    const report = importReport.safeParse(JSON.parse(await readFile(file, 'utf8')))
    if (!report.success) return null
    const found = report.data.findings.filter(({ kind }) => kind === 'leakage')
    last = { key, groups: found.flatMap(({ groups = [] }) => groups) }
    return last.groups
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * @param dataset its folder
 * @param run pictures that were left out when it was made are out of it; what was decided later does not change it
 * @returns places in the dataset, rising; null where there is no report that says so
 */
export async function copiesInTest(dataset: string, run: Pick<Run, 'created'>): Promise<number[] | null> {
  const groups = await leaks(dataset)
  if (!groups) return null
  const steps = (await readDecisions(dataset))?.steps ?? []
  const decisions = lastDecisions(steps.filter(({ at }) => at <= run.created))
  const isOut = (index: number) => decisions.get(index)?.action === 'leave-out'
  const copies = groups.flatMap(({ files }) => {
    const used = files.filter(({ index }) => index !== null && !isOut(index))
    // Validation pictures choose the epoch: a copy there leaks less, and is not counted.
    if (!used.some(({ split }) => split === 'train')) return []
    return used.flatMap(({ split, index }) => (split === 'test' ? [index!] : []))
  })
  return [...new Set(copies)].sort((a, b) => a - b)
}
