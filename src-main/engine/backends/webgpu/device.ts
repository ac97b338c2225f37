// The device: asked for with all that the adapter has, and watched, as WebGPU reports a lost device and used-up memory
// beside the calls that meet them.
import { UserError } from '../../../contract'
import { allLimits } from './limits'

/** What the package's timing can use. */
const TIMING = 'timestamp-query'

/** What happened to a device since it was made. */
export class DeviceWatch {
  #lost: string | null = null
  #outOfMemory = false
  #fault: string | null = null
  #closing = false

  constructor(readonly device: GPUDevice) {
    void device.lost.then(({ reason, message }) => {
      if (!this.#closing) this.#lost = message || reason
    })
    device.addEventListener('uncapturederror', (event) => {
      // Dawn would write each to stderr, and one error makes thousands.
      event.preventDefault()
      const { error } = event as GPUUncapturedErrorEvent
      if (error instanceof GPUOutOfMemoryError) this.#outOfMemory = true
      else this.#fault ??= error.message
    })
  }

  /** Losing the device is what we want from now on. */
  close(): void {
    this.#closing = true
  }

  get lost(): boolean {
    return this.#lost !== null
  }

  /**
   * Waits until the device has done what was submitted, and heard of what went wrong with it.
   * @throws UserError as `throwIfFailed` does
   */
  async settled(name: string): Promise<void> {
    // A device that was lost may not answer; that it was is known then.
    await this.device.queue.onSubmittedWorkDone().catch(() => {})
    await new Promise(setImmediate)
    this.throwIfFailed(name)
  }

  /** To be called where results are read: until then an error may be on its way. */
  throwIfFailed(name: string): void {
    if (this.#lost !== null) {
      throw new UserError('device-lost', `The graphics card ${name} stopped answering: ${this.#lost}`, {
        detail: { device: name, reason: this.#lost },
        hint: 'Update its driver, or train on another backend.',
      })
    }
    if (this.#outOfMemory) {
      this.#outOfMemory = false
      // What was refused afterwards was refused for want of that memory.
      this.#fault = null
      throw new UserError('out-of-memory', `The memory of the graphics card ${name} ran out.`, {
        detail: { device: name },
        hint: 'Use a smaller batch, smaller pictures or a smaller model.',
      })
    }
    if (this.#fault !== null) {
      const fault = this.#fault
      this.#fault = null
      throw new Error(`WebGPU refused an operation: ${fault}`)
    }
  }
}

/**
 * @param features asked for where the adapter has them
 * @throws Error where the driver gives no device although it has the adapter
 */
export async function requestDevice(
  adapter: GPUAdapter,
  features: readonly GPUFeatureName[],
): Promise<GPUDevice> {
  return adapter.requestDevice({
    requiredFeatures: [TIMING as GPUFeatureName, ...features].filter((feature) =>
      adapter.features.has(feature),
    ),
    requiredLimits: allLimits(adapter.limits),
  })
}
