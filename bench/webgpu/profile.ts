// Where the device's time goes in a step: every dispatch gets a pass of its own with the device's clock read before and
// after it. Works below TensorFlow.js, on the encoder, so that the package's kernels, ours, and recorded ones are all
// seen. Passes of their own cost something: the sum is a little more than what a step takes.
import type { WebgpuCompute } from '../../src-main/engine/backends/webgpu'

/** Two for each dispatch; WebGPU allows so many in a set. */
const QUERIES = 4096

interface Timed {
  label: string
  milliseconds: number
}

const steps = 5

/**
 * Lines for people: kinds of kernels by their share, then the kernels that take most.
 * @param step runs one step and waits for it, more than once
 */
export async function profiled({ gpu }: WebgpuCompute, step: () => Promise<unknown>): Promise<string[]> {
  if (!gpu.features.has('timestamp-query')) return ['no profile: the adapter has no clock (timestamp-query)']
  await step()
  const start = performance.now()
  for (let i = 0; i < steps; i++) await step()
  const wall = (performance.now() - start) / steps
  const clock = new Clock(gpu)
  try {
    for (let i = 0; i < steps; i++) await step()
  } finally {
    clock.detach()
  }
  const timed = await clock.times()
  const kind = ({ label }: Timed) => label.split(' ')[0]!
  const total = timed.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  return [
    `a step alone: ${wall.toFixed(3)} ms by the wall's clock, ${(total / steps).toFixed(3)} ms on the device in ` +
      `${timed.length / steps} dispatches`,
    ...lines(timed, kind, total, 30),
    'the kernels that take most:',
    ...lines(timed, ({ label }) => label, total, 20),
  ]
}

function lines(
  timed: readonly Timed[],
  nameOf: (one: Timed) => string,
  total: number,
  most: number,
): string[] {
  const groups = new Map<string, { count: number; milliseconds: number }>()
  for (const one of timed) {
    const group = groups.get(nameOf(one)) ?? { count: 0, milliseconds: 0 }
    group.count++
    group.milliseconds += one.milliseconds
    groups.set(nameOf(one), group)
  }
  return [...groups]
    .sort(([, a], [, b]) => b.milliseconds - a.milliseconds)
    .slice(0, most)
    .map(([name, { count, milliseconds }]) => {
      const share = ((100 * milliseconds) / total).toFixed(1).padStart(5)
      return `  ${share} %  ${(milliseconds / steps).toFixed(3).padStart(9)} ms  ${count / steps} × ${name}`
    })
}

/** From its making until it is detached, all dispatches of a device are timed. */
class Clock {
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
