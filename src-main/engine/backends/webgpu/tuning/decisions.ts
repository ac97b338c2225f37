// Decisions that change how fast a kernel is and not what it computes: the tile of a product, into how many parts a sum
// is split, how many invocations a workgroup has. A rule makes each from the shape; where the adapter's table has
// measured that shape, the table does. Programs are made synchronously, so the table lies here, read before.
//
// The state is the module's, not a backend's: a process has one device, and whoever plans a program knows its shape
// alone.

/** What the adapter allows a workgroup. */
export interface WorkgroupLimits {
  readonly maxComputeInvocationsPerWorkgroup: number
  readonly maxComputeWorkgroupStorageSize: number
}

/** A kernel's call without its numbers: enough to run it again on others. */
export interface CallShape {
  readonly kernelName: string
  readonly inputs: Readonly<Record<string, { readonly shape: readonly number[]; readonly dtype: string }>>
  readonly attrs: object
}

/** A decision that was made by the rule, for want of a measurement. */
export interface OpenDecision {
  readonly name: string
  readonly call: CallShape
  /** By name; the rule's is the first. */
  readonly options: readonly string[]
}

/** What WebGPU promises everywhere. */
const promised: WorkgroupLimits = {
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupStorageSize: 16_384,
}
/** A model has some dozens; shapes without end (pictures of every size) must not become memory without end. */
const MOST_OPEN = 512

let limits = promised
let table = new Map<string, string>()
let attempt: { readonly name: string; readonly option: string } | null = null
let current: (() => CallShape) | null = null
let noted: Map<string, OpenDecision> | null = null

export const workgroupLimits = (): WorkgroupLimits => limits

/**
 * What is known of a device, in place of what was: its limits and the options that were measured to be the fastest.
 * @param note whether decisions that are not in the table are to be written down for a tuner
 */
export function useDecisions(
  of: WorkgroupLimits,
  measured: ReadonlyMap<string, string>,
  note: boolean,
): void {
  limits = of
  table = new Map(measured)
  noted = note ? new Map() : null
}

/** From now on this option is taken. Commands that were recorded before are still right, but old. */
export function settle(name: string, option: string): void {
  table.set(name, option)
}

/** Back to the rules and to what WebGPU promises everywhere. */
export function forgetDecisions(): void {
  useDecisions(promised, new Map(), false)
}

/** Decisions that were made by rule since they were last taken. */
export function takeOpenDecisions(): OpenDecision[] {
  const open = [...(noted?.values() ?? [])]
  noted?.clear()
  return open
}

/**
 * Decides by the table where it has an option that there is, else by the rule.
 * @param name of the decision: family and shape
 * @param options the rule's own first; two of one name are one
 * @param nameOf tells options apart, in a table and in a program's key
 */
export function decide<Option>(
  name: string,
  options: readonly [Option, ...Option[]],
  nameOf: (option: Option) => string,
): Option {
  const wanted = attempt?.name === name ? attempt.option : table.get(name)
  if (wanted !== undefined) return options.find((option) => nameOf(option) === wanted) ?? options[0]
  if (noted && current && !noted.has(name) && noted.size < MOST_OPEN) {
    const different = [...new Set(options.map(nameOf))]
    if (different.length > 1) noted.set(name, { name, call: current(), options: different })
  }
  return options[0]
}

/** Runs a kernel; decisions of it that are open are written down with its call, which is asked for only then. */
export function duringCall<T>(call: () => CallShape, kernel: () => T): T {
  if (!noted || current || attempt) return kernel()
  current = call
  try {
    return kernel()
  } finally {
    current = null
  }
}

/** Plans `work` as if the table had this option. */
export function attempting<T>(name: string, option: string, work: () => T): T {
  attempt = { name, option }
  try {
    return work()
  } finally {
    attempt = null
  }
}
