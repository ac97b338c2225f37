// A backend whose memory is as small as a test wants it: what does not fit is refused where it is allocated, in the
// middle of whatever was being computed.
import { UserError } from '../../src-main/contract'
import { tf } from '../../src-main/engine/tf'

interface Writing {
  write(values: unknown, shape: number[], dtype: string): object
}

/**
 * Has the plain `cpu` backend refuse tensors beyond `room()` bytes in all.
 * @returns most: the largest number of bytes that were in use since `most` was called last; restore: lifts the limit
 */
export function tightMemory(room: () => number): { most(): number; restore(): void } {
  const backend = tf.backend() as unknown as Writing
  const own = Object.getOwnPropertyDescriptor(backend, 'write')
  const write = backend.write.bind(backend)
  let most = 0
  backend.write = (values, shape, dtype) => {
    const bytes = tf.memory().numBytes + 4 * tf.util.sizeFromShape(shape)
    if (bytes > room()) {
      throw new UserError('out-of-memory', 'Memory ran out.', { detail: { megabytes: 1 }, hint: 'Buy some.' })
    }
    most = Math.max(most, bytes)
    return write(values, shape, dtype)
  }
  return {
    most: () => {
      const was = most
      most = 0
      return was
    },
    restore: () => {
      if (own) Object.defineProperty(backend, 'write', own)
      else delete (backend as Partial<Writing>).write
    },
  }
}
