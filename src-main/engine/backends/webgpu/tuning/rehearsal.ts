// A kernel's call run beside the backend, on noise and in buffers of its own: one option after the other can be planned,
// timed and compared, and nothing of it stays. Kernels are pure functions that go through `dispatch`, so a backend that
// only writes down what they dispatch is enough to run them.
import { tf, type TensorInfo } from '../../../tf'
import type { WebgpuBackend } from '../backend'
import { dispatchOf, sourceOf, type Program } from '../program'
import { attempting, type OpenDecision } from './decisions'
import { Comparison, fillWithNoise } from './on-device'

/** The device or the kernel does not take a call or one of its options: there is nothing to measure. */
export class Refused extends Error {}

/** An option whose programs are being compiled. It has no memory yet. */
export interface Draft {
  readonly option: string
  readonly steps: readonly Step[]
  /** The tensors that it makes. */
  readonly tensors: readonly Made[]
  readonly results: readonly TensorInfo[]
  readonly pipelines: Promise<readonly GPUComputePipeline[]>
}

interface Step {
  readonly program: Program
  readonly bound: readonly TensorInfo[]
}

interface Made {
  readonly info: TensorInfo
  readonly values: Float32Array | Int32Array | null
}

/** An option that can be run any number of times. */
export interface Planned {
  readonly option: string
  readonly commands: readonly Command[]
  readonly outputs: readonly GPUBuffer[]
  dispose(): void
}

export interface Command {
  readonly pipeline: GPUComputePipeline
  readonly group: GPUBindGroup
  readonly workgroups: readonly [number, number]
}

/** Gives the commands to a pass. */
export function encode(pass: GPUComputePassEncoder, commands: readonly Command[]): void {
  for (const { pipeline, group, workgroups } of commands) {
    pass.setPipeline(pipeline)
    pass.setBindGroup(0, group)
    pass.dispatchWorkgroups(...workgroups)
  }
}

export class Rehearsal {
  readonly #backend: WebgpuBackend
  readonly #device: GPUDevice
  readonly #decision: OpenDecision
  readonly #compare: Comparison
  readonly #inputs: Record<string, TensorInfo> = {}
  readonly #buffers = new Map<object, GPUBuffer>()

  private constructor(backend: WebgpuBackend, decision: OpenDecision) {
    this.#backend = backend
    this.#device = backend.device
    this.#decision = decision
    this.#compare = new Comparison(this.#device)
  }

  /**
   * Makes the call's inputs.
   * @throws Refused where there is no memory for them, or they are not float32
   */
  static async open(backend: WebgpuBackend, decision: OpenDecision): Promise<Rehearsal> {
    const made = new Rehearsal(backend, decision)
    try {
      await made.#guarded(() => {
        Object.entries(decision.call.inputs).forEach(([name, { shape, dtype }], i) => {
          if (dtype !== 'float32') throw new Refused(`${name} is ${dtype}`)
          const info: TensorInfo = { dataId: {}, shape: [...shape], dtype }
          const buffer = made.#allocate(info)
          made.#buffers.set(info.dataId, buffer)
          made.#inputs[name] = info
          fillWithNoise(made.#device, buffer, i)
        })
      })
      return made
    } catch (error) {
      made.dispose()
      throw error
    }
  }

  /**
   * Has an option's programs compiled, which a device may do for several at a time.
   * @throws Refused where the kernel does not go through `dispatch` alone
   */
  draft(option: string): Draft {
    const { steps, tensors, results } = this.#run(option)
    const pipelines = Promise.all(steps.map(({ program }) => this.#compile(program)))
    // Whoever gives up before it is ready does not hear of it.
    pipelines.catch(() => {})
    return { option, steps, tensors, results, pipelines }
  }

  /** Gives an option its memory. @throws Refused where the device has none, or does not compile the programs */
  async ready({ option, steps, tensors, results, pipelines }: Draft): Promise<Planned> {
    const compiled = await pipelines
    const own = new Map<object, GPUBuffer>()
    const dispose = () => own.forEach((buffer) => buffer.destroy())
    const bufferOf = ({ dataId }: TensorInfo): GPUBuffer => {
      const buffer = own.get(dataId) ?? this.#buffers.get(dataId)
      if (!buffer) throw new Refused('a tensor from elsewhere')
      return buffer
    }
    try {
      return await this.#guarded(() => {
        for (const { info, values } of tensors) {
          own.set(info.dataId, this.#allocate(info))
          if (values) this.#device.queue.writeBuffer(bufferOf(info), 0, values as Float32Array<ArrayBuffer>)
        }
        const most = this.#device.limits.maxComputeWorkgroupsPerDimension
        const commands = steps.map(({ program, bound }, i): Command => {
          const pipeline = compiled[i]!
          const entries = bound.map((info, binding) => ({ binding, resource: { buffer: bufferOf(info) } }))
          const group = this.#device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries })
          return { pipeline, group, workgroups: dispatchOf(program.groups, most) }
        })
        return { option, commands, outputs: results.map(bufferOf), dispose }
      })
    } catch (error) {
      dispose()
      throw error
    }
  }

  /** Runs the commands once, and waits for them. @throws Refused where the device does not */
  async once({ commands }: Planned): Promise<void> {
    await this.#guarded(() => {
      const encoder = this.#device.createCommandEncoder()
      const pass = encoder.beginComputePass()
      encode(pass, commands)
      pass.end()
      this.#device.queue.submit([encoder.finish()])
    })
    await this.#device.queue.onSubmittedWorkDone()
  }

  /** The largest difference of the results over their largest magnitude; NaN where one of them is not a number. */
  async difference(a: Planned, b: Planned): Promise<number> {
    if (a.outputs.length !== b.outputs.length) return NaN
    let most = 0
    for (const [i, buffer] of a.outputs.entries()) {
      const difference = await this.#compare.difference(buffer, b.outputs[i]!)
      if (Number.isNaN(difference)) return NaN
      most = Math.max(most, difference)
    }
    return most
  }

  dispose(): void {
    this.#buffers.forEach((buffer) => buffer.destroy())
    this.#compare.dispose()
  }

  /** Runs the kernel on a backend that writes down its programs. */
  #run(option: string): Pick<Draft, 'steps' | 'tensors' | 'results'> {
    const steps: Step[] = []
    const tensors: Made[] = []
    const make = (shape: readonly number[], dtype: 'float32' | 'int32', values: Made['values'] = null) => {
      const info: TensorInfo = { dataId: {}, shape: [...shape], dtype }
      tensors.push({ info, values })
      return info
    }
    const stage: Partial<WebgpuBackend> = {
      dispatch: (_key, program, inputs, outputs) => {
        const made = outputs.map(({ shape, dtype }) => make(shape, dtype))
        steps.push({ program: program(), bound: [...inputs, ...made] })
        return made
      },
      makeTensorInfo: make,
      // All memory stays until the option is done with.
      disposeData: () => true,
      incRef: () => {},
    }
    const backend = new Proxy(this.#backend, {
      get: (target, name) =>
        name in stage ? stage[name as keyof WebgpuBackend] : Reflect.get(target, name, target),
    })
    const { name, call } = this.#decision
    const kernel = tf.getKernel(call.kernelName, 'webgpu')?.kernelFunc
    if (!kernel) throw new Refused(`there is no kernel ${call.kernelName}`)
    try {
      const made = attempting(name, option, () =>
        kernel({ inputs: this.#inputs as never, attrs: call.attrs as never, backend: backend as never }),
      )
      return { steps, tensors, results: Array.isArray(made) ? made : [made as TensorInfo] }
    } catch (cause) {
      throw refusalOf(cause)
    }
  }

  #allocate({ shape }: TensorInfo): GPUBuffer {
    const size = 4 * tf.util.sizeFromShape(shape)
    const { maxBufferSize, maxStorageBufferBindingSize } = this.#device.limits
    if (size === 0 || size > Math.min(maxBufferSize, maxStorageBufferBindingSize)) {
      throw new Refused(`a tensor of ${size} bytes`)
    }
    return this.#device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST })
  }

  async #compile(program: Program): Promise<GPUComputePipeline> {
    const module = await this.#guarded(() => this.#device.createShaderModule({ code: sourceOf(program) }))
    try {
      return await this.#device.createComputePipelineAsync({ layout: 'auto', compute: { module } })
    } catch (cause) {
      throw refusalOf(cause)
    }
  }

  /**
   * What the device refuses here is no fault of the run beside. Scopes are closed before anything is waited for: others
   * open theirs on the same device.
   */
  async #guarded<T>(work: () => T): Promise<T> {
    const filters = ['validation', 'internal', 'out-of-memory'] as const
    for (const filter of filters) this.#device.pushErrorScope(filter)
    let done: { value: T } | { cause: unknown }
    try {
      done = { value: work() }
    } catch (cause) {
      done = { cause }
    }
    const errors = await Promise.all(filters.map(() => this.#device.popErrorScope()))
    if ('cause' in done) throw refusalOf(done.cause)
    const first = errors.find((error) => error !== null)
    if (first) throw new Refused(first.message)
    return done.value
  }
}

const refusalOf = (cause: unknown): Refused =>
  cause instanceof Refused
    ? cause
    : new Refused(cause instanceof Error ? cause.message : String(cause), { cause })
