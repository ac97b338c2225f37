// What TensorFlow.js does where a kernel of ours stands: the package's kernel of that name, or, where it has none, the
// operations that it is composed of. Both are run on a device that computes nothing, with the package's programs counted
// as they are handed to it.
import { packageForwardCost } from '../../src-main/engine/backends/webgpu/programs/forward'
import type { WebgpuBackend } from '../../src-main/engine/backends/webgpu/backend'
import { packageKernel } from '../../src-main/engine/backends/webgpu/kernels/kernel'
import { RELU6_GRAD, RELU_GRAD } from '../../src-main/engine/backends/shared/gradients'
import {
  BATCH_NORM_TRAINING,
  BATCH_NORM_TRAINING_GRAD,
  FUSED_ADAM,
  MOVING_AVERAGE,
  movingAverage,
  SOFTMAX_CROSS_ENTROPY,
} from '../../src-main/engine/fused'
import {
  tf,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  type TensorInfo,
} from '../../src-main/engine/tf'
import { adam } from '../../src-main/engine/training/optimizers/adam'
import type { Call, Taken } from './calls'
import { geometryOf, termsOf } from './geometry'

/** What the package's programs say of themselves. */
interface PackageProgram {
  readonly outputShape: number[]
  readonly dispatch: readonly number[]
  readonly workgroupSize: readonly number[]
  readonly constructor: { readonly name: string }
}

interface Run extends Taken {
  programs: number
  /** Their classes. */
  kinds: readonly string[]
}

const sizeOf = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1)
const none = { invocations: 0, flops: 0, read: 0, written: 0, programs: 0 }

/** @returns null where TensorFlow.js has nothing to set beside a kernel */
export function stockOf(call: Call, backend: WebgpuBackend): Run | null {
  const inputs = Object.fromEntries(
    Object.entries(call.inputs).map(([name, { shape, dtype }]) => [
      name,
      backend.makeTensorInfo([...shape], dtype as 'float32'),
    ]),
  )
  const composed = compositions[call.kernel]
  if (composed) return composed(call, backend)
  let kernel
  try {
    kernel = packageKernel(call.kernel)
  } catch {
    return null
  }
  const run = counted(backend, () =>
    withoutOurs([], () =>
      kernel({ inputs: inputs as never, attrs: call.attrs as never, backend: backend as never }),
    ),
  )
  if (run.programs === 0) return null
  const terms = termsOf(call)
  if (terms === null) return run
  return { ...run, ...productOf(call, terms, run) }
}

/**
 * The package's kernels of products do two operations a term. Gradients of filters, and of depthwise convolutions, read
 * two numbers for each term; gradients of inputs 24 for 32 terms where both channels are multiples of four, else two for
 * each. The gradient of pooling by maxima finds their places first, reading each number, then reads two for each term.
 */
function productOf(call: Call, terms: number, { kinds }: Run): Pick<Run, 'flops' | 'read'> {
  const { kernel, inputs } = call
  if (kernel === 'MaxPoolGrad') return { flops: terms, read: 12 * terms }
  if (kernel === 'AvgPoolGrad') return { flops: terms, read: 4 * terms }
  const flops = 2 * terms
  if (kernel.endsWith('BackpropFilter') || kernel.startsWith('Depthwise')) return { flops, read: 8 * terms }
  if (kernel === 'Conv2DBackpropInput') {
    const [, , inChannels, outChannels] = inputs['filter']!.shape as [number, number, number, number]
    return { flops, read: (inChannels % 4 === 0 && outChannels % 4 === 0 ? 3 : 8) * terms }
  }
  const c = geometryOf(call)
  return c ? packageForwardCost(c) : matricesOf(call, terms, kinds)
}

/** By the program that the package takes: each number by itself, tiles of 8 × 16, or of 32 × 32. */
function matricesOf({ outputs }: Call, terms: number, kinds: readonly string[]): Pick<Run, 'flops' | 'read'> {
  if (kinds.includes('MatMulReduceProgram')) return { flops: 2 * terms, read: 8 * terms }
  const [tall, wide] = kinds.includes('MatMulSmallOutputSizeProgram') ? [8, 16] : [32, 32]
  const [rows, columns] = outputs[0]!.shape.slice(-2) as [number, number]
  const depth = terms / (rows * columns)
  const [down, across] = [Math.ceil(rows / tall), Math.ceil(columns / wide)]
  return {
    flops: 2 * down * tall * across * wide * depth,
    read: 4 * depth * (rows * across + columns * down),
  }
}

/** Runs operations and counts the package's programs that they hand to the device. */
function counted(backend: WebgpuBackend, run: () => unknown): Run {
  const sum = { ...none }
  const kinds: string[] = []
  const own = backend as unknown as { runWebGPUProgram: unknown }
  own.runWebGPUProgram = (
    program: PackageProgram,
    inputs: TensorInfo[],
    dtype: 'float32',
    _uniforms: unknown,
    output?: TensorInfo,
  ) => {
    const made = output ?? backend.makeTensorInfo(program.outputShape, dtype)
    const invocations = sizeOf(program.dispatch) * sizeOf(program.workgroupSize)
    const { flops, read } = costOf(program, inputs)
    sum.programs++
    kinds.push(program.constructor.name)
    sum.invocations += invocations
    sum.flops += flops
    sum.read += read
    sum.written += 4 * sizeOf(program.outputShape)
    return made
  }
  try {
    tf.tidy(() => void run())
  } finally {
    delete own.runWebGPUProgram
  }
  return { ...sum, kinds }
}

/** Elementwise programs do one operation a number and read each operand for it; reductions go over their input once. */
function costOf(
  { constructor: { name }, outputShape }: PackageProgram,
  inputs: TensorInfo[],
): Pick<Run, 'flops' | 'read'> {
  const [count, given] = [sizeOf(outputShape), inputs.map(({ shape }) => sizeOf(shape))]
  if (/^(Binary|Unary)Op/.test(name)) return { flops: count, read: 4 * count * inputs.length }
  if (/^(Transpose|Concat|Pad|Slice|Fill|Cast|Gather|Tile)/.test(name)) {
    return { flops: 0, read: 4 * (name.startsWith('Fill') ? 0 : count) }
  }
  if (/^BatchNorm/.test(name)) return { flops: 5 * count, read: 4 * count * inputs.length }
  return { flops: given[0] ?? 0, read: 4 * given.reduce((a, b) => a + b, 0) }
}

/** Runs operations as if kernels of ours were not there: what they stand for is the package's, `missing` are gone. */
function withoutOurs<T>(missing: readonly string[], run: () => T): T {
  const before = [...tf.getKernelsForBackend('webgpu')]
  for (const config of before) {
    let kernelFunc
    try {
      kernelFunc = packageKernel(config.kernelName)
    } catch {
      continue
    }
    tf.unregisterKernel(config.kernelName, 'webgpu')
    if (!missing.includes(config.kernelName)) tf.registerKernel({ ...config, kernelFunc })
  }
  try {
    return run()
  } finally {
    for (const { kernelName } of [...tf.getKernelsForBackend('webgpu')])
      tf.unregisterKernel(kernelName, 'webgpu')
    before.forEach((config) => tf.registerKernel(config))
  }
}

const less = (a: Run, b: Run): Run => ({
  kinds: a.kinds,
  programs: a.programs - b.programs,
  invocations: a.invocations - b.invocations,
  flops: a.flops - b.flops,
  read: a.read - b.read,
  written: a.written - b.written,
})

const tensor = (backend: WebgpuBackend, call: Call, name: string): Tensor => {
  const { shape, dtype } = call.inputs[name]!
  const { dataId } = backend.makeTensorInfo([...shape], dtype as 'float32')
  return tf.engine().makeTensorFromTensorInfo({ dataId, shape: [...shape], dtype: dtype as 'float32' })
}

/** The gradient alone: forward and back, less forward. */
function backward(backend: WebgpuBackend, forward: () => unknown, both: () => unknown): Run {
  return less(counted(backend, both), counted(backend, forward))
}

function normalised(call: Call, backend: WebgpuBackend, gradient: boolean): Run {
  const x = tensor(backend, call, 'x') as Tensor4D
  const gamma = tensor(backend, call, 'gamma') as Tensor1D
  const normalise = (...args: Tensor[]) => {
    const { mean, variance } = tf.moments(args[0]!, [0, 1, 2])
    return tf.batchNorm(
      args[0] as Tensor4D,
      mean as Tensor1D,
      variance as Tensor1D,
      args[2] as Tensor1D,
      args[1] as Tensor1D,
      1e-3,
    )
  }
  const missing = [BATCH_NORM_TRAINING, BATCH_NORM_TRAINING_GRAD]
  return withoutOurs(missing, () => {
    const forward = () => normalise(x, gamma, gamma)
    if (!gradient) return counted(backend, forward)
    return backward(backend, forward, () => tf.grads(normalise)([x, gamma, gamma.clone()], x))
  })
}

/** Kernels that the package does not have, as TensorFlow.js composes them. */
const compositions: Record<string, (call: Call, backend: WebgpuBackend) => Run> = {
  [BATCH_NORM_TRAINING]: (call, backend) => normalised(call, backend, false),
  [BATCH_NORM_TRAINING_GRAD]: (call, backend) => normalised(call, backend, true),
  [SOFTMAX_CROSS_ENTROPY]: (call, backend) => {
    const [logits, targets] = [
      tensor(backend, call, 'logits') as Tensor2D,
      tensor(backend, call, 'targets') as Tensor2D,
    ]
    const loss = (z: Tensor) =>
      tf.losses.softmaxCrossEntropy(targets, z as Tensor2D, undefined, 0, tf.Reduction.NONE)
    const losses = logits.shape[0]
    return withoutOurs([SOFTMAX_CROSS_ENTROPY], () =>
      counted(backend, () => tf.valueAndGrad(loss)(logits, tf.zeros([losses]))),
    )
  },
  [RELU_GRAD]: (call, backend) => activation(call, backend, tf.relu),
  [RELU6_GRAD]: (call, backend) => activation(call, backend, tf.relu6),
  [MOVING_AVERAGE]: (call, backend) => {
    const of = (name: string) => tensor(backend, call, name)
    return withoutOurs([MOVING_AVERAGE], () =>
      counted(backend, () => movingAverage(of('average'), of('now'), 0.99)),
    )
  },
  [FUSED_ADAM]: (call, backend) => {
    const of = (name: string) => tensor(backend, call, name)
    return withoutOurs([FUSED_ADAM], () => {
      const [rate, iteration] = [tf.scalar(1e-3), tf.scalar(3)]
      const update = adam({ beta1: 0.9, beta2: 0.999, epsilon: 1e-7 }).step(rate, iteration)
      return counted(backend, () => update(of('weight'), of('gradient'), [of('first'), of('second')]))
    })
  },
}

function activation(call: Call, backend: WebgpuBackend, of: (x: Tensor) => Tensor): Run {
  const x = tensor(backend, call, 'dy')
  return withoutOurs([RELU_GRAD, RELU6_GRAD], () =>
    backward(
      backend,
      () => of(x),
      () => tf.grad(of)(x, x),
    ),
  )
}
