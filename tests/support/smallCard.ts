// A graphics card with as little memory as a test wants: beyond it, the driver is asked for more than it has in place of
// what was wanted, so that its refusal is a real one.

/** Whether a buffer as large as WebGPU allows is more than the driver has, which the refusals need. */
export async function refusesLargest(device: GPUDevice): Promise<boolean> {
  device.pushErrorScope('out-of-memory')
  const buffer = device.createBuffer({ size: device.limits.maxBufferSize, usage: GPUBufferUsage.STORAGE })
  const error = await device.popErrorScope()
  buffer.destroy()
  return error !== null
}

export interface SmallCard {
  /** Bytes that may be in use, of buffers that were made since the beginning. */
  room: number
  /** The largest number of bytes that were in use. */
  most: number
  /** Buffers that were refused. */
  refused: number
  restore(): void
}

/** Counts the buffers that a device makes from now on, and refuses what is beyond `room`. */
export function smallCard(device: GPUDevice, room: number): SmallCard {
  const createBuffer = device.createBuffer.bind(device)
  let used = 0
  const card: SmallCard = {
    room,
    most: 0,
    refused: 0,
    restore: () => void (device.createBuffer = createBuffer),
  }
  device.createBuffer = (descriptor) => {
    const { size } = descriptor
    if (used + size > card.room) {
      card.refused++
      return createBuffer({ ...descriptor, size: device.limits.maxBufferSize })
    }
    used += size
    card.most = Math.max(card.most, used)
    const buffer = createBuffer(descriptor)
    const destroy = buffer.destroy.bind(buffer)
    let there = true
    buffer.destroy = () => {
      if (there) used -= size
      there = false
      destroy()
    }
    return buffer
  }
  return card
}
