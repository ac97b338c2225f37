// The runs of the list, with those of a recipe together. Pure.
import { seedSpread, type PartSpread, type RunSummary } from '../../src-main/contract'
import { isActive } from '../stores/runs'

export interface RunGroup {
  /** Null for a run that was started by itself. */
  set: string | null
  /** Of a recipe in the order of its start. */
  runs: RunSummary[]
}

/**
 * @param list newest first
 * @returns groups in the order of their newest runs
 */
export function groupRuns(list: readonly RunSummary[]): RunGroup[] {
  const groups: RunGroup[] = []
  const sets = new Map<string, RunGroup>()
  for (const run of list) {
    const set = run.recipe?.set ?? null
    const known = set === null ? undefined : sets.get(set)
    if (known) {
      known.runs.unshift(run)
      continue
    }
    const group = { set, runs: [run] }
    groups.push(group)
    if (set !== null) sets.set(set, group)
  }
  return groups
}

export interface SetState {
  /** Name of the recipe. */
  recipe: string
  dataset: string
  /** Runs that are done, and all. */
  done: number
  total: number
  ended: boolean
  /** What to lay side by side: of several seeds the runs of the first. */
  compare: string[]
  /** Of each part over the seeds, where there are several. */
  spread: PartSpread[]
}

/** Runs that a comparison can show at once. */
const MOST = 12

export function setState({ runs }: RunGroup): SetState {
  const seeds = [...new Set(runs.map(({ seed }) => seed))].sort((a, b) => a - b)
  const done = runs.filter(({ status }) => status === 'done')
  const first = done.filter(({ seed }) => seeds.length === 1 || seed === seeds[0])
  return {
    recipe: runs[0]!.recipe?.name ?? '',
    dataset: runs[0]!.datasetName,
    done: done.length,
    total: runs.length,
    ended: !runs.some(isActive),
    compare: first.slice(0, MOST).map(({ run }) => run),
    spread: seeds.length > 1 ? seedSpread(done) : [],
  }
}
