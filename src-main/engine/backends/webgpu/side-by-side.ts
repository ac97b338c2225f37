// Dispatches of a script that compute each element of their tensors by itself, in the same way: the optimizer's updates
// of all weights. With their tensors one behind another in shared buffers they are one dispatch.
import { layOut, type Layout } from './arenas'
import type { Program } from './program'
import type { Bound, Script } from './recording'

export interface Group {
  /** Which dispatches it stands for, in order. It takes the place of the last. */
  readonly members: readonly number[]
  readonly program: Program
  /** Bytes of each member's tensors. */
  readonly sizes: readonly number[]
  /** Where they lie in an arena. */
  readonly layout: Layout
  /**
   * Of each operand, the members' tensors: inputs of the function, or what was made before. They are all of a kind.
   */
  readonly operands: readonly { readonly kind: 'input' | 'made'; readonly indices: readonly number[] }[]
  /** Bound after the operands, the same for all members. */
  readonly scalars: readonly Bound[]
  /** Of each result, what the members make: results of the function. */
  readonly results: readonly (readonly number[])[]
}

interface Limits {
  readonly minStorageBufferOffsetAlignment: number
  readonly maxStorageBufferBindingSize: number
}

/** @param programOf the program of each dispatch, where it is one of ours */
export function groupsOf(
  script: Script,
  outputs: readonly number[],
  programOf: (dispatch: number) => Program | undefined,
  limits: Limits,
): Group[] {
  const kept = new Set(outputs)
  const families = new Map<string, number[]>()
  script.dispatches.forEach(({ bound }, at) => {
    const wide = programOf(at)?.wide
    if (!wide) return
    const scalars = bound.slice(wide.operands, wide.operands + wide.scalars)
    const results = bound.slice(wide.operands + wide.scalars)
    if (!results.every(({ source }) => source.kind === 'made' && kept.has(source.index))) return
    const key = JSON.stringify([wide.family, scalars.map(({ source }) => nameOf(source, script))])
    families.set(key, [...(families.get(key) ?? []), at])
  })
  return [...families.values()].flatMap((members) => {
    const group = members.length > 1 ? groupOf(script, members, programOf, limits) : null
    return group && isSafe(script, group, kept) ? [group] : []
  })
}

const nameOf = (source: Bound['source'], { constants }: Script): string =>
  source.kind === 'constant'
    ? `constant ${constants.indexOf(source.buffer)}`
    : `${source.kind} ${source.index}`

function groupOf(
  { dispatches }: Script,
  members: readonly number[],
  programOf: (dispatch: number) => Program | undefined,
  limits: Limits,
): Group | null {
  const wide = programOf(members[0]!)!.wide!
  const at = (member: number, place: number) => dispatches[member]!.bound[place]!
  const sizes = members.map((member) => at(member, 0).bytes)
  const layout = layOut(sizes, Math.max(16, limits.minStorageBufferOffsetAlignment))
  if (layout.bytes > limits.maxStorageBufferBindingSize) return null
  const operands: Group['operands'][number][] = []
  for (let place = 0; place < wide.operands; place++) {
    const sources = members.map((member) => at(member, place).source)
    const { kind } = sources[0]!
    if (kind === 'constant' || sources.some((source) => source.kind !== kind)) return null
    const indices = sources.map((source) => (source.kind === 'constant' ? -1 : source.index))
    // A tensor has one place.
    if (new Set(indices).size < indices.length) return null
    operands.push({ kind, indices })
  }
  const results = Array.from({ length: wide.results }, (_, i) =>
    members.map((member) => {
      const { source } = at(member, wide.operands + wide.scalars + i)
      return source.kind === 'made' ? source.index : -1
    }),
  )
  const scalars = dispatches[members[0]!]!.bound.slice(wide.operands, wide.operands + wide.scalars)
  return { members, program: wide.make(layout.bytes / 4), sizes, layout, operands, scalars, results }
}

/** No command may bind a buffer both to read and to write: what it writes to an arena it must not read from there. */
function isSafe({ dispatches }: Script, { members, operands }: Group, kept: ReadonlySet<number>): boolean {
  const arenas = operands.filter(({ kind }) => kind === 'made').map(({ indices }) => new Set(indices))
  if (arenas.some((arena) => [...arena].some((index) => kept.has(index)))) return false
  const written = new Set<number>()
  return dispatches.every(({ bound }, at) => {
    const made = bound.flatMap(({ source }) => (source.kind === 'made' ? [source.index] : []))
    // The first command that binds what is made is the one that makes it.
    const ways = (arena: ReadonlySet<number>) =>
      new Set(made.filter((index) => arena.has(index)).map((index) => written.has(index)))
    const safe = members.includes(at) || arenas.every((arena) => ways(arena).size < 2)
    made.forEach((index) => written.add(index))
    return safe
  })
}
