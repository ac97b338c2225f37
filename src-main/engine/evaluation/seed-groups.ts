// Which runs differ in their seed alone, and what they are called together.
import { isEvaluated, recipeKey, type JudgedRun } from './conditions'
import { testSetKey } from './test-set'

/**
 * Runs of one recipe that were tested on the same images, one a seed, in the order of their seeds. Where a seed was run
 * twice, the second run begins another group: it is the same experiment, and would make luck look smaller than it is.
 */
export function seedGroups(runs: readonly JudgedRun[]): JudgedRun[][] {
  const groups: { key: string; runs: JudgedRun[] }[] = []
  for (const one of runs) {
    const key = recipeKey(one)
    const fits = (group: (typeof groups)[number]): boolean =>
      group.key === key &&
      group.runs.every((other) => other.run.seed !== one.run.seed && sameTest(other, one))
    const group = groups.find(fits)
    if (group) group.runs.push(one)
    else groups.push({ key, runs: [one] })
  }
  return groups.map((group) => group.runs.sort((a, b) => a.run.seed - b.run.seed))
}

/** Runs that were not evaluated yet may join. */
const sameTest = (a: JudgedRun, b: JudgedRun): boolean =>
  !isEvaluated(a) ||
  !isEvaluated(b) ||
  testSetKey(a.evaluation.predictions) === testSetKey(b.evaluation.predictions)

/** The recipe's word for them, or what their names begin with: "CNN" of "CNN, seed 1" and "CNN, seed 2". */
export function groupName(group: readonly JudgedRun[]): string {
  const names = group.map((one) => one.summary.name)
  const parts = new Set(group.map((one) => one.run.recipe?.part ?? null))
  const [part] = parts
  if (group.length > 1 && parts.size === 1 && part) return part
  let common = names[0]!
  for (const name of names) while (!name.startsWith(common)) common = common.slice(0, -1)
  if (names.includes(common)) return common
  // A number that was cut in two ("seed 11" and "seed 12") goes, and the word and the signs before it.
  const cut = names.some((name) => /\d/.test(name.charAt(common.length)))
    ? common.replace(/\d+$/, '')
    : common
  const bare = cut.replace(/[\s,;:·–(=#-]*$/u, '').replace(/[\s,;:·–(-]*\b(seed|semilla|semente)$/iu, '')
  return bare || names[0]!
}
