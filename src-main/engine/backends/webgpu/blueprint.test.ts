import { describe, expect, it } from 'vitest'
import { blueprintOf } from './blueprint'
import type { Program } from './program'
import type { Dispatch, Script, Source } from './recording'
import { groupsOf } from './side-by-side'

const limits = { minStorageBufferOffsetAlignment: 256, maxStorageBufferBindingSize: 2 ** 20 }
const constant = { size: 4 } as GPUBuffer
const input = (index: number): Source => ({ kind: 'input', index })
const made = (index: number): Source => ({ kind: 'made', index })

/** A dispatch that binds these, all of so many bytes. */
const command = (bytes: number, ...sources: Source[]): Dispatch => ({
  pipeline: {} as GPUComputePipeline,
  layout: {} as GPUBindGroupLayout,
  bound: sources.map((source, binding) => ({ binding, source, bytes })),
  workgroups: [1, 1, 1],
})

/** An update of two operands and a scalar to one result. */
const update = (count: number): Program => ({
  inputs: [],
  outputs: [],
  size: 1,
  groups: count,
  declarations: '',
  body: '',
  wide: { family: 'update', operands: 2, scalars: 1, results: 1, make: update },
})

/** Two weights whose gradients (made 0 and 1) come from one command, and are updated to 2 and 3. */
const updates = (first: Dispatch[], scalar: Source = { kind: 'constant', buffer: constant }): Script => {
  const dispatches = [
    ...first,
    command(8, input(0), made(0), scalar, made(2)),
    command(600, input(1), made(1), scalar, made(3)),
  ]
  return { dispatches, made: [8, 600, 8, 600], constants: [constant] }
}
const backward = [command(8, input(2), made(0)), command(600, input(2), made(1))]
const programOf = (script: Script) => (at: number) =>
  at >= script.dispatches.length - 2 ? update(1) : undefined

describe('groups of dispatches side by side', () => {
  it('updates that share their scalars are one command over arenas', () => {
    const script = updates(backward)
    const groups = groupsOf(script, [2, 3], programOf(script), limits)
    expect(groups).toHaveLength(1)
    const { members, layout, program, operands } = groups[0]!
    expect(members).toEqual([2, 3])
    expect(layout).toEqual({ offsets: [0, 256], bytes: 256 + 768 })
    expect(program.groups).toBe((256 + 768) / 4)
    expect(operands).toEqual([
      { kind: 'input', indices: [0, 1] },
      { kind: 'made', indices: [0, 1] },
    ])
    const plan = blueprintOf(script, 3, [2, 3], groups)
    expect(plan.commands).toHaveLength(3)
    // The gradients lie in one slot, where each is written.
    expect(plan.slots).toEqual([1024])
    expect(plan.commands.slice(0, 2).map(({ bindings }) => bindings[1])).toEqual([
      { binding: 1, bytes: 8, at: 0, offset: 0 },
      { binding: 1, bytes: 600, at: 0, offset: 256 },
    ])
    expect(plan.outputs).toEqual([
      { arena: 0, offset: 0 },
      { arena: 0, offset: 256 },
    ])
    expect(plan.gathered.map(({ inputs }) => inputs)).toEqual([[0, 1]])
    // Slot, three inputs, two outputs, one gathered operand, one arena.
    expect(plan.commands[2]!.bindings).toEqual([
      { binding: 0, at: 6, offset: 0, bytes: 1024 },
      { binding: 1, at: 0, offset: 0, bytes: 1024 },
      { binding: 2, at: constant, offset: 0, bytes: 8 },
      { binding: 3, at: 7, offset: 0, bytes: 1024 },
    ])
  })

  it('a gradient that is made by reading another stays apart: a buffer is not read and written at once', () => {
    const script = updates([backward[0]!, command(600, made(0), made(1))])
    expect(groupsOf(script, [2, 3], programOf(script), limits)).toEqual([])
    const { commands, slots } = blueprintOf(script, 3, [2, 3], [])
    expect(commands).toHaveLength(4)
    expect(slots).toEqual([600, 8])
  })

  it('nor are updates put together whose results are used on the way, or that do not fit into one buffer', () => {
    const script = updates(backward)
    expect(groupsOf(script, [2], programOf(script), limits)).toEqual([])
    const small = { ...limits, maxStorageBufferBindingSize: 512 }
    expect(groupsOf(script, [2, 3], programOf(script), small)).toEqual([])
  })
})
