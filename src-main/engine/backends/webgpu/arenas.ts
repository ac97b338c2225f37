// Buffers that several tensors share, each with a part of its own. The buffer is free again when all of them are gone.
import type { BufferPool } from './pool'
import type { Range } from './ranges'
import { TENSOR_USAGE } from './slots'

/** Where each of some tensors lies in a buffer. */
export interface Layout {
  /** In bytes. */
  readonly offsets: readonly number[]
  readonly bytes: number
}

/** One behind another, each where a binding may begin. @param alignment in bytes */
export function layOut(sizes: readonly number[], alignment: number): Layout {
  const offsets: number[] = []
  let bytes = 0
  for (const size of sizes) {
    offsets.push(bytes)
    bytes += Math.ceil(size / alignment) * alignment
  }
  return { offsets, bytes }
}

/** Whether tensors lie in one buffer just so. */
export const liesAs = (ranges: readonly Range[], { offsets }: Layout): boolean =>
  ranges.every(({ buffer, offset }, i) => buffer === ranges[0]!.buffer && offset === offsets[i])

/** Arenas of one layout. */
export class Arenas {
  readonly layout: Layout
  readonly #pool: BufferPool
  readonly #idle: GPUBuffer[] = []
  #disposed = false

  constructor(layout: Layout, pool: BufferPool) {
    this.layout = layout
    this.#pool = pool
  }

  /** An arena whose parts are all given away: it comes back when each was released once. */
  take(): GPUBuffer {
    const buffer = this.#idle.pop() ?? this.#pool.acquireBuffer(this.layout.bytes, TENSOR_USAGE())
    let users = this.layout.offsets.length
    this.#pool.own(buffer, () => {
      if (--users > 0) return
      if (this.#disposed) this.#giveBack(buffer)
      else this.#idle.push(buffer)
    })
    return buffer
  }

  #giveBack(buffer: GPUBuffer): void {
    this.#pool.own(buffer, null)
    this.#pool.releaseBuffer(buffer)
  }

  /** Arenas in use stay, and go back to the pool when they are not. */
  dispose(): void {
    this.#disposed = true
    this.#idle.splice(0).forEach((buffer) => this.#giveBack(buffer))
  }
}
