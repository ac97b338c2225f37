// The kernels of ours that a training step of a model calls: the app's own step is run on a device that computes nothing,
// and what goes through is written down.
import type { WebgpuBackend } from '../../src-main/engine/backends/webgpu/backend'
import type { Cost, Program } from '../../src-main/engine/backends/webgpu/program'
import type { Compute } from '../../src-main/engine/compute'
import { tf, type TensorInfo } from '../../src-main/engine/tf'
import { trainingStep } from '../training-step'

export interface Described {
  readonly shape: readonly number[]
  readonly dtype: string
}

export interface Call {
  readonly kernel: string
  readonly inputs: Readonly<Record<string, Described>>
  readonly attrs: object
  readonly outputs: readonly Described[]
  /** Of ours, that it runs. */
  readonly programs: readonly Program[]
  /** How often a step calls it so. */
  times: number
}

export interface Taken extends Cost {
  readonly invocations: number
}

/** Models of `bench/training-step.ts` that are counted, with the names that tables give them. */
export const models = { seed: 'seed CNN', mobilenetv2: 'MobileNetV2, 96 px' } as const
export type ModelName = keyof typeof models

/** The calls of one step in which all layers are trained, those of one shape together. */
export function callsOf(model: ModelName, batch: number, compute: Compute, backend: WebgpuBackend): Call[] {
  const calls = new Map<string, Call>()
  const step = trainingStep(model, batch, compute)
  let programs: Program[] = []
  backend.onDispatch = (_key, program) => programs.push(program)
  const restore = watchKernels((kernel, inputs, attrs, run) => {
    const before = programs
    programs = []
    const outputs = run()
    const [own, made] = [programs, Array.isArray(outputs) ? outputs : [outputs]]
    programs = before
    if (own.length > 0 && Object.keys(inputs).length > 0) {
      // A bias that is left out is named all the same.
      const given = Object.entries(inputs).filter(([, one]) => one)
      const described = Object.fromEntries(given.map(([name, one]) => [name, describe(one)]))
      const key = JSON.stringify([kernel, described, attrs])
      const known = calls.get(key)
      if (known) known.times++
      else
        calls.set(key, {
          kernel,
          inputs: described,
          attrs,
          outputs: made.map(describe),
          programs: own,
          times: 1,
        })
    }
    return outputs
  })
  try {
    step.queue().dispose()
  } finally {
    restore()
    backend.onDispatch = null
    step.dispose()
  }
  return [...calls.values()]
}

const describe = ({ shape, dtype }: TensorInfo): Described => ({ shape: [...shape], dtype })

type Outputs = TensorInfo | TensorInfo[]

/** Has all kernels of webgpu run by `around`, until it is told to stop. */
function watchKernels(
  around: (name: string, inputs: Record<string, TensorInfo>, attrs: object, run: () => Outputs) => Outputs,
): () => void {
  const before = [...tf.getKernelsForBackend('webgpu')]
  for (const config of before) {
    tf.unregisterKernel(config.kernelName, 'webgpu')
    tf.registerKernel({
      ...config,
      kernelFunc: (call) =>
        around(
          config.kernelName,
          call.inputs as unknown as Record<string, TensorInfo>,
          (call.attrs ?? {}) as unknown as object,
          () => config.kernelFunc(call) as Outputs,
        ),
    })
  }
  return () => {
    for (const config of before) {
      tf.unregisterKernel(config.kernelName, 'webgpu')
      tf.registerKernel(config)
    }
  }
}

/** What programs of ours take together. */
export function taken(programs: readonly Program[]): Taken {
  return programs.reduce(
    (sum, { size, groups, cost }) => ({
      invocations: sum.invocations + size * groups,
      flops: sum.flops + cost!.flops,
      read: sum.read + cost!.read,
      written: sum.written + cost!.written,
    }),
    { invocations: 0, flops: 0, read: 0, written: 0 },
  )
}
