// The device's own clock around every dispatch: each gets a pass of its own, with the clock read before and after it.
// Works below TensorFlow.js, on the encoder, so that the package's kernels, ours, and recorded ones are all seen.

/** Two for each dispatch; WebGPU allows so many in a set. */
const QUERIES = 4096

export interface Timed {
  /** The key of a program of ours, the class of one of the package's. */
  label: string
  milliseconds: number
}

export const hasClock = (device: GPUDevice): boolean => device.features.has('timestamp-query')

/** From its making until it is detached, all dispatches of a device are timed. */
export class Clock {
  readonly #device: GPUDevice
  readonly #create: GPUDevice['createCommandEncoder']
  readonly #labels: string[] = []
  readonly #sets: GPUQuerySet[] = []

  constructor(device: GPUDevice) {
    this.#device = device
    this.#create = device.createCommandEncoder.bind(device)
    device.createCommandEncoder = (descriptor) => this.#timed(this.#create(descriptor))
  }

  detach(): void {
    this.#device.createCommandEncoder = this.#create
  }

  #timed(encoder: GPUCommandEncoder): GPUCommandEncoder {
    return new Proxy(encoder, {
      get: (target, name) => {
        if (name === 'beginComputePass') return () => this.#pass(target)
        const value = Reflect.get(target, name, target) as unknown
        return typeof value === 'function' ? (value as (...all: unknown[]) => unknown).bind(target) : value
      },
    })
  }

  #pass(encoder: GPUCommandEncoder): GPUComputePassEncoder {
    let pipeline: GPUComputePipeline
    const groups = new Map<number, GPUBindGroup>()
    return {
      setPipeline: (next: GPUComputePipeline) => void (pipeline = next),
      setBindGroup: (index: number, group: GPUBindGroup) => void groups.set(index, group),
      dispatchWorkgroups: (x: number, y?: number, z?: number) => {
        const pass = encoder.beginComputePass({ timestampWrites: this.#next(pipeline.label) })
        pass.setPipeline(pipeline)
        groups.forEach((group, index) => pass.setBindGroup(index, group))
        pass.dispatchWorkgroups(x, y, z)
        pass.end()
      },
      end: () => {},
    } as unknown as GPUComputePassEncoder
  }

  #next(label: string): GPUComputePassTimestampWrites {
    const at = (2 * this.#labels.length) % QUERIES
    if (at === 0) this.#sets.push(this.#device.createQuerySet({ type: 'timestamp', count: QUERIES }))
    this.#labels.push(label || 'unnamed')
    return { querySet: this.#sets.at(-1)!, beginningOfPassWriteIndex: at, endOfPassWriteIndex: at + 1 }
  }

  async times(): Promise<Timed[]> {
    const { QUERY_RESOLVE, COPY_SRC, COPY_DST, MAP_READ } = GPUBufferUsage
    const stamps: bigint[] = []
    for (const [i, set] of this.#sets.entries()) {
      const count = Math.min(QUERIES, 2 * this.#labels.length - i * QUERIES)
      const resolved = this.#device.createBuffer({ size: 8 * count, usage: QUERY_RESOLVE | COPY_SRC })
      const read = this.#device.createBuffer({ size: 8 * count, usage: MAP_READ | COPY_DST })
      const encoder = this.#create()
      encoder.resolveQuerySet(set, 0, count, resolved, 0)
      encoder.copyBufferToBuffer(resolved, 0, read, 0, 8 * count)
      this.#device.queue.submit([encoder.finish()])
      await read.mapAsync(GPUMapMode.READ)
      stamps.push(...new BigUint64Array(read.getMappedRange().slice(0)))
      for (const used of [resolved, read, set]) used.destroy()
    }
    return this.#labels.map((label, i) => ({
      label,
      milliseconds: Number(stamps[2 * i + 1]! - stamps[2 * i]!) / 1e6,
    }))
  }
}
