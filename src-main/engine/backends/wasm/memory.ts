// Memory that cannot be had is an error.
//
// The package takes whatever malloc answers; where memory has run out that is 0, and the tensor would be written over
// the module's own data. WebAssembly addresses at most 4 GB, and a size beyond that would wrap around.
//
// The module's own count of what it has taken is 32 bits wide: a request that goes beyond 4 GB from there makes it wrap
// around, malloc answers with memory that is not there, and from then on it would give out memory that is in use. So
// what it answers is looked at, and a module whose count has wrapped is not used any more.
import { UserError } from '../../../contract'

export interface CheckedMemory {
  malloc(bytes: number): number
  /** The module gave memory that is not there: nothing of it can be relied on. */
  readonly broken: boolean
}

/**
 * @param malloc the module's
 * @param size bytes that the memory has
 * @returns malloc that throws an `out-of-memory` error where there is none
 */
export function checkedMemory(malloc: (bytes: number) => number, size: () => number): CheckedMemory {
  let broken = false
  return {
    get broken() {
      return broken
    },
    malloc(bytes) {
      const offset = bytes < 2 ** 32 && !broken ? malloc(bytes) : 0
      broken ||= (offset >>> 0) + bytes > size() && offset !== 0
      if (offset === 0 || broken) throw outOfMemory(bytes)
      return offset
    },
  }
}

function outOfMemory(bytes: number): UserError {
  const megabytes = Math.ceil(bytes / 2 ** 20)
  return new UserError(
    'out-of-memory',
    `Memory ran out: ${megabytes} MB more did not fit into the 4 GB that WebAssembly can use.`,
    {
      detail: { megabytes },
      hint: 'Choose a smaller batch, a smaller image size or a smaller model, or use another backend.',
    },
  )
}
