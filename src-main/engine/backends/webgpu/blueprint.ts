// From a script to what a replay does: which commands, in which order, and where each of their tensors is.
import { leastMemory, planMemory, type Lifetime } from './plan'
import type { Dispatch, Script, Source } from './recording'
import type { Group } from './side-by-side'

/**
 * Where a tensor is when a replay runs: a part of one of the run's buffers, or what is constant. The run's buffers are, in
 * this order: slots of intermediates, inputs, outputs, gathered operands, arenas of results.
 */
export interface Spot {
  readonly at: number | GPUBuffer
  /** In bytes, from where that begins. */
  readonly offset: number
}

export interface Binding extends Spot {
  readonly binding: number
  readonly bytes: number
}

export interface Command {
  /** What was recorded, or several of it side by side. */
  readonly what: Dispatch | Group
  readonly bindings: readonly Binding[]
}

/** An output: a buffer of its own, or a part of an arena of results. */
export type OutputSpot = { readonly bytes: number } | { readonly arena: number; readonly offset: number }

export interface Blueprint {
  readonly commands: readonly Command[]
  /** Bytes of each slot. */
  readonly slots: readonly number[]
  /** Bytes of intermediates that are alive at once at most. */
  readonly leastBytes: number
  readonly outputs: readonly OutputSpot[]
  /** Operands of groups that are inputs: they have to lie side by side. */
  readonly gathered: readonly { readonly group: Group; readonly inputs: readonly number[] }[]
  /** The group of each arena of results. */
  readonly arenas: readonly Group[]
}

export const isGroup = (what: Dispatch | Group): what is Group => 'members' in what

/** Something that needs memory between two commands: a tensor, or several side by side. */
interface Unit {
  readonly bytes: number
  first: number
  last: number
}

/**
 * @param inputs how many there are
 * @param outputs which of what the script made are its results
 */
export function blueprintOf(
  script: Script,
  inputs: number,
  outputs: readonly number[],
  groups: readonly Group[],
): Blueprint {
  const arenas = groups.flatMap((group) => group.results.map(() => group))
  const outputSpots = outputs.map(
    (made): OutputSpot => resultSpot(groups, made) ?? { bytes: script.made[made]! },
  )
  const gathered = groups.flatMap((group) =>
    group.operands.flatMap(({ kind, indices }) => (kind === 'input' ? [{ group, inputs: indices }] : [])),
  )
  const order = commandsOf(script, groups)
  const { units, unitOf } = unitsOf(script, order, groups, new Set(outputs))
  const lifetimes = units.map(({ bytes, first, last }): Lifetime => ({ bytes, first, last }))
  const plan = planMemory(lifetimes)

  const firstOutput = plan.slots.length + inputs
  const firstGathered = firstOutput + outputs.length
  const firstArena = firstGathered + gathered.length
  const spotOf = (source: Source): Spot => {
    if (source.kind === 'constant') return { at: source.buffer, offset: 0 }
    if (source.kind === 'input') return { at: plan.slots.length + source.index, offset: 0 }
    const output = outputs.indexOf(source.index)
    if (output >= 0) return { at: firstOutput + output, offset: 0 }
    const { unit, offset } = unitOf.get(source.index)!
    return { at: plan.places[unit]!, offset }
  }
  let [nextGathered, nextArena] = [firstGathered, firstArena]
  const commands = order.map((what): Command => {
    if (!isGroup(what)) {
      const bindings = what.bound.map(({ source, ...about }) => ({ ...about, ...spotOf(source) }))
      return { what, bindings }
    }
    const bytes = what.layout.bytes
    const spots = [
      ...what.operands.map(({ kind, indices }) =>
        kind === 'input'
          ? { at: nextGathered++, offset: 0, bytes }
          : { ...spotOf({ kind, index: indices[0]! }), bytes },
      ),
      ...what.scalars.map(({ source, bytes: one }) => ({ ...spotOf(source), bytes: one })),
      ...what.results.map(() => ({ at: nextArena++, offset: 0, bytes })),
    ]
    return { what, bindings: spots.map((spot, binding) => ({ ...spot, binding })) }
  })
  return {
    commands,
    slots: plan.slots,
    leastBytes: leastMemory(lifetimes),
    outputs: outputSpots,
    gathered,
    arenas,
  }
}

/** Where in the arenas of results a result lies. */
function resultSpot(groups: readonly Group[], made: number): OutputSpot | null {
  let arena = 0
  for (const { results, layout } of groups) {
    for (const indices of results) {
      const member = indices.indexOf(made)
      if (member >= 0) return { arena, offset: layout.offsets[member]! }
      arena++
    }
  }
  return null
}

/** Each group takes the place of its last member. */
function commandsOf({ dispatches }: Script, groups: readonly Group[]): (Dispatch | Group)[] {
  const instead = new Map<number, Group | null>()
  for (const group of groups) {
    group.members.forEach((member) => instead.set(member, null))
    instead.set(group.members.at(-1)!, group)
  }
  return dispatches.flatMap((dispatch, at): (Dispatch | Group)[] => {
    const group = instead.get(at)
    return group === undefined ? [dispatch] : group ? [group] : []
  })
}

/** What needs memory on the way, and which of it each tensor is, or is a part of. */
function unitsOf(
  script: Script,
  order: readonly (Dispatch | Group)[],
  groups: readonly Group[],
  kept: ReadonlySet<number>,
) {
  const units: Unit[] = []
  const unitOf = new Map<number, { unit: number; offset: number }>()
  const add = (bytes: number) => units.push({ bytes, first: Infinity, last: -1 }) - 1
  for (const { operands, layout } of groups) {
    for (const { kind, indices } of operands) {
      if (kind === 'input') continue
      const unit = add(layout.bytes)
      indices.forEach((index, member) => unitOf.set(index, { unit, offset: layout.offsets[member]! }))
    }
  }
  order.forEach((what, time) => {
    const used = isGroup(what)
      ? [
          ...what.operands.flatMap(({ kind, indices }) => (kind === 'made' ? [indices[0]!] : [])),
          ...madeOf(what.scalars),
        ]
      : madeOf(what.bound)
    for (const index of used) {
      if (kept.has(index)) continue
      if (!unitOf.has(index)) unitOf.set(index, { unit: add(script.made[index]!), offset: 0 })
      const unit = units[unitOf.get(index)!.unit]!
      unit.first = Math.min(unit.first, time)
      unit.last = Math.max(unit.last, time)
    }
  })
  return { units, unitOf }
}

const madeOf = (bound: readonly { readonly source: Source }[]): number[] =>
  bound.flatMap(({ source }) => (source.kind === 'made' ? [source.index] : []))
