// Builds a TensorFlow Lite model tensor by tensor, in floating point.
import { type Border, type Shape, type Weight } from '../graph'
import { perChannel } from '../layout'
import { type Options, type TfliteOperator, type TfliteTensor } from './model'
import { type Fused, type OperatorName, type TensorType } from './schema'

const ONE = [1, 1] as const

/** A convolution of one pixel. */
export const pointwise = (fused: Fused, multiplier: number | null = null): Options => ({
  kind: 'convolution',
  padding: 'valid',
  strides: ONE,
  dilations: ONE,
  multiplier,
  fused,
})

export const NO_OPTIONS: Options = { kind: 'none' }
export const NOT_FUSED: Options = { kind: 'fused', fused: 'none' }

export const isPicture = (shape: Shape): boolean => shape.length === 4

const withBatch = (shape: Shape): number[] => shape.map((side) => (side === -1 ? 1 : side))

/** Tensors are told by their numbers. Names of operations hold no `/`, so that names made with one are free. */
export class Builder {
  readonly tensors: TfliteTensor[] = []
  readonly operators: TfliteOperator[] = []
  /** What is known of the values of tensors that no operation of the graph makes. */
  readonly ranges = new Map<string, readonly [number, number]>()

  tensor(name: string, shape: Shape, type: TensorType, data: TfliteTensor['data'] = null): number {
    return this.tensors.push({ name, shape: withBatch(shape), type, data, quantization: null }) - 1
  }

  constant(name: string, { shape, values }: Weight): number {
    return this.tensors.push({ name, shape, type: 'float32', data: values, quantization: null }) - 1
  }

  scalar = (name: string, value: number): number =>
    this.constant(name, { shape: [1], values: Float32Array.of(value) })

  whole(name: string, shape: readonly number[], values: readonly number[]): number {
    const data = Int32Array.from(values)
    return this.tensors.push({ name, shape, type: 'int32', data, quantization: null }) - 1
  }

  /** Runtimes differ in what they do without a bias: it is there always. */
  bias(name: string, bias: Weight | null, channels: number): number {
    const values = bias?.values ?? new Float32Array(channels)
    return this.constant(`${name}/bias`, { shape: [channels], values })
  }

  /** @returns the tensor that the operator makes */
  operator(
    name: OperatorName,
    inputs: readonly number[],
    output: string,
    shape: Shape,
    options: Options = NO_OPTIONS,
  ): number {
    const made = this.tensor(output, shape, 'float32')
    this.operators.push({ name, inputs, output: made, options })
    return made
  }

  /** All that `make` adds stays in floating point where the rest becomes whole numbers. */
  inFloat(make: () => number): number {
    const start = this.operators.length
    const made = make()
    for (let i = start; i < this.operators.length; i++)
      this.operators[i] = { ...this.operators[i]!, float: true }
    return made
  }

  pad(x: number, name: string, { top, bottom, left, right }: Border, shape: Shape): number {
    const sides = this.whole(`${name}/sides`, [4, 2], [0, 0, top, bottom, left, right, 0, 0])
    return this.operator('PAD', [x, sides], name, shape)
  }

  reshape(x: number, name: string, shape: Shape): number {
    // The batch stays open: an interpreter may have been given more pictures.
    const sides = this.whole(`${name}/shape`, [shape.length], shape)
    return this.operator('RESHAPE', [x, sides], name, shape)
  }

  /** A depthwise convolution of one pixel: in whole numbers it has a scale for each channel, and it takes a ReLU. */
  affine(x: number, name: string, scale: Weight, offset: Weight, shape: Shape, fused: Fused): number {
    const channels = shape.at(-1)!
    const sides = [1, 1, 1, channels]
    const kernel = this.constant(`${name}/kernel`, { shape: sides, values: perChannel(scale, channels) })
    const bias = this.constant(`${name}/bias`, { shape: [channels], values: perChannel(offset, channels) })
    const options = pointwise(fused, 1)
    if (isPicture(shape)) return this.operator('DEPTHWISE_CONV_2D', [x, kernel, bias], name, shape, options)
    const pixels = [-1, 1, 1, channels]
    const before = this.reshape(x, `${name}/before`, pixels)
    const made = this.operator('DEPTHWISE_CONV_2D', [before, kernel, bias], `${name}/made`, pixels, options)
    return this.reshape(made, name, shape)
  }
}
