// Keeps the processor from running ahead of the device: one piece of work is done while the next waits, and no more are
// queued, so that uploads take no memory and a cancel is obeyed at once.
import type { DeviceWatch } from './device'

/** @returns see `Compute.pace` */
export function createPace(watch: DeviceWatch, name: string): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  return async () => {
    const before = last
    // Where the device is lost, the watch tells.
    last = watch.device.queue.onSubmittedWorkDone().catch(() => {})
    await before
    watch.throwIfFailed(name)
  }
}
