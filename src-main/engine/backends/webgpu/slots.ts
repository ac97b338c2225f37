// Buffers for intermediate tensors, shared by all recorded functions of a backend: they run one after the other, and
// none needs its intermediates between two runs.
import type { BufferPool } from './pool'

export const TENSOR_USAGE = () => GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST

interface Slot {
  readonly buffer: GPUBuffer
  users: number
}

export class SlotStore {
  readonly #pool: BufferPool
  readonly #slots = new Set<Slot>()

  constructor(pool: BufferPool) {
    this.#pool = pool
  }

  /**
   * A buffer for each size, all different.
   * @param sizes in bytes
   * @returns the buffers, and what to call when they are needed no more
   */
  take(sizes: readonly number[]): { buffers: GPUBuffer[]; release: () => void } {
    const left = [...this.#slots].sort((a, b) => a.buffer.size - b.buffer.size)
    const taken = sizes.map((bytes) => {
      const at = left.findIndex(({ buffer }) => buffer.size >= bytes)
      const slot = at >= 0 ? left.splice(at, 1)[0]! : this.#make(bytes)
      slot.users++
      return slot
    })
    return {
      buffers: taken.map(({ buffer }) => buffer),
      release: () => taken.forEach((slot) => this.#release(slot)),
    }
  }

  #make(bytes: number): Slot {
    const slot = { buffer: this.#pool.acquireBuffer(bytes, TENSOR_USAGE()), users: 0 }
    this.#slots.add(slot)
    return slot
  }

  #release(slot: Slot): void {
    if (--slot.users > 0) return
    this.#slots.delete(slot)
    this.#pool.releaseBuffer(slot.buffer)
  }
}
