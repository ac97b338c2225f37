// Runs a recorded function again: one pass of dispatches whose bind groups are kept. Inputs are read where they are and
// outputs are written to buffers of their own, so nothing is copied; as the outputs of a step are the inputs of the
// next, few combinations come up, and each has its bind group already.
import { Arenas, liesAs } from './arenas'
import { blueprintOf, isGroup, type Blueprint, type Command } from './blueprint'
import type { BufferPool } from './pool'
import type { Program } from './program'
import { sameRange, wholeOf, type Range } from './ranges'
import { freeConstants, type Dispatch, type Script } from './recording'
import { groupsOf, type Group } from './side-by-side'
import { TENSOR_USAGE, type SlotStore } from './slots'

/** Combinations of buffers whose bind groups are kept for a dispatch. */
const MOST_GROUPS = 4

type Runnable = Pick<Dispatch, 'pipeline' | 'layout' | 'workgroups'>

/** What a replay needs of the backend. */
export interface ReplayHost {
  readonly device: GPUDevice
  readonly pool: BufferPool
  readonly slots: SlotStore
  /** The program behind a pipeline, where it is one of ours. */
  programOf(pipeline: GPUComputePipeline): Program | undefined
  runnable(program: Program): Runnable
}

interface Step extends Runnable {
  readonly bindings: Command['bindings']
  /** Where nothing that it binds changes from run to run. */
  fixed: GPUBindGroup | null
  groups: { ranges: readonly Range[]; group: GPUBindGroup }[]
}

export class Replay {
  readonly #host: ReplayHost
  readonly #script: Script
  readonly #plan: Blueprint
  readonly #steps: readonly Step[]
  readonly #slots: ReturnType<SlotStore['take']>
  readonly #inputs: number
  /** Of each output with a buffer of its own, those that nobody uses at present. */
  readonly #idle: readonly GPUBuffer[][]
  readonly #arenas: readonly Arenas[]
  #disposed = false

  /**
   * @param inputs how many there are
   * @param outputs which of what the script made are its results, each once
   */
  constructor(host: ReplayHost, script: Script, inputs: number, outputs: readonly number[]) {
    this.#host = host
    this.#script = script
    this.#inputs = inputs
    const programOf = (at: number) => host.programOf(script.dispatches[at]!.pipeline)
    const groups = groupsOf(script, outputs, programOf, host.device.limits)
    this.#plan = blueprintOf(script, inputs, outputs, groups)
    this.#slots = host.slots.take(this.#plan.slots)
    this.#idle = outputs.map(() => [])
    this.#arenas = this.#plan.arenas.map(({ layout }) => new Arenas(layout, host.pool))
    this.#steps = this.#plan.commands.map(({ what, bindings }): Step => {
      const { pipeline, layout, workgroups } = isGroup(what) ? host.runnable(what.program) : what
      return { pipeline, layout, workgroups, bindings, fixed: null, groups: [] }
    })
    const slots = this.#slots.buffers.map(wholeOf)
    for (const step of this.#steps) {
      const fixed = step.bindings.every(({ at }) => typeof at !== 'number' || at < slots.length)
      if (fixed) step.fixed = this.#group(step, rangesOf(step, slots))
    }
  }

  /** Bytes of the intermediates. */
  get intermediateBytes(): number {
    return this.#slots.buffers.reduce((sum, { size }) => sum + size, 0)
  }

  /** Bytes of them that are alive at once at most: no plan takes less. */
  get leastBytes(): number {
    return this.#plan.leastBytes
  }

  /** Encodes a run. @returns where the outputs are, each given to the caller */
  encode(encoder: GPUCommandEncoder, inputs: readonly Range[]): Range[] {
    if (inputs.length !== this.#inputs) throw new Error(`${inputs.length} inputs for ${this.#inputs}`)
    const arenas = this.#arenas.map((one) => wholeOf(one.take()))
    const outputs = this.#plan.outputs.map((spot, i): Range =>
      'arena' in spot
        ? { buffer: arenas[spot.arena]!.buffer, offset: spot.offset }
        : wholeOf(this.#output(i, spot.bytes)),
    )
    const copies: GPUBuffer[] = []
    const gathered = this.#plan.gathered.map(({ group, inputs: which }) => {
      const ranges = which.map((index) => inputs[index]!)
      if (liesAs(ranges, group.layout)) return wholeOf(ranges[0]!.buffer)
      const copy = this.#gather(encoder, group, ranges)
      copies.push(copy)
      return wholeOf(copy)
    })
    const all = [...this.#slots.buffers.map(wholeOf), ...inputs, ...outputs, ...gathered, ...arenas]
    const pass = encoder.beginComputePass()
    let pipeline: GPUComputePipeline | null = null
    for (const step of this.#steps) {
      if (pipeline !== step.pipeline) pass.setPipeline((pipeline = step.pipeline))
      pass.setBindGroup(0, step.fixed ?? this.#groupFor(step, all))
      pass.dispatchWorkgroups(...step.workgroups)
    }
    pass.end()
    // What uses them next is queued behind this.
    copies.forEach((copy) => this.#host.pool.releaseBuffer(copy))
    return outputs
  }

  /** Lays tensors side by side that are not so yet: those of a first step, or from a checkpoint. */
  #gather(encoder: GPUCommandEncoder, { layout, sizes }: Group, ranges: readonly Range[]): GPUBuffer {
    const copy = this.#host.pool.acquireBuffer(layout.bytes, TENSOR_USAGE())
    ranges.forEach(({ buffer, offset }, i) =>
      encoder.copyBufferToBuffer(buffer, offset, copy, layout.offsets[i]!, sizes[i]!),
    )
    return copy
  }

  #output(i: number, bytes: number): GPUBuffer {
    const idle = this.#idle[i]!.pop()
    if (idle) return idle
    const { pool } = this.#host
    const buffer = pool.acquireBuffer(bytes, TENSOR_USAGE())
    pool.own(buffer, (back) => {
      if (this.#disposed) this.#giveBack(back)
      else this.#idle[i]!.push(back)
    })
    return buffer
  }

  #giveBack(buffer: GPUBuffer): void {
    this.#host.pool.own(buffer, null)
    this.#host.pool.releaseBuffer(buffer)
  }

  #groupFor(step: Step, all: readonly Range[]): GPUBindGroup {
    const ranges = rangesOf(step, all)
    const known = step.groups.find((one) => one.ranges.every((range, i) => sameRange(range, ranges[i]!)))
    if (known) return known.group
    const group = this.#group(step, ranges)
    step.groups = [{ ranges, group }, ...step.groups].slice(0, MOST_GROUPS)
    return group
  }

  #group({ layout, bindings }: Step, ranges: readonly Range[]): GPUBindGroup {
    const entries = bindings.map(({ binding, bytes }, i) => ({
      binding,
      resource: { ...ranges[i]!, size: bytes },
    }))
    return this.#host.device.createBindGroup({ layout, entries })
  }

  /** Outputs that are in use stay whole, and go back to the pool from their users. */
  dispose(): void {
    if (this.#disposed) return
    this.#disposed = true
    this.#slots.release()
    freeConstants(this.#script.constants, this.#host.pool)
    this.#arenas.forEach((one) => one.dispose())
    this.#idle.forEach((buffers) => buffers.splice(0).forEach((buffer) => this.#giveBack(buffer)))
  }
}

const rangesOf = ({ bindings }: Pick<Step, 'bindings'>, all: readonly Range[]): Range[] =>
  bindings.map(({ at, offset }) => {
    if (typeof at !== 'number') return wholeOf(at)
    const { buffer, offset: start } = all[at]!
    return { buffer, offset: start + offset }
  })
