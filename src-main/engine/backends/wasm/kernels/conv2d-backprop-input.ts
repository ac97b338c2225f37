// Gradient of a convolution with respect to its input. The package's own kernel is scalar and ten times slower.
import { tf, type TensorInfo } from '../../../tf'
import { type Attributes, type Inputs, type Workspace, registerKernel } from './kernel'
import { type Phase, transposedConvolution } from './transposed-convolution'

type Shape4D = [number, number, number, number]

function conv2dBackpropInput(workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo {
  const { dy, filter } = inputs as { dy: TensorInfo; filter: TensorInfo }
  const { inputShape, strides, pad, dataFormat, dimRoundingMode } = attributes as {
    inputShape: Shape4D
    strides: number | [number, number]
    pad: number | 'valid' | 'same'
    dataFormat: 'NHWC' | 'NCHW'
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
  }
  const format = tf.backend_util.convertConv2DDataFormat(dataFormat)
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    filter.shape as Shape4D,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    format,
  )
  return transposedConvolution(workspace, dy, axesOf(info), info.inChannels, (part, rows, columns, padding) =>
    workspace.run(
      'Conv2D',
      {
        x: part,
        filter: workspace.transpose(reversedTaps(workspace, filter, info, rows, columns), [0, 1, 3, 2]),
      },
      { strides: [1, 1], dilations: [1, 1], pad: padding, dataFormat: 'NHWC' },
    ),
  )
}

type Conv2DInfo = ReturnType<typeof tf.backend_util.computeConv2DInfo>

/** The two spatial axes of a convolution. */
export function axesOf(info: Conv2DInfo) {
  const rows = {
    input: info.inHeight,
    output: info.outHeight,
    taps: info.filterHeight,
    stride: info.strideHeight,
    pad: info.padInfo.top,
  }
  const columns = {
    input: info.inWidth,
    output: info.outWidth,
    taps: info.filterWidth,
    stride: info.strideWidth,
    pad: info.padInfo.left,
  }
  return [rows, columns] as [typeof rows, typeof columns]
}

/** Every stride-th tap of a filter from the phase's first on, last to first. */
export function reversedTaps(
  workspace: Workspace,
  filter: TensorInfo,
  info: Conv2DInfo,
  rows: Phase,
  columns: Phase,
): TensorInfo {
  const all = info.strideHeight === 1 && info.strideWidth === 1
  const taps = all
    ? filter
    : workspace.run(
        'StridedSlice',
        { x: filter },
        {
          begin: [rows.firstTap, columns.firstTap, 0, 0],
          end: [...filter.shape],
          strides: [info.strideHeight, info.strideWidth, 1, 1],
          beginMask: 0,
          endMask: 0,
          ellipsisMask: 0,
          newAxisMask: 0,
          shrinkAxisMask: 0,
        },
      )
  return rows.taps * columns.taps === 1 ? taps : workspace.run('Reverse', { x: taps }, { dims: [0, 1] })
}

export const registerConv2dBackpropInput = () => registerKernel('Conv2DBackpropInput', conv2dBackpropInput)
