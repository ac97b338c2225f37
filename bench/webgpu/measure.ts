// Times of kernels on a device: ours and the package's in turns, by the device's clock, or, where it has none, each
// several times in a row before the queue is waited for, so that what is timed is the device and not the way to it.
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { packageKernel } from '../../src-main/engine/backends/webgpu/kernels/kernel'
import { tf, type KernelFunc, type Tensor, type TensorInfo } from '../../src-main/engine/tf'
import type { Call } from './calls'
import { ceilings } from './ceilings'
import { Clock, hasClock } from './clock'
import { nameOf } from './geometry'
import { leastOf } from './table'
import { median } from '../times'

/** The work of a call, queued. @returns what it made, to be disposed of */
type Work = () => readonly TensorInfo[]

interface Model {
  readonly title: string
  readonly calls: readonly Call[]
}

/** Opens the device and prints a line for each call. @param repeat pairs of measurements */
export async function measureCalls(models: readonly Model[], repeat: number): Promise<void> {
  const compute = await openWebgpu()
  console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)
  const time = (work: Work) => timeOf(compute, work)
  const most = await ceilings(compute, time)
  console.log(`ceilings: ${(most.flops / 1e9).toFixed(0)} GFLOP/s, ${(most.bytes / 1e9).toFixed(1)} GB/s`)
  for (const { title, calls } of models) {
    console.log(`\n${title}`)
    for (const call of calls) {
      const inputs = Object.fromEntries(Object.entries(call.inputs).map(([name, one]) => [name, noise(one)]))
      const { ours, stock } = worksOf(call, inputs, compute)
      const pairs: [number, number][] = []
      for (let i = 0; i < repeat + 2; i++) {
        const pair: [number, number] = [await time(ours), stock ? await time(stock) : NaN]
        // The first compile programs.
        if (i >= 2) pairs.push(pair)
      }
      const [own, theirs] = [median(pairs.map(([a]) => a)), median(pairs.map(([, b]) => b))]
      const least = leastOf(call)
      const [flops, bytes] = [least.flops / own, (least.read + least.written) / own]
      console.log(
        [
          `${call.kernel} ${nameOf(call)}: ${(own * 1e3).toFixed(3)} ms`,
          stock ? `stock ${(theirs * 1e3).toFixed(3)} ms` : 'no stock kernel',
          `${(flops / 1e9).toFixed(1)} GFLOP/s (${((100 * flops) / most.flops).toFixed(1)} %)`,
          `${(bytes / 1e9).toFixed(2)} GB/s (${((100 * bytes) / most.bytes).toFixed(1)} %)`,
        ].join('; '),
      )
      tf.dispose(inputs)
    }
  }
  await compute.dispose()
}

const noise = ({ shape, dtype }: Call['inputs'][string]): Tensor =>
  dtype === 'int32'
    ? tf.randomUniform([...shape], 0, 10, 'int32')
    : tf.randomUniform([...shape], dtype === 'float32' ? 0.01 : 0, 1)

function worksOf(
  { kernel, attrs }: Call,
  inputs: Record<string, Tensor>,
  { backend }: WebgpuCompute,
): { ours: Work; stock: Work | null } {
  const run = (func: KernelFunc): Work => {
    return () => {
      const made = func({ inputs: inputs as never, attrs: attrs as never, backend: backend as never })
      return Array.isArray(made) ? made : [made as TensorInfo]
    }
  }
  const ours = tf.getKernel(kernel, 'webgpu').kernelFunc
  const theirs = packageKernel(kernel)
  return { ours: run(ours), stock: theirs === ours ? null : run(theirs) }
}

const IN_A_ROW = 5

/** Seconds of one run, by the device's clock where it has one. */
async function timeOf({ backend, gpu }: WebgpuCompute, work: Work): Promise<number> {
  submit(backend)
  const made: TensorInfo[] = []
  const clock = hasClock(gpu) ? new Clock(gpu) : null
  const start = performance.now()
  try {
    for (let i = 0; i < IN_A_ROW; i++) made.push(...work())
    submit(backend)
  } finally {
    clock?.detach()
  }
  await gpu.queue.onSubmittedWorkDone()
  const wall = performance.now() - start
  const timed = await clock?.times()
  for (const { dataId } of made) backend.disposeData(dataId)
  return (timed?.reduce((sum, { milliseconds }) => sum + milliseconds, 0) ?? wall) / 1000 / IN_A_ROW
}

/** Hands over what is queued, which the package does by itself only now and then. */
function submit(backend: unknown): void {
  const queue = backend as { commandEncoder: unknown; endComputePassEncoder(): void; submitQueue(): void }
  queue.endComputePassEncoder()
  if (queue.commandEncoder) queue.submitQueue()
}
