// Times of kernels on a device: ours and the package's in turns, each several times in a row before the queue is waited
// for, so that what is timed is the device and not the way to it.
import { openWebgpu, type WebgpuCompute } from '../../src-main/engine/backends/webgpu'
import { packageKernel } from '../../src-main/engine/backends/webgpu/kernels/kernel'
import { perIndex } from '../../src-main/engine/backends/webgpu/programs/elementwise'
import type { Program } from '../../src-main/engine/backends/webgpu/program'
import { tf, type KernelFunc, type Tensor, type TensorInfo } from '../../src-main/engine/tf'
import type { Call } from './calls'

let opened: WebgpuCompute | null = null

/** Prints a line for each call. @param repeat pairs of measurements */
export async function measureCalls(model: string, calls: readonly Call[], repeat: number): Promise<void> {
  opened ??= await openWebgpu()
  await tf.setBackend('webgpu')
  const compute = opened
  const flops = await ceiling(compute, arithmetic)
  const bandwidth = await ceiling(compute, copying)
  console.log(`${compute.device}; ${compute.version}; Node ${process.version}`)
  console.log(`ceilings: ${(flops / 1e9).toFixed(0)} GFLOP/s, ${(bandwidth / 1e9).toFixed(1)} GB/s`)
  for (const call of calls) {
    const inputs = inputsOf(call)
    if (!inputs) continue
    const kernels = {
      ours: tf.getKernel(call.kernel, 'webgpu').kernelFunc,
      stock: packageKernel(call.kernel),
    }
    const times: Record<keyof typeof kernels, number[]> = { ours: [], stock: [] }
    for (let i = 0; i < repeat + 2; i++) {
      for (const which of ['ours', 'stock'] as const) {
        const took = await time(compute, kernels[which], inputs)
        if (i >= 2) times[which].push(took)
      }
    }
    const [ours, stock] = [median(times.ours), median(times.stock)]
    const reached = call.least.flops / ours / flops
    const moved = (call.least.read + call.least.written) / ours / bandwidth
    const line = [
      `${(ours * 1e3).toFixed(3)} ms, stock ${(stock * 1e3).toFixed(3)} ms`,
      `needed operations at ${(100 * reached).toFixed(1)} % and bytes at ${(100 * moved).toFixed(1)} % of the ceilings`,
    ]
    console.log(`${model} ${call.kernel} ${call.shape}: ${line.join('; ')}`)
    for (const input of Object.values(inputs.tensors)) input.dispose()
  }
}

/** Hands the device back, without which the program does not end. */
export async function endMeasuring(): Promise<void> {
  await opened?.dispose()
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

interface Given {
  tensors: Record<string, Tensor>
  attrs: object
}

/** BatchNorm is left out: the package has nothing to set beside it. */
function inputsOf({ kernel, geometry: c }: Call): Given | null {
  const noise = (shape: number[]) => tf.randomUniform(shape, -1, 1)
  const x = [c.batch, c.inHeight, c.inWidth, c.inChannels]
  const dy = [c.batch, c.outHeight, c.outWidth, c.outChannels]
  const deep = kernel.startsWith('Depthwise')
  const filterShape = [c.filterHeight, c.filterWidth, c.inChannels, deep ? 1 : c.outChannels]
  const same = c.padTop > 0 || c.outHeight === Math.ceil(c.inHeight / c.strideHeight)
  const attrs = {
    strides: [c.strideHeight, c.strideWidth],
    dilations: 1,
    pad: same ? 'same' : 'valid',
    dataFormat: 'NHWC',
    filterShape,
    inputShape: x,
    filterSize: [c.filterHeight, c.filterWidth],
  }
  if (kernel.endsWith('BackpropFilter')) return { tensors: { x: noise(x), dy: noise(dy) }, attrs }
  if (kernel.endsWith('BackpropInput'))
    return { tensors: { dy: noise(dy), filter: noise(filterShape) }, attrs }
  if (kernel !== 'MaxPoolGrad') return null
  const input = noise(x) as never
  const output = tf.maxPool(
    input,
    attrs.filterSize as [number, number],
    attrs.strides as [number, number],
    attrs.pad as 'same',
  )
  return { tensors: { dy: noise(dy), input, output }, attrs }
}

const IN_A_ROW = 5

async function time(compute: WebgpuCompute, kernel: KernelFunc, given: Given): Promise<number> {
  const { backend, gpu } = compute
  const made: TensorInfo[] = []
  const start = performance.now()
  for (let i = 0; i < IN_A_ROW; i++) {
    made.push(
      kernel({ inputs: given.tensors, attrs: given.attrs as never, backend: backend as never }) as TensorInfo,
    )
  }
  ;(backend as unknown as { endComputePassEncoder(): void }).endComputePassEncoder()
  if ((backend as unknown as { commandEncoder: unknown }).commandEncoder) {
    ;(backend as unknown as { submitQueue(): void }).submitQueue()
  }
  await gpu.queue.onSubmittedWorkDone()
  const seconds = (performance.now() - start) / 1000 / IN_A_ROW
  for (const { dataId } of made) backend.disposeData(dataId)
  return seconds
}

interface Ceiling {
  program: Program
  /** What one dispatch does. */
  work: number
  count: number
}

/** Independent multiplications and additions in registers. */
function arithmetic(): Ceiling {
  const [count, loops] = [2 ** 18, 1024]
  const program = perIndex(count, {
    inputs: [{ name: 'from_values', element: 'f32' }],
    outputs: [{ name: 'to_values', element: 'f32' }],
    declarations: '',
    body: `let seed = from_values[i];
    var a = vec4<f32>(seed); var b = vec4<f32>(seed + 1.0);
    for (var turn = 0; turn < ${loops}; turn++) {
      a = a * 0.999f + 0.5f; b = b * 0.998f + 0.25f;
    }
    to_values[i] = dot(a + b, vec4<f32>(1.0));`,
  })
  return { program, work: count * loops * 16, count }
}

function copying(): Ceiling {
  const count = 2 ** 24
  const program = perIndex(count / 4, {
    inputs: [{ name: 'from_values', element: 'vec4<f32>' }],
    outputs: [{ name: 'to_values', element: 'vec4<f32>' }],
    declarations: '',
    body: 'to_values[i] = from_values[i];',
  })
  return { program, work: 8 * count, count }
}

async function ceiling(compute: WebgpuCompute, of: () => Ceiling): Promise<number> {
  const { program, work, count } = of()
  const from = tf.zeros([count])
  const run: KernelFunc = () =>
    compute.backend.dispatch(
      `ceiling ${of.name}`,
      () => program,
      [from],
      [{ shape: [count], dtype: 'float32' }],
    )[0]!
  const times: number[] = []
  for (let i = 0; i < 8; i++) times.push(await time(compute, run, { tensors: {}, attrs: {} }))
  from.dispose()
  return work / Math.min(...times.slice(2))
}
