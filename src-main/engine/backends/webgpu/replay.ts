// Runs a recorded function again: one pass of dispatches whose bind groups are kept. Inputs are read where they are and
// outputs are written to buffers of their own, so nothing is copied; as the outputs of a step are the inputs of the
// next, few combinations come up, and each has its bind group already.
import { planMemory, type Lifetime } from './plan'
import type { BufferPool } from './pool'
import { freeConstants, type Bound, type Dispatch, type Script } from './recording'
import { TENSOR_USAGE, type SlotStore } from './slots'

/** Combinations of buffers whose bind groups are kept for a dispatch. */
const MOST_GROUPS = 4

interface Step extends Dispatch {
  /** Where each binding's buffer is among all of a run: intermediates, then inputs, then outputs. Constants: null. */
  readonly places: readonly (number | null)[]
  /** Depends on nothing that changes from run to run. */
  fixed: GPUBindGroup | null
  groups: { buffers: readonly (GPUBuffer | null)[]; group: GPUBindGroup }[]
}

export class Replay {
  readonly #device: GPUDevice
  readonly #pool: BufferPool
  readonly #script: Script
  readonly #steps: Step[]
  readonly #slots: ReturnType<SlotStore['take']>
  readonly #inputs: number
  /** Of each output, buffers that nobody uses at present. */
  readonly #idle: GPUBuffer[][]
  readonly #outputBytes: readonly number[]
  #disposed = false

  /**
   * @param inputs how many there are
   * @param outputs which of what the script made are its results, each once
   */
  constructor(
    device: GPUDevice,
    pool: BufferPool,
    slots: SlotStore,
    script: Script,
    inputs: number,
    outputs: readonly number[],
  ) {
    this.#device = device
    this.#pool = pool
    this.#script = script
    this.#inputs = inputs
    this.#outputBytes = outputs.map((index) => script.made[index]!)
    this.#idle = outputs.map(() => [])
    const { lifetimes, made } = intermediates(script, outputs)
    const { slots: sizes, places } = planMemory(lifetimes)
    this.#slots = slots.take(sizes)
    const placeOf = new Map(made.map((index, i) => [index, places[i]!]))
    const firstOutput = sizes.length + inputs
    outputs.forEach((index, i) => placeOf.set(index, firstOutput + i))
    this.#steps = script.dispatches.map((dispatch): Step => {
      const where = dispatch.bound.map(({ source }) => {
        if (source.kind === 'constant') return null
        return source.kind === 'input' ? sizes.length + source.index : placeOf.get(source.index)!
      })
      return { ...dispatch, places: where, fixed: null, groups: [] }
    })
    for (const step of this.#steps) {
      if (step.places.every((place) => place === null || place < sizes.length)) {
        step.fixed = this.#group(step, this.#slots.buffers)
      }
    }
  }

  /** Bytes of the intermediates. */
  get intermediateBytes(): number {
    return this.#slots.buffers.reduce((sum, { size }) => sum + size, 0)
  }

  get dispatches(): number {
    return this.#steps.length
  }

  /** Puts the commands of a run into a pass. @returns the buffers of the outputs, each given to the caller */
  encode(pass: GPUComputePassEncoder, inputs: readonly GPUBuffer[]): GPUBuffer[] {
    if (inputs.length !== this.#inputs) throw new Error(`${inputs.length} inputs for ${this.#inputs}`)
    const outputs = this.#outputBytes.map((bytes, i) => this.#output(i, bytes))
    const all = [...this.#slots.buffers, ...inputs, ...outputs]
    let pipeline: GPUComputePipeline | null = null
    for (const step of this.#steps) {
      if (pipeline !== step.pipeline) pass.setPipeline((pipeline = step.pipeline))
      pass.setBindGroup(0, step.fixed ?? this.#groupFor(step, all))
      pass.dispatchWorkgroups(...step.workgroups)
    }
    return outputs
  }

  #output(i: number, bytes: number): GPUBuffer {
    const idle = this.#idle[i]!.pop()
    if (idle) return idle
    const buffer = this.#pool.acquireBuffer(bytes, TENSOR_USAGE())
    this.#pool.own(buffer, (back) => {
      if (!this.#disposed) return void this.#idle[i]!.push(back)
      this.#giveBack(back)
    })
    return buffer
  }

  #giveBack(buffer: GPUBuffer): void {
    this.#pool.own(buffer, null)
    this.#pool.releaseBuffer(buffer)
  }

  #groupFor(step: Step, all: readonly GPUBuffer[]): GPUBindGroup {
    const buffers = step.places.map((place) => (place === null ? null : all[place]!))
    const at = step.groups.findIndex((known) => known.buffers.every((buffer, i) => buffer === buffers[i]))
    const found = step.groups[at] ?? { buffers, group: this.#group(step, all) }
    if (at < 0) step.groups = [found, ...step.groups].slice(0, MOST_GROUPS)
    return found.group
  }

  #group({ layout, bound, places }: Step, all: readonly GPUBuffer[]): GPUBindGroup {
    const entries = bound.map(({ binding, source, bytes }: Bound, i) => {
      const buffer = source.kind === 'constant' ? source.buffer : all[places[i]!]!
      return { binding, resource: { buffer, offset: 0, size: bytes } }
    })
    return this.#device.createBindGroup({ layout, entries })
  }

  /** Outputs that are in use stay whole, and go back to the pool from their users. */
  dispose(): void {
    if (this.#disposed) return
    this.#disposed = true
    this.#slots.release()
    freeConstants(this.#script.constants, this.#pool)
    for (const buffer of this.#idle.flat()) this.#giveBack(buffer)
    this.#idle.forEach((buffers) => buffers.splice(0))
  }
}

/** What is made on the way and needed by dispatches alone, with the dispatches it is needed from and to. */
function intermediates({ dispatches, made }: Script, outputs: readonly number[]) {
  const kept = new Set(outputs)
  const span = new Map<number, { first: number; last: number }>()
  dispatches.forEach(({ bound }, at) => {
    for (const { source } of bound) {
      if (source.kind !== 'made' || kept.has(source.index)) continue
      const known = span.get(source.index)
      if (known) known.last = at
      else span.set(source.index, { first: at, last: at })
    }
  })
  const lifetimes = [...span].map(([index, { first, last }]): Lifetime => ({
    bytes: made[index]!,
    first,
    last,
  }))
  return { lifetimes, made: [...span.keys()] }
}
