// The tfjs backend `tensorflow`: the npm package's kernels over our binding, with what capturing needs added.
import { tf, type DataType, type Tensor } from '../../tf'
import type { TensorMetadata, TensorValues } from './binding'
import { loadKernelPackage, type KernelBackend, type TensorData } from './package'
import type { Recorder } from './recorder'

/** TensorFlow's tensors by their ids in the addon, for functions that run without tfjs kernels. */
export interface TensorflowBackend extends KernelBackend {
  /** Uploads a tensor if need be. @throws when it was disposed */
  metadataOf(tensor: Tensor, what: string): TensorMetadata
  /** Makes a tfjs tensor of an id, which it then owns. */
  adopt(id: number, dtype: number, shape: readonly number[], tensorDtype: DataType): Tensor
  /** Runs `run` with every upload of an older tensor being an error. */
  captured<T>(name: string, run: () => T): T
}

type DataWithAge = TensorData & { age?: number }

export function createBackend(recorder: Recorder): TensorflowBackend {
  const { NodeJSKernelBackend } = loadKernelPackage()

  class Backend extends NodeJSKernelBackend implements TensorflowBackend {
    /** Counts captures: a tensor's age is the capture in or after which it was made. */
    #age = 0
    #capturing: string | null = null

    override move(
      dataId: object,
      values: TensorValues,
      shape: number[],
      dtype: DataType,
      refCount: number,
    ): void {
      super.move(dataId, values, shape, dtype, refCount)
      ;(this.tensorMap.get(dataId) as DataWithAge).age = this.#age
    }

    override getInputTensorIds(tensors: readonly Tensor[]): number[] {
      if (this.#capturing !== null) {
        for (const tensor of tensors) this.#refuseOlder(tensor)
      }
      return super.getInputTensorIds(tensors)
    }

    /** tfjs uploads at first use: a tensor that was made before would enter the record as a constant, unnoticed. */
    #refuseOlder(tensor: Tensor): void {
      // Int64Scalar of the package is no tensor and has no dataId.
      if (!tensor.dataId || !this.tensorMap.has(tensor.dataId)) return
      const data = this.tensorMap.get(tensor.dataId) as DataWithAge
      if (data.values === null || data.age === this.#age) return
      throw new Error(
        `${this.#capturing}: a ${tensor.dtype}[${tensor.shape}] tensor that was made outside is not among the ` +
          "function's inputs. Pass it in, or make it inside if it never changes",
      )
    }

    metadataOf(tensor: Tensor, what: string): TensorMetadata {
      if (tensor.isDisposed || !this.tensorMap.has(tensor.dataId)) throw new Error(`${what} was disposed`)
      const [id] = super.getInputTensorIds([tensor])
      const { dtype, shape } = this.tensorMap.get(tensor.dataId)
      return { id: id!, dtype, shape }
    }

    adopt(id: number, dtype: number, shape: readonly number[], tensorDtype: DataType): Tensor {
      const dataId = {}
      this.tensorMap.set(dataId, { shape: [...shape], dtype, id, values: null, refCount: 1 })
      const info = { dataId, shape: [...shape], dtype: tensorDtype }
      return tf.engine().makeTensorFromTensorInfo(info)
    }

    captured<T>(name: string, run: () => T): T {
      this.#age++
      this.#capturing = name
      try {
        return run()
      } finally {
        this.#capturing = null
        this.#age++
      }
    }
  }

  // The name makes the package's backend treat a GPU, where the binding has one, as such.
  return new Backend(recorder, '@tensorflow/tfjs-node-gpu')
}
