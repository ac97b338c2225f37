// What the addon gives: the binding that tfjs-node's kernels work with, and the calls of our own beside it.
// The addon checks every argument; a wrong one is an Error that names the operation, never a crash.

/** TensorFlow's number of a data type (tensorflow/core/framework/types.proto). */
export type DType = number

/** An attribute of an operation, as tfjs-node's kernels write it. */
export interface OpAttribute {
  name: string
  type: number
  value: unknown
}

export interface TensorMetadata {
  id: number
  shape: number[]
  dtype: DType
}

export type TensorValues = Float32Array | Int32Array | Uint8Array | Uint8Array[]

/** What `NodeJSKernelBackend` asks of its binding. */
export interface KernelBinding {
  createTensor(shape: readonly number[], dtype: DType, values: TensorValues): number
  deleteTensor(id: number): void
  tensorDataSync(id: number): Float32Array | Int32Array | Uint8Array
  executeOp(name: string, attributes: OpAttribute[], inputs: number[], outputs: number): TensorMetadata[]
  loadSavedModel(folder: string, tags: string): number
  deleteSavedModel(id: number): void
  runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): TensorMetadata[]
  getNumOfSavedModels(): number
  getNumOfTensors(): number
  isUsingGpuDevice(): boolean
  readonly TF_FLOAT: DType
  readonly TF_INT32: DType
  readonly TF_INT64: DType
  readonly TF_BOOL: DType
  readonly TF_COMPLEX64: DType
  readonly TF_STRING: DType
  readonly TF_RESOURCE: DType
  readonly TF_UINT8: DType
  readonly TF_ATTR_STRING: number
  readonly TF_ATTR_INT: number
  readonly TF_ATTR_FLOAT: number
  readonly TF_ATTR_BOOL: number
  readonly TF_ATTR_TYPE: number
  readonly TF_ATTR_SHAPE: number
  readonly TF_Version: string
}

/** One operation of a captured function; inputs are flat pairs (node number, output index). */
export type GraphNode = { op: string; attrs: OpAttribute[]; inputs: number[] } | { constant: number }

export interface FunctionBody {
  /** Nodes 0 … n-1. */
  inputs: { dtype: DType; shape: readonly number[] }[]
  /** Nodes n …, in this order. */
  nodes: GraphNode[]
  /** Flat pairs (node number, output index). */
  outputs: number[]
}

export interface Device {
  /** "/job:localhost/replica:0/task:0/device:GPU:0" */
  readonly name: string
  /** "CPU" or "GPU" */
  readonly type: string
  readonly memoryBytes: number
}

export interface Binding extends KernelBinding {
  readonly devices: readonly Device[]
  /** Name of the device that tensors and functions go to. */
  readonly device: string
  /** Is there the operation CotejoAdam? (on a CPU) */
  readonly hasFusedAdam: boolean
  /** Makes one TensorFlow function of recorded operations. Names: letters, digits and underscores. */
  defineFunction(name: string, body: FunctionBody): void
  /** @returns the ids of the outputs; their shapes are those that were recorded */
  runFunction(name: string, inputs: readonly number[], useXla?: boolean): number[]
  removeFunction(name: string): void
  /** Frees all tensors and functions. Every later call is an error. */
  close(): void
}

export interface OpenOptions {
  /** The folder that holds libtensorflow_cc and libtensorflow_framework. */
  folder: string
  /** Take GPU memory as it is needed, not all of it at once. Default true. */
  memoryGrowth?: boolean
  /** Operations at a time, and threads within an operation; 0 or absent: TensorFlow decides. */
  interOpThreads?: number
  intraOpThreads?: number
  /** Leave GPUs alone. */
  cpuOnly?: boolean
}

export interface CudaCard {
  readonly name: string
  /** Compute capability. */
  readonly major: number
  readonly minor: number
  readonly memoryBytes: number
}

export interface CudaDriver {
  /** 12040 for CUDA 12.4. */
  readonly cudaVersion: number
  readonly cards: readonly CudaCard[]
}

export interface Addon {
  /** Starts TensorFlow. A process can open one folder only. */
  open(options: OpenOptions): Binding
  /** What NVIDIA's driver says; needs no TensorFlow. Throws where there is no driver. */
  cudaDriver(): CudaDriver
}
