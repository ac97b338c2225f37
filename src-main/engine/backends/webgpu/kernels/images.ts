// Pictures cross the bus as bytes, a quarter of what float32 takes, and are spread to float32 on the device.
import { IMAGE_TENSOR, type ImageBytes } from '../../../fused'
import { unpackBytes } from '../programs/pictures'
import { free, registerKernel, sizeOf } from './kernel'

export function registerImages(): void {
  registerKernel<ImageBytes>(IMAGE_TENSOR, ({ attrs: { bytes, shape }, backend }) => {
    const count = sizeOf(shape)
    const words = Math.ceil(count / 4)
    const packed = new Uint8Array(4 * words)
    packed.set(bytes)
    const upload = backend.makeTensorInfo([words], 'int32', new Int32Array(packed.buffer))
    const output = { shape, dtype: 'float32' } as const
    const [values] = backend.dispatch(`images ${count}`, () => unpackBytes(count), [upload], [output])
    free(backend, upload)
    return values!
  })
}
