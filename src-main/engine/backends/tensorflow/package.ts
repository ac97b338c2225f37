// The JavaScript of the npm package @tensorflow/tfjs-node-gpu: its backend class and its kernels, without its own
// native part, which no longer installs. Required file by file, so that its index (which would load that part) is
// never run, and by the same CommonJS resolution as engine/tf.ts, so that both meet one instance of tfjs.
import Module, { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import util from 'node:util'
import type { DataType, Tensor, TypedArray } from '../../tf'
import type { KernelBinding, OpAttribute, TensorMetadata, TensorValues } from './binding'

/** What the package's backend knows of a tensor; `values` are not uploaded yet. */
export interface TensorData {
  shape: number[]
  dtype: number
  id: number
  values: TensorValues | null
  refCount: number
}

/** The part of the package's `NodeJSKernelBackend` that we build on. */
export interface KernelBackend {
  readonly binding: KernelBinding
  readonly tensorMap: {
    get(dataId: object): TensorData
    has(dataId: object): boolean
    set(dataId: object, data: TensorData): void
  }
  createOutputTensor(metadata: TensorMetadata): Tensor
  getInputTensorIds(tensors: readonly Tensor[]): number[]
  executeSingleOutput(name: string, attributes: OpAttribute[], inputs: Tensor[]): Tensor
  executeMultipleOutputs(name: string, attributes: OpAttribute[], inputs: Tensor[], outputs: number): Tensor[]
  readSync(dataId: object): TypedArray
  write(values: TensorValues, shape: number[], dtype: DataType): object
  move(dataId: object, values: TensorValues, shape: number[], dtype: DataType, refCount: number): void
  disposeData(dataId: object, force?: boolean): boolean
}

interface KernelPackage {
  NodeJSKernelBackend: new (binding: KernelBinding, packageName: string) => KernelBackend
}

const packageName = '@tensorflow/tfjs-node-gpu'

/**
 * The package calls `util.isNullOrUndefined` and `util.isArray`, which newer Nodes warn about and then lack. It gets
 * a view of `util` that has them; nobody else sees it.
 */
const utilForPackage = {
  ...util,
  isNullOrUndefined: (value: unknown) => value === null || value === undefined,
  isArray: Array.isArray,
}

type Loader = { _load(request: string, parent: { filename?: string } | undefined, isMain: boolean): unknown }

/** Requires with `util` replaced for the files below `folder`, for the time of the call only. */
function requireWithUtil<T>(require: NodeJS.Require, file: string, folder: string): T {
  const loader = Module as unknown as Loader
  const original = loader._load
  loader._load = function (request, parent, isMain) {
    const ours = (request === 'util' || request === 'node:util') && parent?.filename?.startsWith(folder + sep)
    return ours ? utilForPackage : original.call(this, request, parent, isMain)
  }
  try {
    return require(file) as T
  } finally {
    loader._load = original
  }
}

let loaded: KernelPackage | null = null

/** Loads the backend class and registers the package's kernels (for the backend name `tensorflow`). */
export function loadKernelPackage(): KernelPackage {
  if (loaded) return loaded
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve(`${packageName}/package.json`))
  const file = (name: string) => join(folder, 'dist', name)
  const found = requireWithUtil<KernelPackage>(require, file('nodejs_kernel_backend.js'), folder)
  requireWithUtil(require, file('register_all_kernels.js'), folder)
  loaded = found
  return found
}
