// Which grid each tensor of a model has. Operators that only move values, or take the largest, cannot change it: what
// they take and what they make has the same one.
import { type Quantization, type TfliteModel } from '../model'
import { type OperatorName } from '../schema'
import { gridOf, joined, uniform, type Range } from './grid'
import { Groups } from './groups'

/** Input and output have one grid. */
const KEEP = new Set<OperatorName>(['RESHAPE', 'MAX_POOL_2D', 'AVERAGE_POOL_2D', 'PAD', 'REDUCE_MAX'])

/** Operators whose output always has the same grid; kernels know nothing else. CAST makes of pixels what they are. */
const FIXED: Partial<Record<OperatorName, Quantization>> = {
  CAST: uniform(1, -128),
  LOGISTIC: uniform(1 / 256, -128),
  TANH: uniform(1 / 128, 0),
  SOFTMAX: uniform(1 / 256, -128),
}

/**
 * @param ranges by the names of tensors
 * @returns the grid of every computed tensor by its number. A concatenation may still take one with a fixed grid of
 *   another kind: that has to be brought to the concatenation's.
 */
export function gridsOf(
  { tensors, operators }: TfliteModel,
  ranges: ReadonlyMap<string, Range>,
): Map<number, Quantization> {
  const groups = new Groups<number>()
  for (const { name, inputs, output } of operators) if (KEEP.has(name)) groups.join(inputs[0]!, output)
  const fixed = new Map<number, Quantization>()
  for (const { name, output } of operators) {
    const grid = FIXED[name]
    if (grid) fixed.set(groups.rootOf(output), grid)
  }
  for (const { name, inputs, output } of operators) {
    if (name !== 'CONCATENATION') continue
    for (const input of inputs) if (!fixed.has(groups.rootOf(input))) groups.join(input, output)
  }
  const members = new Map<number, Range[]>()
  for (const { output } of operators) {
    const range = ranges.get(tensors[output]!.name)
    const root = groups.rootOf(output)
    if (range) members.set(root, [...(members.get(root) ?? []), range])
  }
  const grids = new Map<number, Quantization>()
  const made = new Map<number, Quantization>()
  for (const { output, float } of operators) {
    const root = groups.rootOf(output)
    const found = members.get(root)
    // Steps within a float part were not observed, and need no grid.
    if (float && !found) continue
    if (!fixed.has(root) && !found) throw new Error(`The values of ${tensors[output]!.name} are not known`)
    if (!made.has(root)) made.set(root, fixed.get(root) ?? gridOf(joined(found!)))
    grids.set(output, made.get(root)!)
  }
  return grids
}
