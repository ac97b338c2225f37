// Pictures cross the bus as bytes, a quarter of what float32 takes, and are spread to float32 on the device.
import { IMAGE_TENSOR, type ImageBytes } from '../../../fused'
import { perIndex } from '../programs/elementwise'
import { free, registerKernel, sizeOf } from './kernel'

export function registerImages(): void {
  registerKernel<ImageBytes>(IMAGE_TENSOR, ({ attrs: { bytes, shape }, backend }) => {
    const count = sizeOf(shape)
    const words = Math.ceil(count / 4)
    const packed = new Uint8Array(4 * words)
    packed.set(bytes)
    const upload = backend.makeTensorInfo([words], 'int32', new Int32Array(packed.buffer))
    const store = [0, 1, 2, 3].map(
      (byte) =>
        `if (4 * i + ${byte} < ${count}) { values[4 * i + ${byte}] = f32((word >> ${8 * byte}u) & 0xffu); }`,
    )
    const make = () =>
      perIndex(words, {
        inputs: [{ name: 'bytes', element: 'u32' }],
        outputs: [{ name: 'values', element: 'f32' }],
        declarations: '',
        body: `let word = bytes[i];\n    ${store.join('\n    ')}`,
        cost: { flops: 0, read: 4 * words, written: 4 * count },
      })
    const output = { shape, dtype: 'float32' } as const
    const [values] = backend.dispatch(`images ${count}`, make, [upload], [output])
    free(backend, upload)
    return values!
  })
}
