// What the rest sees of the webgpu backend, and what it sees of the package's class.
import type { DataType, TensorInfo } from '../../tf'
import type { Program } from './program'
import type { Range } from './ranges'
import type { Recording, Script } from './recording'
import type { Replay } from './replay'

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
  /** Is told of each of our programs that is run op by op; a replay tells nothing. */
  onDispatch: ((key: string, program: Program) => void) | null
  /** Puts a tensor's values on the device, where they are not. */
  uploadToGPU(dataId: object): void
  /** Counts how often `forgetRecordings` was called. */
  readonly generation: number
  /** Functions are recorded anew when they run next: their kernels may decide otherwise now. */
  forgetRecordings(): void
  /** What tells whether a recording fits these tensors. */
  signatureOf(inputs: readonly TensorInfo[]): string
  /** Where a tensor is that is on the device. */
  rangeOf(dataId: object): Range
  /** Whether a tensor's contents come from the processor. */
  isConstant(dataId: object): boolean
  /**
   * Runs a function op by op and writes down what it has the device do.
   * @param inputs all tensors that it depends on
   */
  record<T>(name: string, inputs: readonly TensorInfo[], run: () => T): Recording<T>
  /** Frees what a script holds that no replay was made of. */
  abandon(script: Script): void
  replayOf(script: Script, inputs: number, outputs: readonly number[]): Replay
  /** Runs a recorded function. @returns where its outputs are */
  replay(replay: Replay, inputs: readonly object[]): Range[]
  /** Makes a tensor's data of a part of a buffer, which is given back when the tensor is disposed of. */
  adopt(range: Range, shape: readonly number[], dtype: DataType): object
  /** Gives memory back to the device that is only kept to be used again. */
  trim(): void
}

/** The parts of the package's class that it declares private. */
export interface Internals {
  nextDataId(): number
  device: GPUDevice
  bufferManager: unknown
  commandEncoder: GPUCommandEncoder | null
  computePassEncoder: GPUComputePassEncoder | null
  commandQueueOwnedIds: WeakSet<object>
  dispatchCountInPass: number
  tensorMap: { get(dataId: object): Entry }
  uploadToGPU(dataId: object): void
  ensureCommandEncoderReady(): void
  tensorToBinding(tensor?: TensorInfo): GPUBufferBinding | null
  endComputePassEncoder(): void
  submitQueue(): void
}

/** What the package knows of a tensor's data. */
export interface Entry {
  values: unknown
  dtype: string
  shape: number[]
  resource?: GPUBuffer
  /** Ours: in bytes, where the tensor is a part of its buffer. */
  offset?: number
}
