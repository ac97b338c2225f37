// Operations as those of an ML Program (opset CoreML5, of iOS 15 and macOS 12). Core ML has channels first: pictures
// are NCHW, and one at a time.
import {
  type Activation,
  type Affine,
  type Border,
  type Conv2D,
  type Dense,
  type DepthwiseConv2D,
  type LayerNormalization,
  type Operation,
  type Shape,
  type Weight,
  type Window,
} from '../graph'
import { perChannel, permute } from '../layout'
import { type Program, type Setting } from './program'

const isPicture = (shape: Shape): boolean => shape.length === 4
const TO_NCHW = [0, 3, 1, 2]
const TO_NHWC = [0, 2, 3, 1]

/** As a value of the program has it. */
export function milShape(shape: Shape): number[] {
  const sides = shape.map((side) => (side === -1 ? 1 : side))
  return isPicture(shape) ? TO_NCHW.map((axis) => sides[axis]!) : sides
}

const pads = ({ top, bottom, left, right }: Border): number[] => [top, bottom, left, right]

/** Adds a graph's operations to a program. */
export class Writer {
  readonly #program: Program
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()
  readonly #shapes = new Map<string, Shape>()

  constructor(program: Program) {
    this.#program = program
  }

  /** Core ML takes letters, digits and `_` alone. Names made from one get a suffix after two: they stay free. */
  #name(operation: string): string {
    const known = this.#names.get(operation)
    if (known) return known
    const clean = operation.replace(/[^A-Za-z0-9_]/g, '_').replace(/_{2,}/g, '_')
    let name = clean
    for (let i = 1; this.#taken.has(name); i++) name = `${clean}_${i}`
    this.#taken.add(name)
    this.#names.set(operation, name)
    return name
  }

  /** An operation whose output another name has: the input of the program, and what hands it on. */
  alias(operation: Operation, name: string): void {
    this.#names.set(operation.name, name)
    this.#taken.add(name)
    this.#shapes.set(operation.name, operation.shape)
  }

  nameOf = (operation: string): string => this.#names.get(operation)!

  add(operation: Operation): void {
    const { inputs, shape } = operation
    const from = inputs.map((one) => this.nameOf(one))
    const before = this.#shapes.get(inputs[0]!)!
    const name = this.#name(operation.name)
    this.#shapes.set(operation.name, shape)
    this.#add(operation, name, from, before)
  }

  #step(
    type: string,
    name: string,
    shape: Shape,
    inputs: Record<string, string | readonly string[]>,
    settings: Record<string, Setting> = {},
  ): string {
    return this.#program.add(type, name, milShape(shape), inputs, settings)
  }

  #add(operation: Operation, name: string, from: readonly string[], before: Shape): void {
    const { shape } = operation
    const x = from[0]!
    switch (operation.type) {
      case 'input':
      case 'cast':
        throw new Error('Core ML hands over pictures as numbers')
      case 'reverseChannels':
        this.#step('reverse', name, shape, { x }, { axes: [isPicture(shape) ? 1 : shape.length - 1] })
        return
      case 'affine':
        this.#affine(name, x, operation)
        return
      case 'conv2d': {
        const { shape: sides, values } = permute(operation.kernel, [3, 2, 0, 1])
        this.#convolution(name, x, operation, sides, values, 1)
        return
      }
      case 'depthwiseConv2d': {
        const [height, width, channels, multiplier] = operation.kernel.shape as [
          number,
          number,
          number,
          number,
        ]
        const { values } = permute(operation.kernel, [2, 3, 0, 1])
        this.#convolution(name, x, operation, [channels * multiplier, 1, height, width], values, channels)
        return
      }
      case 'dense':
        this.#dense(name, x, operation)
        return
      case 'layerNormalization':
        this.#layerNormalization(name, x, operation)
        return
      case 'activation':
        this.#activation(name, x, operation)
        return
      case 'maxPool':
      case 'averagePool': {
        const { window, strides, border } = operation
        const settings = {
          kernel_sizes: window,
          strides,
          pad_type: 'custom',
          pad: pads(border),
          ceil_mode: false,
        }
        if (operation.type === 'maxPool') this.#step('max_pool', name, shape, { x }, settings)
        else this.#step('avg_pool', name, shape, { x }, { ...settings, exclude_padding_from_average: true })
        return
      }
      case 'globalAveragePool':
      case 'globalMaxPool': {
        const type = operation.type === 'globalMaxPool' ? 'reduce_max' : 'reduce_mean'
        this.#step(type, name, shape, { x }, { axes: [2, 3], keep_dims: false })
        return
      }
      case 'zeroPadding': {
        const sides = [0, 0, 0, 0, ...pads(operation.border)]
        this.#step('pad', name, shape, { x }, { pad: sides, mode: 'constant', constant_val: { float: 0 } })
        return
      }
      case 'add':
      case 'multiply':
        this.#chain(operation.type === 'add' ? 'add' : 'mul', name, shape, from)
        return
      case 'concatenate':
        this.#step(
          'concat',
          name,
          shape,
          { values: from },
          { axis: isPicture(shape) ? 1 : shape.length - 1, interleave: false },
        )
        return
      case 'reshape':
        this.#reshape(name, x, before, shape)
        return
      case 'batchNormalization':
        throw new Error('Batch normalization is folded before')
    }
  }

  #affine(name: string, x: string, { scale, offset, shape }: Affine): void {
    const channels = shape.at(-1)!
    const sides = isPicture(shape) ? [1, channels, 1, 1] : [1, channels]
    const [factors, summands] = [perChannel(scale, channels), perChannel(offset, channels)]
    const isScaled = factors.some((one) => one !== 1)
    const isMoved = summands.some((one) => one !== 0)
    let from = x
    if (isScaled || !isMoved) {
      const y = this.#program.weights(`${name}__scale`, sides, factors)
      from = this.#step('mul', isMoved ? `${name}__product` : name, shape, { x, y })
    }
    if (isMoved) {
      const y = this.#program.weights(`${name}__offset`, sides, summands)
      this.#step('add', name, shape, { x: from, y })
    }
  }

  #bias(name: string, bias: Weight | null, channels: number): string {
    return this.#program.weights(`${name}__bias`, [channels], bias?.values ?? new Float32Array(channels))
  }

  #convolution(
    name: string,
    x: string,
    { bias, strides, dilations, border, shape }: (Conv2D | DepthwiseConv2D) & Window,
    sides: readonly number[],
    kernel: Float32Array,
    groups: number,
  ): void {
    const weight = this.#program.weights(`${name}__kernel`, sides, kernel)
    const inputs = { x, weight, bias: this.#bias(name, bias, shape.at(-1)!) }
    this.#step('conv', name, shape, inputs, {
      strides,
      pad_type: 'custom',
      pad: pads(border),
      dilations,
      groups,
    })
  }

  /** On a picture, a dense layer is a convolution of one pixel. */
  #dense(name: string, x: string, { kernel, bias: own, shape }: Dense): void {
    const { values, shape: sides } = permute(kernel, [1, 0])
    const bias = this.#bias(name, own, shape.at(-1)!)
    if (!isPicture(shape)) {
      const weight = this.#program.weights(`${name}__kernel`, sides, values)
      this.#step('linear', name, shape, { x, weight, bias })
      return
    }
    const weight = this.#program.weights(`${name}__kernel`, [...sides, 1, 1], values)
    const window = { strides: [1, 1], pad_type: 'valid', pad: [0, 0, 0, 0], dilations: [1, 1], groups: 1 }
    this.#step('conv', name, shape, { x, weight, bias }, window)
  }

  #layerNormalization(name: string, x: string, { gamma, beta, epsilon, shape }: LayerNormalization): void {
    const inputs = {
      gamma: this.#program.weights(`${name}__gamma`, gamma.shape, gamma.values),
      beta: this.#program.weights(`${name}__beta`, beta.shape, beta.values),
    }
    const settings = { axes: [-1], epsilon: { float: epsilon } }
    if (!isPicture(shape)) {
      this.#step('layer_norm', name, shape, { x, ...inputs }, settings)
      return
    }
    const sides = shape.map((side) => (side === -1 ? 1 : side))
    const input = this.#program.add('transpose', `${name}__nhwc`, sides, { x }, { perm: TO_NHWC })
    const made = this.#program.add('layer_norm', `${name}__made`, sides, { x: input, ...inputs }, settings)
    this.#step('transpose', name, shape, { x: made }, { perm: TO_NCHW })
  }

  #activation(name: string, x: string, { function: fn, shape }: Activation): void {
    const step = (type: string, settings: Record<string, Setting> = {}, output = name) =>
      this.#step(type, output, shape, { x }, settings)
    const hardSigmoid = { alpha: { float: 1 / 6 }, beta: { float: 0.5 } }
    switch (fn) {
      case 'relu':
      case 'relu6':
      case 'tanh':
      case 'sigmoid':
        step(fn)
        return
      case 'elu':
        step('elu', { alpha: { float: 1 } })
        return
      case 'swish':
        step('silu')
        return
      case 'hardSigmoid':
        step('sigmoid_hard', hardSigmoid)
        return
      case 'hardSwish': {
        const y = step('sigmoid_hard', hardSigmoid, `${name}__gate`)
        this.#step('mul', name, shape, { x, y })
        return
      }
      case 'gelu':
        step('gelu', { mode: 'EXACT' })
        return
      case 'softmax':
        step('softmax', { axis: isPicture(shape) ? 1 : shape.length - 1 })
    }
  }

  #chain(type: string, name: string, shape: Shape, from: readonly string[]): void {
    from.slice(1).reduce((x, y, i) => {
      const output = i === from.length - 2 ? name : `${name}__${i}`
      return this.#step(type, output, shape, { x, y })
    }, from[0]!)
  }

  /** Our order of values is that of NHWC; where height and width are 1, both orders are the same. */
  #reshape(name: string, x: string, from: Shape, to: Shape): void {
    const inOrder = (shape: Shape) => !isPicture(shape) || (shape[1] === 1 && shape[2] === 1)
    const sides = (shape: Shape) => shape.map((side) => (side === -1 ? 1 : side))
    const input = inOrder(from)
      ? x
      : this.#program.add('transpose', `${name}__nhwc`, sides(from), { x }, { perm: TO_NHWC })
    if (inOrder(to)) {
      this.#step('reshape', name, to, { x: input }, { shape: milShape(to) })
      return
    }
    const made = this.#program.add('reshape', `${name}__made`, sides(to), { x: input }, { shape: sides(to) })
    this.#step('transpose', name, to, { x: made }, { perm: TO_NCHW })
  }
}
