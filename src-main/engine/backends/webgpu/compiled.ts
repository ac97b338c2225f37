// Programs of ours as pipelines, each compiled once.
import { dispatchOf, sourceOf, type Program } from './program'
import type { Dispatch } from './recording'

export interface Compiled extends Pick<Dispatch, 'pipeline' | 'layout' | 'workgroups'> {
  readonly program: Program
}

export class CompiledPrograms {
  readonly #device: GPUDevice
  readonly #byKey = new Map<string, Compiled>()
  readonly #programs = new WeakMap<GPUComputePipeline, Program>()

  constructor(device: GPUDevice) {
    this.#device = device
  }

  /** @param key tells the program apart from all others; `make` is called where there is none with it */
  get(key: string, make: () => Program): Compiled {
    const known = this.#byKey.get(key)
    if (known) return known
    const program = make()
    const module = this.#device.createShaderModule({ code: sourceOf(program), label: key })
    const pipeline = this.#device.createComputePipeline({ layout: 'auto', compute: { module }, label: key })
    const [x, y] = dispatchOf(program.groups, this.#device.limits.maxComputeWorkgroupsPerDimension)
    const compiled = {
      program,
      pipeline,
      layout: pipeline.getBindGroupLayout(0),
      workgroups: [x, y, 1] as const,
    }
    this.#byKey.set(key, compiled)
    this.#programs.set(pipeline, program)
    return compiled
  }

  /** The program behind a pipeline, where it is one of ours. */
  programOf(pipeline: GPUComputePipeline): Program | undefined {
    return this.#programs.get(pipeline)
  }
}
