// Reads a part of a buffer. The package reads whole buffers.
import type { BufferPool } from './pool'
import type { Range } from './ranges'

/**
 * @param bytes how many
 * @param submit has an encoder's commands done behind all that is queued
 */
export async function readPart(
  pool: BufferPool,
  { buffer, offset }: Range,
  bytes: number,
  submit: (encode: (encoder: GPUCommandEncoder) => void) => void,
): Promise<ArrayBuffer> {
  const staging = pool.acquireBuffer(bytes, GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ)
  submit((encoder) => encoder.copyBufferToBuffer(buffer, offset, staging, 0, bytes))
  try {
    await staging.mapAsync(GPUMapMode.READ)
    const values = staging.getMappedRange().slice(0)
    staging.unmap()
    return values
  } finally {
    pool.releaseBuffer(staging)
  }
}
