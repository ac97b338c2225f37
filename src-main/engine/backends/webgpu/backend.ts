// TensorFlow.js's WebGPU backend with what our kernels need: programs with several outputs and without uniforms, and
// reads that tell what went wrong on the device.
import { UserError } from '../../../contract'
import { tf, type TensorInfo } from '../../tf'
import type { DeviceWatch } from './device'
import { withPackage } from './package'
import { dispatchOf, sourceOf, type Element, type Program } from './program'
import { wholeToFloat } from './programs/elementwise'

export interface Output {
  readonly shape: readonly number[]
  readonly dtype: 'float32' | 'int32'
}

/** What our kernels see of the backend. */
export interface WebgpuBackend {
  readonly device: GPUDevice
  /**
   * Runs a program on tensors and gives new ones. Only queued: nothing waits for the device.
   * @param key tells the program apart from all others; `make` is called where there is none with it
   */
  dispatch(
    key: string,
    make: () => Program,
    inputs: readonly TensorInfo[],
    outputs: readonly Output[],
  ): TensorInfo[]
  makeTensorInfo(shape: number[], dtype: 'float32' | 'int32', values?: Float32Array | Int32Array): TensorInfo
  disposeData(dataId: object, force?: boolean): boolean
  incRef(dataId: object): void
  read(dataId: object): Promise<unknown>
  dispose(): void
  /** Is told of each of our programs that is run. */
  onDispatch: ((key: string, program: Program) => void) | null
}

/** The parts of the package's class that it declares private. */
interface Internals {
  device: GPUDevice
  bufferManager: { numUsedBuffers: number }
  commandEncoder: GPUCommandEncoder | null
  computePassEncoder: GPUComputePassEncoder | null
  commandQueueOwnedIds: WeakSet<object>
  dispatchCountInPass: number
  tensorMap: { get(dataId: object): Entry }
  uploadToGPU(dataId: object): void
  ensureCommandEncoderReady(): void
  endComputePassEncoder(): void
  submitQueue(): void
}

interface Entry {
  values: unknown
  dtype: string
  shape: number[]
  resource?: GPUBuffer
}

interface Compiled {
  program: Program
  pipeline: GPUComputePipeline
  layout: GPUBindGroupLayout
  workgroups: [number, number]
}

/** Makes the backend over a device. */
export function createBackend(
  gpu: GPU,
  watch: DeviceWatch,
  info: GPUAdapterInfo,
  name: string,
): WebgpuBackend {
  return withPackage(gpu, ({ WebGPUBackend }) => {
    class Backend extends WebGPUBackend {
      readonly #compiled = new Map<string, Compiled>()
      onDispatch: WebgpuBackend['onDispatch'] = null

      get #internals(): Internals {
        return this as unknown as Internals
      }

      #compile(key: string, make: () => Program): Compiled {
        let compiled = this.#compiled.get(key)
        if (!compiled) {
          const { device } = this.#internals
          const program = make()
          const module = device.createShaderModule({ code: sourceOf(program), label: key })
          const pipeline = device.createComputePipeline({ layout: 'auto', compute: { module }, label: key })
          compiled = {
            program,
            pipeline,
            layout: pipeline.getBindGroupLayout(0),
            workgroups: dispatchOf(program.groups, device.limits.maxComputeWorkgroupsPerDimension),
          }
          this.#compiled.set(key, compiled)
        }
        return compiled
      }

      dispatch(
        key: string,
        make: () => Program,
        inputs: readonly TensorInfo[],
        outputs: readonly Output[],
      ): TensorInfo[] {
        const internals = this.#internals
        const { program, pipeline, layout, workgroups } = this.#compile(key, make)
        const made = outputs.map(({ shape, dtype }) => this.makeTensorInfo([...shape], dtype))
        const given = inputs.map((input, i) => this.#asBound(input, program.inputs[i]!.element))
        const bound = [...given, ...made]
        if (bound.some(({ shape }) => tf.util.sizeFromShape(shape) === 0)) {
          throw new Error(`${key}: a tensor without elements`)
        }
        for (const { dataId } of bound) {
          internals.uploadToGPU(dataId)
          internals.commandQueueOwnedIds.add(dataId)
        }
        this.onDispatch?.(key, program)
        const bindGroup = internals.device.createBindGroup({
          layout,
          entries: bound.map(({ dataId }, binding) => ({
            binding,
            resource: { buffer: internals.tensorMap.get(dataId).resource! },
          })),
        })
        internals.ensureCommandEncoderReady()
        internals.computePassEncoder ??= internals.commandEncoder!.beginComputePass()
        const pass = internals.computePassEncoder
        pass.setPipeline(pipeline)
        pass.setBindGroup(0, bindGroup)
        pass.dispatchWorkgroups(...workgroups)
        internals.dispatchCountInPass++
        if (internals.dispatchCountInPass >= tf.env().getNumber('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE')) {
          internals.endComputePassEncoder()
          internals.submitQueue()
        }
        given.forEach((input, i) => input !== inputs[i] && this.disposeData(input.dataId))
        return made
      }

      /** The package's cast of whole numbers to float32 changes the tensor's type alone: the buffer keeps its bits. */
      #asBound(input: TensorInfo, element: Element): TensorInfo {
        const { dtype } = this.#internals.tensorMap.get(input.dataId)
        if (dtype === 'float32' || element === 'i32' || element === 'u32') return input
        const count = tf.util.sizeFromShape(input.shape)
        const output = { shape: input.shape, dtype: 'float32' } as const
        return this.dispatch(`to-float ${count}`, () => wholeToFloat(count), [input], [output])[0]!
      }

      /** @throws UserError `out-of-memory` where a tensor is more than the card takes in one piece */
      override uploadToGPU(dataId: object): void {
        const { shape, resource } = this.#internals.tensorMap.get(dataId)
        const { maxBufferSize, maxStorageBufferBindingSize } = watch.device.limits
        const bytes = 4 * tf.util.sizeFromShape(shape)
        const most = Math.min(maxBufferSize, maxStorageBufferBindingSize)
        if (resource == null && bytes > most) {
          throw new UserError(
            'out-of-memory',
            `A layer takes ${Math.ceil(bytes / 2 ** 20)} MB; ${name} takes ${Math.floor(most / 2 ** 20)} MB in one piece.`,
            { detail: { device: name, bytes, most }, hint: 'Use a smaller batch or smaller pictures.' },
          )
        }
        super.uploadToGPU(dataId)
      }

      /** @throws UserError `device-lost`, `out-of-memory` */
      override async read(dataId: object): ReturnType<InstanceType<typeof WebGPUBackend>['read']> {
        try {
          const values = await super.read(dataId)
          watch.throwIfFailed(name)
          return values
        } catch (error) {
          // A map that fails may be heard of before the loss that made it fail.
          await new Promise(setImmediate)
          watch.throwIfFailed(name)
          throw error
        }
      }

      override readSync(dataId: object): ReturnType<InstanceType<typeof WebGPUBackend>['readSync']> {
        const { values } = this.#internals.tensorMap.get(dataId)
        if (values == null) throw new Error('On WebGPU values can only be read asynchronously.')
        return values as never
      }
    }
    return new Backend(watch.device, info) as unknown as WebgpuBackend
  })
}
