// Where a tensor is on the device: all of a buffer, or a part of one that it shares with others (arenas.ts).

export interface Range {
  readonly buffer: GPUBuffer
  /** In bytes. */
  readonly offset: number
}

export const wholeOf = (buffer: GPUBuffer): Range => ({ buffer, offset: 0 })

export const sameRange = (a: Range, b: Range): boolean => a.buffer === b.buffer && a.offset === b.offset
