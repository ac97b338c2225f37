// TensorFlow.js's WebGPU backend with what our kernels need: programs with several outputs and without uniforms, and
// reads that tell what went wrong on the device.
import { UserError } from '../../../contract'
import { tf, type DataType, type TensorInfo } from '../../tf'
import { CompiledPrograms } from './compiled'
import type { DeviceWatch } from './device'
import type { Entry, Internals, Output, WebgpuBackend } from './interface'
import { intercept } from './intercept'
import { withPackage } from './package'
import { BufferPool } from './pool'
import { sourceOf, type Element, type Program } from './program'
import { wholeToFloat } from './programs/elementwise'
import type { Range } from './ranges'
import { readPart } from './read-part'
import { freeConstants, Recorder, type Recording, type Script } from './recording'
import { Replay, type ReplayHost } from './replay'
import { SlotStore, TENSOR_USAGE } from './slots'

export type { Output, WebgpuBackend } from './interface'

/** Makes the backend over a device. */
export function createBackend(
  gpu: GPU,
  watch: DeviceWatch,
  info: GPUAdapterInfo,
  name: string,
): WebgpuBackend {
  return withPackage(gpu, ({ WebGPUBackend }) => {
    class Backend extends WebGPUBackend {
      readonly #compiled = new CompiledPrograms(watch.device)
      readonly #pool = new BufferPool(watch.device)
      readonly #slots = new SlotStore(this.#pool)
      #recorder: Recorder | null = null
      onDispatch: WebgpuBackend['onDispatch'] = null
      generation = 0

      constructor() {
        super(watch.device, info)
        intercept(this.#internals, watch.device, this.#pool, {
          recorder: () => this.#recorder,
          partOf: (dataId) => (this.#isPart(dataId) ? this.#bindingOf(dataId) : null),
        })
      }

      get #internals(): Internals {
        return this as unknown as Internals
      }

      dispatch(
        key: string,
        make: () => Program,
        inputs: readonly TensorInfo[],
        outputs: readonly Output[],
      ): TensorInfo[] {
        const internals = this.#internals
        const { program, pipeline, layout, workgroups } = this.#compiled.get(key, make)
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
          entries: bound.map(({ dataId }, binding) => ({ binding, resource: this.#bindingOf(dataId) })),
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

      forgetRecordings(): void {
        this.generation++
      }

      signatureOf(inputs: readonly TensorInfo[]): string {
        const first = new Map<object, number>()
        return inputs
          .map(({ dataId, dtype, shape }, i) => {
            if (!first.has(dataId)) first.set(dataId, i)
            // The type of the buffer may be another than the tensor's (see #asBound).
            return `${dtype} ${this.#internals.tensorMap.get(dataId).dtype} ${shape.join('x')} ${first.get(dataId)}`
          })
          .join()
      }

      rangeOf(dataId: object): Range {
        const { resource, offset = 0 } = this.#internals.tensorMap.get(dataId)
        return { buffer: resource!, offset }
      }

      #isPart(dataId: object): boolean {
        return this.#internals.tensorMap.get(dataId).offset !== undefined
      }

      #bindingOf(dataId: object): GPUBufferBinding {
        const { resource, offset, shape } = this.#internals.tensorMap.get(dataId)
        if (offset === undefined) return { buffer: resource! }
        return { buffer: resource!, offset, size: 4 * tf.util.sizeFromShape(shape) }
      }

      isConstant(dataId: object): boolean {
        if (!this.#internals.tensorMap.get(dataId).resource) return true
        return this.#recorder?.sourceOf(this.rangeOf(dataId)).kind === 'constant'
      }

      record<T>(name: string, inputs: readonly TensorInfo[], run: () => T): Recording<T> {
        if (this.#recorder) {
          throw new Error(
            `${name} cannot be recorded inside ${this.#recorder.name}: call its function directly`,
          )
        }
        // What has values on the processor might be computed with there, and be frozen at this value.
        for (const { dataId } of inputs) this.uploadToGPU(dataId)
        this.#flush()
        const ranges = inputs.map(({ dataId }) => this.rangeOf(dataId))
        const recorder = new Recorder(name, this.#pool, ranges, this.#internals.nextDataId())
        this.#recorder = this.#pool.listener = recorder
        try {
          const value = run()
          this.#flush()
          const madeIn = (range: Range): number => {
            const source = recorder.sourceOf(range)
            if (source.kind !== 'made') throw new Error(`${name}: a result that nothing computes`)
            return source.index
          }
          return { value, script: recorder.finish(), madeIn }
        } catch (error) {
          this.#flush()
          recorder.abandon()
          throw error
        } finally {
          this.#recorder = this.#pool.listener = null
        }
      }

      abandon(script: Script): void {
        freeConstants(script.constants, this.#pool)
      }

      replayOf(script: Script, inputs: number, outputs: readonly number[]): Replay {
        const host: ReplayHost = {
          device: watch.device,
          pool: this.#pool,
          slots: this.#slots,
          programOf: (pipeline) => this.#compiled.programOf(pipeline),
          runnable: (program) => this.#compiled.get(sourceOf(program), () => program),
        }
        const replay = new Replay(host, script, inputs, outputs)
        // Its intermediates have slots now: those of the recorded run are not needed.
        this.trim()
        return replay
      }

      replay(replay: Replay, inputs: readonly object[]): Range[] {
        this.#flush()
        for (const dataId of inputs) this.uploadToGPU(dataId)
        const ranges = inputs.map((dataId) => this.rangeOf(dataId))
        return this.#submit((encoder) => replay.encode(encoder, ranges))
      }

      adopt({ buffer, offset }: Range, shape: readonly number[], dtype: DataType): object {
        const { dataId } = this.makeTensorInfo([...shape], dtype)
        const entry = this.#internals.tensorMap.get(dataId)
        entry.resource = buffer
        const part = offset > 0 || buffer.size !== 4 * tf.util.sizeFromShape([...shape])
        if (part) entry.offset = offset
        return dataId
      }

      trim(): void {
        this.#flush()
        this.#pool.trim()
      }

      /** Hands what was queued to the device. */
      #flush(): void {
        const internals = this.#internals
        internals.endComputePassEncoder()
        if (internals.commandEncoder) internals.submitQueue()
      }

      /** Queues commands behind what is queued, and hands all of it to the device. */
      #submit<T>(encode: (encoder: GPUCommandEncoder) => T): T {
        const internals = this.#internals
        internals.endComputePassEncoder()
        internals.ensureCommandEncoderReady()
        const result = encode(internals.commandEncoder!)
        this.#flush()
        return result
      }

      /** What a recorded function made may be overwritten by its next command: nothing waits for a submission. */
      override disposeData(dataId: object, force = false): boolean {
        if (this.#recorder) this.#internals.commandQueueOwnedIds.delete(dataId)
        return super.disposeData(dataId, force)
      }

      /** @throws UserError `out-of-memory` where a tensor is more than the card takes in one piece */
      override uploadToGPU(dataId: object): void {
        const entry = this.#internals.tensorMap.get(dataId)
        const { shape, resource } = entry
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
        if (resource == null && this.#recorder) this.#recorder.uploading(dataId)
        if (resource == null && entry.values && !this.#recorder && !this.#internals.commandEncoder) {
          this.#write(entry, entry.values as ArrayLike<number>, bytes)
        } else super.uploadToGPU(dataId)
      }

      /** Writes at once, which needs no staging buffer: nothing that is queued can still read the buffer. */
      #write(entry: Entry, values: ArrayLike<number>, bytes: number): void {
        const whole = entry.dtype !== 'float32'
        const fits = whole ? values instanceof Int32Array : values instanceof Float32Array
        const data = fits ? values : whole ? Int32Array.from(values) : Float32Array.from(values)
        entry.resource = this.#pool.acquireBuffer(bytes, TENSOR_USAGE())
        watch.device.queue.writeBuffer(entry.resource, 0, data as Float32Array<ArrayBuffer>)
        entry.values = null
      }

      /** @throws UserError `device-lost`, `out-of-memory` */
      override async read(dataId: object): ReturnType<InstanceType<typeof WebGPUBackend>['read']> {
        try {
          const values = this.#isPart(dataId) ? await this.#readPart(dataId) : await super.read(dataId)
          watch.throwIfFailed(name)
          return values
        } catch (error) {
          // A map that fails may be heard of before the loss that made it fail.
          await new Promise(setImmediate)
          watch.throwIfFailed(name)
          throw error
        }
      }

      async #readPart(dataId: object): Promise<Float32Array | Int32Array> {
        const { dtype } = this.#internals.tensorMap.get(dataId)
        const { size } = this.#bindingOf(dataId)
        const bytes = await readPart(this.#pool, this.rangeOf(dataId), size!, (encode) =>
          this.#submit(encode),
        )
        return dtype === 'float32' ? new Float32Array(bytes) : new Int32Array(bytes)
      }

      override readSync(dataId: object): ReturnType<InstanceType<typeof WebGPUBackend>['readSync']> {
        const { values } = this.#internals.tensorMap.get(dataId)
        if (values == null) throw new Error('On WebGPU values can only be read asynchronously.')
        return values as never
      }
    }
    return new Backend() as unknown as WebgpuBackend
  })
}
