// Packed pictures that stay on the device, three bytes a pixel: a batch is gathered there from its numbers, so that after
// the first epoch nothing but these crosses the bus.
import type { PictureStore } from '../../compute'
import type { ImageReader } from '../../models/inference'
import { tf, type Tensor4D } from '../../tf'
import type { WebgpuBackend } from './interface'
import { gatherPictures } from './programs/pictures'

/**
 * Bytes that pictures may take. WebGPU does not tell how much memory a card has: CIFAR-10 (184 MB) fits, and so do 6,900
 * photos of 160 pixels, while a card of 2 GB keeps the larger part for the training.
 */
const MOST_BYTES = 512 * 2 ** 20

/** @returns null where they are too many; see `Compute.keepPictures` */
export function keepPictures(
  backend: WebgpuBackend,
  images: ImageReader,
  count: number,
): PictureStore | null {
  const { device } = backend
  const { maxBufferSize, maxStorageBufferBindingSize } = device.limits
  const bytes = 3 * images.size ** 2
  // A picture begins where a word does.
  const stride = 4 * Math.ceil(bytes / 4)
  const most = Math.min(MOST_BYTES, maxBufferSize, maxStorageBufferBindingSize)
  if (count * stride > most) return null
  const store = backend.makeTensorInfo([(count * stride) / 4], 'int32')
  backend.uploadToGPU(store.dataId)
  const { buffer } = backend.rangeOf(store.dataId)
  const there = new Uint8Array(count)

  /** Pictures come one by one, when they are shown first: the first epoch does not wait for all of them. */
  function fill(indices: Int32Array): void {
    const missing = [...new Set(indices)].filter((index) => !there[index])
    if (missing.length === 0) return
    const packed = new Uint8Array(missing.length * bytes)
    images.read(missing, packed)
    const padded = new Uint8Array(stride)
    missing.forEach((index, i) => {
      padded.set(packed.subarray(i * bytes, (i + 1) * bytes))
      // No command that is queued reads a picture that is not there.
      device.queue.writeBuffer(buffer, index * stride, padded)
      there[index] = 1
    })
  }

  return {
    take(indices) {
      fill(indices)
      const shape = [indices.length, images.size, images.size, 3]
      const numbers = backend.makeTensorInfo([indices.length], 'int32', Int32Array.from(indices))
      const [values] = backend.dispatch(
        `pictures ${indices.length} ${bytes}`,
        () => gatherPictures(indices.length, bytes),
        [store, numbers],
        [{ shape, dtype: 'float32' }],
      )
      backend.disposeData(numbers.dataId)
      return tf.engine().makeTensorFromTensorInfo(values!) as Tensor4D
    },
    dispose: () => void backend.disposeData(store.dataId),
  }
}
