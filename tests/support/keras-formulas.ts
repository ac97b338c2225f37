// Weights and pictures by the formulas of tests/parity/applications-reference.py, to the bit.
import { crc32 } from 'node:zlib'
import { tf, type LayersModel, type Tensor4D, type Variable } from '../../src-main/engine/tf'

type Layer = LayersModel['layers'][number]

/** Numbers in [0, 1), by the finaliser of MurmurHash3 over counters that start at the key's CRC. */
export function hashed(key: string, count: number): Float64Array {
  const start = crc32(key)
  const values = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    let h = start + Math.imul(i, 0x9e3779b9)
    h ^= h >>> 16
    h = Math.imul(h, 0x85ebca6b)
    h ^= h >>> 13
    h = Math.imul(h, 0xc2b2ae35)
    h ^= h >>> 16
    values[i] = (h >>> 0) / 2 ** 32
  }
  return values
}

const nearOne: Record<string, number[]> = {
  BatchNormalization: [0, 3],
  LayerNormalization: [0],
  LayerScale: [0],
  Normalization: [1],
}

const product = (sides: number[]) => sides.reduce((all, side) => all * side, 1)

/** A value v becomes (v - middle) * width + shift. */
function spread(layer: Layer, index: number, gain: number): { middle: number; width: number; shift: number } {
  const shape = layer.weights[index]!.shape as number[]
  if (shape.length > 1) {
    const depthwise = shape.length === 4 && shape.slice(2).includes(1)
    const inputs = product(depthwise ? shape.slice(0, 2) : shape.slice(0, -1))
    return { middle: 0.5, width: 2 * Math.sqrt(gain / inputs), shift: 0 }
  }
  if (nearOne[layer.getClassName()]?.includes(index)) return { middle: 0, width: 0.4, shift: 0.8 }
  return { middle: 0.5, width: 0.2, shift: 0 }
}

/** @param gain what keeps a difference between two pictures alive down to the output, for each architecture */
export function formula(layer: Layer, index: number, gain: number): Float32Array {
  const { middle, width, shift } = spread(layer, index, gain)
  const values = hashed(`${layer.name}/${index}`, product(layer.weights[index]!.shape as number[]))
  const result = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) result[i] = (values[i]! - middle) * width + shift
  return result
}

/** The layers that hold weights, with those of models within the model. */
export const weighted = (layers: Layer[]): Layer[] =>
  layers
    .flatMap((layer) => ('layers' in layer ? weighted((layer as LayersModel).layers) : [layer]))
    .filter((layer) => layer.weights.length > 0)

/** Gives every weight of a model its formula's values. */
export function fill(model: LayersModel, gain: number): void {
  for (const layer of weighted(model.layers)) {
    layer.weights.forEach((weight, index) => {
      const value = tf.tensor(formula(layer, index, gain), weight.shape as number[])
      ;(weight.read() as Variable).assign(value)
      value.dispose()
    })
  }
}

/** Two pictures of 8-bit values: coarse squares under fine noise. */
export function pictures(size: number): Tensor4D {
  const coarse = hashed('coarse', 2 * 16 * 16 * 3)
  const noise = hashed('noise', 2 * size * size * 3)
  const pixels = Float32Array.from(noise, (fine, i) => {
    const channel = i % 3
    const column = Math.floor(i / 3) % size
    const row = Math.floor(i / 3 / size) % size
    const picture = Math.floor(i / 3 / size / size)
    const at = (side: number) => Math.floor((side * 8) / size)
    const square = coarse[((picture * 16 + at(row)) * 16 + at(column)) * 3 + channel]!
    return Math.floor(192 * square + 64 * fine)
  })
  return tf.tensor4d(pixels, [2, size, size, 3])
}
