// Memory that cannot be had is an error.
//
// The package takes whatever malloc answers; where memory has run out that is 0, and the tensor would be written over
// the module's own data. WebAssembly addresses at most 4 GB, and a size beyond that would wrap around.
import { UserError } from '../../../contract'

/** @returns malloc that throws an `out-of-memory` error in place of a null pointer */
export function checkedMalloc(malloc: (bytes: number) => number): (bytes: number) => number {
  return (bytes) => {
    const offset = bytes < 2 ** 32 ? malloc(bytes) : 0
    if (offset === 0) throw outOfMemory(bytes)
    return offset
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
