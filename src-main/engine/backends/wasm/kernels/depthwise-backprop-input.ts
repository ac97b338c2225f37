// Gradient of a depthwise convolution with respect to its input: each channel by itself, so that the phases of the
// transposed convolution are depthwise too.
import { tf, type TensorInfo } from '../../../tf'
import { axesOf, reversedTaps } from './conv2d-backprop-input'
import { type Attributes, type Inputs, type Workspace, registerKernel } from './kernel'
import { transposedConvolution } from './transposed-convolution'

type Shape4D = [number, number, number, number]

function depthwiseBackpropInput(workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo {
  const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo }
  const { inputShape, strides, pad, dilations, dimRoundingMode } = attributes as {
    inputShape: Shape4D
    strides: number | [number, number]
    pad: number | 'valid' | 'same'
    dilations: number | [number, number]
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
  }
  const [height, width, channels, multiplier] = filter.shape as Shape4D
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filter.shape as Shape4D,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    true,
  )
  // Output channel c·multiplier + q belongs to input channel c: as a filter of channels·multiplier channels, and
  // what comes out is summed over q.
  const wide = workspace.reshape(filter, [height, width, channels * multiplier, 1])
  const gradient = transposedConvolution(
    workspace,
    dy,
    axesOf(info),
    channels * multiplier,
    (part, rows, columns, padding) =>
      workspace.run(
        'DepthwiseConv2dNative',
        { x: part, filter: reversedTaps(workspace, wide, info, rows, columns) },
        { strides: [1, 1], dilations: [1, 1], pad: padding },
      ),
  )
  if (multiplier === 1) return gradient
  const grouped = workspace.reshape(gradient, [...inputShape.slice(0, 3), channels, multiplier])
  return workspace.reshape(workspace.run('Sum', { x: grouped }, { axis: 4, keepDims: false }), inputShape)
}

export const registerDepthwiseBackpropInput = () =>
  registerKernel('DepthwiseConv2dNativeBackpropInput', depthwiseBackpropInput)
