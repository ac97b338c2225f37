// tf.image.transform on the plain backend. The kernel of tfjs 4.22 returns after the first picture of a batch and
// leaves the others black; it is right for one picture, so it is called once for each.
import { tf, type KernelFunc, type TensorInfo, type TypedArray } from '../../tf'

interface Memory {
  readSync(dataId: object): TypedArray
  makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): TensorInfo
  disposeIntermediateTensorInfo(info: TensorInfo): void
}

let ofOne: KernelFunc | null = null

/** Registers the kernel in place of tfjs's; a second call does nothing. */
export function registerTransform(): void {
  if (ofOne) return
  const original = tf.getKernel('Transform', 'cpu').kernelFunc
  ofOne = original
  tf.unregisterKernel('Transform', 'cpu')
  tf.registerKernel({
    kernelName: 'Transform',
    backendName: 'cpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const memory = backend as Memory
      const [image, transforms] = [inputs.image as TensorInfo, inputs.transforms as TensorInfo]
      const [batch] = image.shape as [number]
      const pixels = memory.readSync(image.dataId) as Float32Array
      const maps = memory.readSync(transforms.dataId) as Float32Array
      const each = pixels.length / batch
      const { outputShape } = attrs as { outputShape?: [number, number] }
      const shape = [batch, ...(outputShape ?? image.shape.slice(1, 3)), image.shape[3]!]
      const values = new Float32Array(tf.util.sizeFromShape(shape))
      for (let i = 0; i < batch; i++) {
        const map = transforms.shape[0] === 1 ? 0 : i
        const one = memory.makeTensorInfo(
          [1, ...image.shape.slice(1)],
          'float32',
          pixels.slice(i * each, (i + 1) * each),
        )
        const matrix = memory.makeTensorInfo([1, 8], 'float32', maps.slice(8 * map, 8 * map + 8))
        const made = original({ inputs: { image: one, transforms: matrix }, attrs, backend }) as TensorInfo
        values.set(memory.readSync(made.dataId) as Float32Array, (i * values.length) / batch)
        for (const info of [one, matrix, made]) memory.disposeIntermediateTensorInfo(info)
      }
      return memory.makeTensorInfo(shape, 'float32', values)
    },
  })
}
