// Gradient of a convolution with respect to its filter, as one convolution.
//
// dw[kh,kw,ci,co] = Σ x[n, oh·s + kh − top, ow·s + kw − left, ci] · dy[n,oh,ow,co] over n, oh, ow: a convolution of x
// with the filter dy, dilated by the stride, in which the batch takes the place of the channels. XNNPACK pads by itself.
import { tf, type TensorInfo } from '../../../tf'
import { type Attributes, type Inputs, type Workspace, registerKernel } from './kernel'

type Shape4D = [number, number, number, number]

function conv2dBackpropFilter(workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo {
  const { x, dy } = inputs as { x: TensorInfo; dy: TensorInfo }
  const info = convolution(x, attributes)
  const { filterHeight, filterWidth, strideHeight, strideWidth, padInfo, inChannels, outChannels } = info
  if (filterHeight === 1 && filterWidth === 1 && strideHeight === 1 && strideWidth === 1) {
    const pixels = info.batchSize * info.outHeight * info.outWidth
    const a = workspace.reshape(x, [1, pixels, inChannels])
    const b = workspace.reshape(dy, [1, pixels, outChannels])
    const product = workspace.run('BatchMatMul', { a, b }, { transposeA: true, transposeB: false })
    return workspace.reshape(product, [1, 1, inChannels, outChannels])
  }
  const gradient = workspace.run(
    'Conv2D',
    { x: workspace.transpose(x, [3, 1, 2, 0]), filter: workspace.transpose(dy, [1, 2, 0, 3]) },
    {
      strides: [1, 1],
      dilations: [strideHeight, strideWidth],
      pad: [
        [0, 0],
        [padInfo.top, padInfo.bottom],
        [padInfo.left, padInfo.right],
        [0, 0],
      ],
      dataFormat: 'NHWC',
    },
  )
  // Rows and columns of x that no window reached give taps beyond the filter's last.
  const taps = workspace.slice(gradient, [0, 0, 0, 0], [inChannels, filterHeight, filterWidth, outChannels])
  return workspace.transpose(taps, [1, 2, 0, 3])
}

function convolution(x: TensorInfo, attributes: Attributes) {
  const { strides, pad, dimRoundingMode, dataFormat, filterShape } = attributes as {
    strides: number | [number, number]
    pad: number | 'valid' | 'same'
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
    dataFormat: 'NHWC' | 'NCHW'
    filterShape: Shape4D
  }
  const format = tf.backend_util.convertConv2DDataFormat(dataFormat)
  return tf.backend_util.computeConv2DInfo(
    x.shape as Shape4D,
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    format,
  )
}

export const registerConv2dBackpropFilter = () => registerKernel('Conv2DBackpropFilter', conv2dBackpropFilter)
