// Runs a graph operation by operation on the tensor library: what a description means, and what its passes and the
// formats are compared with.
import { tf, type Tensor, type Tensor1D, type Tensor2D, type Tensor4D } from '../../tf'
import {
  type ActivationFunction,
  type Border,
  type ModelGraph,
  type Operation,
  type Weight,
  type Window,
} from './types'

const constant = <T extends Tensor>({ shape, values }: Weight): T => tf.tensor(values, [...shape]) as T

const FUNCTIONS: Record<ActivationFunction, (x: Tensor) => Tensor> = {
  relu: (x) => x.relu(),
  relu6: (x) => x.relu6(),
  elu: (x) => x.elu(),
  tanh: (x) => x.tanh(),
  sigmoid: (x) => x.sigmoid(),
  swish: (x) => x.mul(x.sigmoid()),
  hardSigmoid: (x) => x.add(3).relu6().div(6),
  hardSwish: (x) => x.mul(x.add(3).relu6()).div(6),
  gelu: (x) => x.div(Math.SQRT2).erf().add(1).mul(x).div(2),
  softmax: (x) => x.softmax(),
}

const padded = (x: Tensor, { top, bottom, left, right }: Border): Tensor4D =>
  tf.pad4d(x as Tensor4D, [[0, 0], [top, bottom], [left, right], [0, 0]]) // prettier-ignore

/** A convolution's input with its border as zeros, so that the convolution itself needs none. */
const framed = (x: Tensor, { border }: Window): Tensor4D =>
  Object.values(border).some((side) => side > 0) ? padded(x, border) : (x as Tensor4D)

const sides = (pair: readonly [number, number]): [number, number] => [pair[0], pair[1]]

function withBias(x: Tensor, bias: Weight | null): Tensor {
  return bias ? x.add(constant(bias)) : x
}

function run(operation: Operation, inputs: Tensor[]): Tensor {
  const x = inputs[0]!
  switch (operation.type) {
    case 'input':
      throw new Error('The input is given')
    case 'cast':
      return x.cast('float32')
    case 'reverseChannels':
      return x.reverse(-1)
    case 'affine':
      return x.mul(constant(operation.scale)).add(constant(operation.offset))
    case 'conv2d': {
      const { kernel, bias, strides, dilations } = operation
      const y = tf.conv2d(
        framed(x, operation),
        constant<Tensor4D>(kernel),
        sides(strides),
        'valid',
        'NHWC',
        sides(dilations),
      )
      return withBias(y, bias)
    }
    case 'depthwiseConv2d': {
      const { kernel, bias, strides, dilations } = operation
      const y = tf.depthwiseConv2d(
        framed(x, operation),
        constant<Tensor4D>(kernel),
        sides(strides),
        'valid',
        'NHWC',
        sides(dilations),
      )
      return withBias(y, bias)
    }
    case 'dense': {
      const { kernel, bias } = operation
      const y = tf.matMul(x.reshape([-1, kernel.shape[0]!]), constant<Tensor2D>(kernel))
      return withBias(y, bias).reshape([...x.shape.slice(0, -1), kernel.shape[1]!])
    }
    case 'batchNormalization': {
      const { mean, variance, gamma, beta, epsilon } = operation
      const factor = constant<Tensor1D>(variance).add(epsilon).rsqrt().mul(constant(gamma))
      return x.sub(constant(mean)).mul(factor).add(constant(beta))
    }
    case 'layerNormalization': {
      const { gamma, beta, epsilon } = operation
      const centred = x.sub(x.mean(-1, true))
      const deviation = centred.square().mean(-1, true).add(epsilon).sqrt()
      return centred.div(deviation).mul(constant(gamma)).add(constant(beta))
    }
    case 'activation':
      return FUNCTIONS[operation.function](x)
    case 'maxPool':
    case 'averagePool': {
      const { window, strides, padding } = operation
      if (padding === 'explicit') throw new Error('Pools have no padding of their own')
      const pool = operation.type === 'maxPool' ? tf.maxPool<Tensor4D> : tf.avgPool<Tensor4D>
      return pool(x as Tensor4D, sides(window), sides(strides), padding)
    }
    case 'globalAveragePool':
      return x.mean([1, 2])
    case 'globalMaxPool':
      return x.max([1, 2])
    case 'zeroPadding':
      return padded(x, operation.border)
    case 'add':
      return inputs.slice(1).reduce((sum, one) => sum.add(one), x)
    case 'multiply':
      return inputs.slice(1).reduce((product, one) => product.mul(one), x)
    case 'concatenate':
      return tf.concat(inputs, -1)
    case 'reshape':
      return x.reshape([...operation.shape])
  }
}

/**
 * What a graph says about pictures.
 * @param images NHWC, RGB, values 0 to 255 (int32 or float32), of the graph's own size
 * @param observe is shown what each operation makes; it is freed when nobody needs it any more
 * @returns probabilities [pictures, classes]; the caller frees them
 */
export function interpret(
  { operations, output }: ModelGraph,
  images: Tensor4D,
  observe?: (operation: Operation, value: Tensor) => void,
): Tensor2D {
  const uses = new Map<string, number>()
  for (const name of operations.flatMap((one) => one.inputs)) uses.set(name, (uses.get(name) ?? 0) + 1)
  const values = new Map<string, Tensor>()
  for (const operation of operations) {
    const inputs = operation.inputs.map((name) => values.get(name)!)
    // A clone of its own: a reshape or a cast may hand out its input.
    const value = operation.type === 'input' ? images.clone() : tf.tidy(() => run(operation, inputs).clone())
    observe?.(operation, value)
    values.set(operation.name, value)
    for (const name of operation.inputs) {
      uses.set(name, uses.get(name)! - 1)
      if (uses.get(name) === 0) values.get(name)!.dispose()
    }
  }
  return values.get(output) as Tensor2D
}
