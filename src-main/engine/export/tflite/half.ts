// Weights at half precision: half the file, and what GPUs of phones compute in. Where a runtime has no half precision,
// DEQUANTIZE brings them back to 32 bits once, when the model is loaded.
import { halves } from '../half'
import { type TfliteModel, type TfliteOperator, type TfliteTensor } from './model'

/** Below this, a tensor is not worth an operator of its own: biases, small constants. */
const SMALLEST = 1024

export function toHalf(model: TfliteModel): TfliteModel {
  const tensors: TfliteTensor[] = [...model.tensors]
  const added: TfliteOperator[] = []
  model.tensors.forEach(({ name, shape, data }, output) => {
    if (!(data instanceof Float32Array) || data.length < SMALLEST) return
    tensors[output] = { ...tensors[output]!, data: null }
    const half = {
      name: `${name}/half`,
      shape,
      type: 'float16',
      data: halves(data),
      quantization: null,
    } as const
    const input = tensors.push(half) - 1
    added.push({ name: 'DEQUANTIZE', inputs: [input], output, options: { kind: 'none' } })
  })
  return { ...model, tensors, operators: [...added, ...model.operators] }
}
