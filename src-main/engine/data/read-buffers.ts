// Memory that files are read into, used again and again: new memory for each photo would have to be cleared by the
// system and found by the garbage collector, which takes a tenth of what reading takes.

const SMALLEST = 64 * 1024
/** Larger files get memory of their own. */
const LARGEST = 4 * 1024 * 1024
/** Kept at most: as many as are read at a time on most machines. */
const KEPT = 16

export class ReadBuffers {
  private readonly free: ArrayBuffer[] = []

  /**
   * @param size bytes
   * @returns a buffer of that length with anything in it; good until it is given back
   */
  take(size: number): Buffer {
    if (size > LARGEST) return Buffer.allocUnsafeSlow(size)
    const at = this.free.findIndex((block) => block.byteLength >= size)
    if (at >= 0) return Buffer.from(this.free.splice(at, 1)[0]!, 0, size)
    return Buffer.from(new ArrayBuffer(2 ** Math.ceil(Math.log2(Math.max(size, SMALLEST)))), 0, size)
  }

  /** The memory may be written to from now on. */
  giveBack({ buffer }: Buffer): void {
    if (buffer.byteLength > LARGEST || this.free.length >= KEPT || !(buffer instanceof ArrayBuffer)) return
    this.free.push(buffer)
  }
}
