// Writes down the commands that a function of tensors gives the device while it runs, with its buffers named by what
// they are: an input of the function, something made on the way, or a constant. Replaying them needs neither
// TensorFlow.js nor new bind groups.
import type { BufferPool, PoolListener } from './pool'
import { sameRange, type Range } from './ranges'

/** What a command binds. `made` counts acquisitions: a buffer that was given back and taken again is another one. */
export type Source =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'made'; readonly index: number }
  | { readonly kind: 'constant'; readonly buffer: GPUBuffer }

export interface Bound {
  readonly binding: number
  readonly source: Source
  readonly bytes: number
}

export interface Dispatch {
  readonly pipeline: GPUComputePipeline
  readonly layout: GPUBindGroupLayout
  readonly bound: readonly Bound[]
  readonly workgroups: readonly [number, number, number]
}

/** What was written down. */
export interface Script {
  readonly dispatches: readonly Dispatch[]
  /** Bytes of each tensor that was made. */
  readonly made: readonly number[]
  /** They stay as long as the script does. */
  readonly constants: readonly GPUBuffer[]
}

/** A recording that has just ended. */
export interface Recording<T> {
  /** What the function gave. */
  readonly value: T
  readonly script: Script
  /** Which of what was made a buffer holds now. */
  readonly madeIn: (range: Range) => number
}

type Group = Pick<Dispatch, 'layout' | 'bound'>

export class Recorder implements PoolListener {
  readonly #name: string
  readonly #pool: BufferPool
  readonly #since: number
  readonly #inputs: readonly Range[]
  readonly #made: number[] = []
  readonly #now = new Map<GPUBuffer, Source>()
  readonly #constants: GPUBuffer[] = []
  readonly #groups = new WeakMap<GPUBindGroup, Group>()
  readonly #dispatches: Dispatch[] = []

  /**
   * @param inputs where the function's inputs are; of two that are the same, the first counts
   * @param since number of the last tensor that was made before
   */
  constructor(name: string, pool: BufferPool, inputs: readonly Range[], since: number) {
    this.#since = since
    this.#name = name
    this.#pool = pool
    this.#inputs = inputs
  }

  get name(): string {
    return this.#name
  }

  acquired(buffer: GPUBuffer, constant: boolean): void {
    if (constant) {
      this.#constants.push(buffer)
      // Whoever acquired it may give it back: the script keeps it.
      this.#pool.own(buffer, () => {})
      this.#now.set(buffer, { kind: 'constant', buffer })
    } else {
      this.#now.set(buffer, { kind: 'made', index: this.#made.push(buffer.size) - 1 })
    }
  }

  /** What a part of a buffer is at this moment. @throws Error where the function uses what was not passed to it */
  sourceOf(range: Range): Source {
    const source = this.#now.get(range.buffer)
    if (source) return source
    const index = this.#inputs.findIndex((input) => sameRange(input, range))
    if (index >= 0) return { kind: 'input', index }
    throw this.#impure()
  }

  /** @throws Error where values that were there before the function ran would be frozen in it */
  uploading(dataId: object): void {
    if ((dataId as { id: number }).id <= this.#since) throw this.#impure()
  }

  #impure(): Error {
    return new Error(
      `${this.#name} uses a tensor that is not among the function's inputs. Every weight, statistic, optimizer slot ` +
        'and batch tensor that it uses must be passed in',
    )
  }

  /** Notes a bind group that was made. */
  grouped(group: GPUBindGroup, { layout, entries }: GPUBindGroupDescriptor): void {
    const bound = [...entries].map(({ binding, resource }): Bound => {
      const { buffer, offset = 0, size } = resource as GPUBufferBinding
      return { binding, source: this.sourceOf({ buffer, offset }), bytes: size ?? buffer.size - offset }
    })
    this.#groups.set(group, { layout, bound })
  }

  /** Hands commands on to an encoder, and writes them down. */
  watch(encoder: GPUCommandEncoder): GPUCommandEncoder {
    const refuse = () => {
      throw new Error(`${this.#name} copies between buffers, which cannot be replayed`)
    }
    return {
      beginComputePass: (descriptor?: GPUComputePassDescriptor) =>
        this.#watchPass(encoder.beginComputePass(descriptor)),
      copyBufferToBuffer: refuse,
      finish: () => encoder.finish(),
    } as unknown as GPUCommandEncoder
  }

  #watchPass(pass: GPUComputePassEncoder): GPUComputePassEncoder {
    let pipeline: GPUComputePipeline | null = null
    let group: Group | null = null
    return {
      setPipeline: (next: GPUComputePipeline) => {
        pipeline = next
        pass.setPipeline(next)
      },
      setBindGroup: (index: number, next: GPUBindGroup) => {
        group = this.#groups.get(next) ?? null
        pass.setBindGroup(index, next)
      },
      dispatchWorkgroups: (x: number, y = 1, z = 1) => {
        if (!pipeline || !group) throw new Error(`${this.#name}: a dispatch without pipeline or bind group`)
        this.#dispatches.push({ ...group, pipeline, workgroups: [x, y, z] })
        pass.dispatchWorkgroups(x, y, z)
      },
      end: () => pass.end(),
    } as unknown as GPUComputePassEncoder
  }

  finish(): Script {
    return { dispatches: this.#dispatches, made: this.#made, constants: this.#constants }
  }

  /** Gives back what the script would have kept. */
  abandon(): void {
    freeConstants(this.#constants, this.#pool)
  }
}

export function freeConstants(constants: readonly GPUBuffer[], pool: BufferPool): void {
  for (const buffer of constants) {
    pool.own(buffer, null)
    pool.releaseBuffer(buffer)
  }
}
