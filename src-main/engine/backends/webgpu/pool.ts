// Buffers of the device that are used again. Stands in for the package's buffer manager, which looks for a buffer in a
// list when it is given back, never frees one, and knows no owner but itself.

/** Where a buffer goes when nobody uses it any more, if not back to the pool. */
export type Owner = (buffer: GPUBuffer) => void

/** Hears of the buffers that are handed out while a function is recorded. */
export interface PoolListener {
  /** @param constant its contents come from the processor: they are written once and stay */
  acquired(buffer: GPUBuffer, constant: boolean): void
}

const keyOf = (size: number, usage: number) => `${size} ${usage}`

export class BufferPool {
  readonly #device: GPUDevice
  readonly #used = new Set<GPUBuffer>()
  readonly #free = new Map<string, GPUBuffer[]>()
  readonly #owners = new WeakMap<GPUBuffer, Owner>()
  listener: PoolListener | null = null
  numBytesUsed = 0
  numBytesAllocated = 0

  constructor(device: GPUDevice) {
    this.#device = device
  }

  /**
   * @param size in bytes
   * @param mapped the caller writes into it, mapped where it is new
   * @param reuse false for one that must be new
   */
  acquireBuffer(size: number, usage: GPUBufferUsageFlags, mapped = false, reuse = true): GPUBuffer {
    const constant = this.listener !== null && (mapped || (usage & GPUBufferUsage.UNIFORM) !== 0)
    let buffer = reuse && !constant ? this.#free.get(keyOf(size, usage))?.pop() : undefined
    if (!buffer) {
      buffer = this.#device.createBuffer({ size, usage, mappedAtCreation: mapped })
      this.numBytesAllocated += size
    }
    this.#used.add(buffer)
    this.numBytesUsed += size
    this.listener?.acquired(buffer, constant)
    return buffer
  }

  /** @param reuse false for one that is to be destroyed */
  releaseBuffer(buffer: GPUBuffer, reuse = true): void {
    const owner = this.#owners.get(buffer)
    if (owner) return owner(buffer)
    if (!this.#used.delete(buffer)) return
    this.numBytesUsed -= buffer.size
    if (!reuse) return this.#destroy(buffer)
    const key = keyOf(buffer.size, buffer.usage)
    const free = this.#free.get(key)
    if (free) free.push(buffer)
    else this.#free.set(key, [buffer])
  }

  /** Has a buffer that is in use given back to `owner` instead of the pool; null takes the owner away. */
  own(buffer: GPUBuffer, owner: Owner | null): void {
    if (owner) this.#owners.set(buffer, owner)
    else this.#owners.delete(buffer)
  }

  /** Destroys what nobody uses. No command that is not submitted yet may use it. */
  trim(): void {
    for (const buffers of this.#free.values()) buffers.forEach((buffer) => this.#destroy(buffer))
    this.#free.clear()
  }

  dispose(): void {
    this.trim()
    this.#used.forEach((buffer) => buffer.destroy())
    this.#used.clear()
    this.numBytesUsed = this.numBytesAllocated = 0
  }

  #destroy(buffer: GPUBuffer): void {
    this.numBytesAllocated -= buffer.size
    buffer.destroy()
  }
}
