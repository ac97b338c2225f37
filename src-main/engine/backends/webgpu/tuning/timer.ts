// How long commands take on the device: by its own clock where it has one, else by the wall's, from submission until it
// says that all is done.
import { encode, type Planned } from './rehearsal'

/** So long a measurement takes at least: waiting for a queue alone takes some 100 µs, which the wall's clock sees. */
const LEAST_MS = 2
const MOST_REPEATS = 1000

export interface Timer {
  /** Milliseconds of one run of the commands, from `repeats` in a row. */
  time(plan: Planned, repeats: number): Promise<number>
  dispose(): void
}

/** How often commands that took so many milliseconds are run in one measurement. */
export const repeatsFor = (milliseconds: number): number =>
  Math.min(MOST_REPEATS, Math.max(1, Math.ceil(LEAST_MS / Math.max(milliseconds, 1e-3))))

/** A device's clock that stands still, or was set while it ran, is not asked again. */
export function createTimer(device: GPUDevice): Timer {
  let clock = device.features.has('timestamp-query') ? deviceClock(device) : null
  const wall = wallClock(device)
  return {
    async time(plan, repeats) {
      const took = await clock?.time(plan, repeats)
      if (took !== undefined && took > 0) return took
      clock?.dispose()
      clock = null
      return wall.time(plan, repeats)
    },
    dispose: () => clock?.dispose(),
  }
}

/** By the wall's clock. */
export function wallClock(device: GPUDevice): Timer {
  return {
    async time(plan, repeats) {
      const start = performance.now()
      submit(device, plan, repeats)
      await device.queue.onSubmittedWorkDone()
      return (performance.now() - start) / repeats
    },
    dispose: () => {},
  }
}

/** By the device's clock, which must have the feature `timestamp-query`. */
export function deviceClock(device: GPUDevice): Timer {
  const { QUERY_RESOLVE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage
  const querySet = device.createQuerySet({ type: 'timestamp', count: 2 })
  const resolved = device.createBuffer({ size: 16, usage: QUERY_RESOLVE | COPY_SRC })
  const read = device.createBuffer({ size: 16, usage: MAP_READ | COPY_DST })
  return {
    async time(plan, repeats) {
      const writes = { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 }
      submit(device, plan, repeats, writes, (encoder) => {
        encoder.resolveQuerySet(querySet, 0, 2, resolved, 0)
        encoder.copyBufferToBuffer(resolved, 0, read, 0, 16)
      })
      await read.mapAsync(GPUMapMode.READ)
      const [begin, end] = new BigUint64Array(read.getMappedRange().slice(0))
      read.unmap()
      return Number(end! - begin!) / 1e6 / repeats
    },
    dispose() {
      querySet.destroy()
      resolved.destroy()
      read.destroy()
    },
  }
}

function submit(
  device: GPUDevice,
  { commands }: Planned,
  repeats: number,
  timestampWrites?: GPUComputePassTimestampWrites,
  afterwards?: (encoder: GPUCommandEncoder) => void,
): void {
  const encoder = device.createCommandEncoder()
  const pass = encoder.beginComputePass(timestampWrites ? { timestampWrites } : {})
  for (let i = 0; i < repeats; i++) encode(pass, commands)
  pass.end()
  afterwards?.(encoder)
  device.queue.submit([encoder.finish()])
}
