// What a kernel of ours needs: other kernels of the backend to compose it from, its temporaries freed afterwards,
// and views of tensors in the module's memory.
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm'
import { tf, type KernelConfig, type TensorInfo } from '../../../tf'

export type Attributes = Record<string, unknown>
export type Inputs = Record<string, TensorInfo>

/** Kernels made by one call of a composed kernel; each result is freed at the end unless it is the one returned. */
export class Workspace {
  readonly #made: TensorInfo[] = []

  constructor(readonly backend: BackendWasm) {}

  /** Runs another kernel of the wasm backend and owns its result. */
  run(name: string, inputs: Inputs, attributes: Attributes = {}): TensorInfo {
    const kernel = tf.getKernel(name, 'wasm')
    if (!kernel) throw new Error(`The wasm backend has no kernel ${name}.`)
    return this.own(
      kernel.kernelFunc({ inputs, attrs: attributes as never, backend: this.backend }) as TensorInfo,
    )
  }

  /** A new tensor; its values are whatever the memory held. */
  empty(shape: readonly number[], dtype: TensorInfo['dtype'] = 'float32'): TensorInfo {
    return this.own(this.backend.makeOutput([...shape], dtype))
  }

  reshape(x: TensorInfo, shape: readonly number[]): TensorInfo {
    return this.run('Reshape', { x }, { shape: [...shape] })
  }

  transpose(x: TensorInfo, perm: readonly number[]): TensorInfo {
    return this.run('Transpose', { x }, { perm: [...perm] })
  }

  slice(x: TensorInfo, begin: readonly number[], size: readonly number[]): TensorInfo {
    if (size.every((length, axis) => length === x.shape[axis])) return x
    return this.run('Slice', { x }, { begin: [...begin], size: [...size] })
  }

  /** Takes over a result of a kernel that was called by itself. */
  own(made: TensorInfo): TensorInfo {
    this.#made.push(made)
    return made
  }

  /** Frees everything that was made but `result`. */
  finish(result: TensorInfo | null): void {
    for (const made of this.#made) if (made !== result) this.backend.disposeData(made.dataId)
  }
}

/** Float values of a tensor in the module's memory. Valid until memory is next reserved: take outputs first. */
export function floats(backend: BackendWasm, tensor: TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array
}

/** Where a tensor lies in the module's memory. */
export function addressOf(backend: BackendWasm, tensor: TensorInfo): number {
  return backend.dataIdMap.get(tensor.dataId)!.memoryOffset
}

/**
 * Makes `compute` the wasm backend's kernel of that name, in place of the package's own where it has one.
 * @param compute must return a tensor that its workspace made
 */
export function registerKernel(
  kernelName: string,
  compute: (workspace: Workspace, inputs: Inputs, attributes: Attributes) => TensorInfo,
): void {
  if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm')
  const config: KernelConfig = {
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const workspace = new Workspace(backend as BackendWasm)
      let result: TensorInfo | null = null
      try {
        result = compute(workspace, inputs as Inputs, (attrs ?? {}) as Attributes)
        return result
      } finally {
        workspace.finish(result)
      }
    },
  }
  tf.registerKernel(config)
}
