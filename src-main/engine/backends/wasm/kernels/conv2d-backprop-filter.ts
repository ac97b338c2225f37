// Gradient of a convolution with respect to its filter; the package has none.
import { tf, type TensorInfo } from '../../../tf'
import { type Simd } from '../simd/simd'
import { type Attributes, type Inputs, type Workspace, addressOf, registerKernel } from './kernel'
import { type Conv2DInfo, geometryOf, paddedForWindows } from './padded'

type Shape4D = [number, number, number, number]

function conv2dBackpropFilter(simd: Simd) {
  return (workspace: Workspace, { x, dy }: Inputs, attributes: Attributes): TensorInfo => {
    const info = convolution(x!, attributes)
    const padded = paddedForWindows(workspace, x!, info)
    const result = workspace.empty(attributes.filterShape as Shape4D)
    const at = (tensor: TensorInfo) => addressOf(workspace.backend, tensor)
    simd.filterGradient(at(result), at(padded), at(dy!), geometryOf(info, padded))
    return result
  }
}

function convolution(x: TensorInfo, attributes: Attributes): Conv2DInfo {
  const { strides, pad, dimRoundingMode, dataFormat, filterShape } = attributes as {
    strides: number | [number, number]
    pad: number | 'valid' | 'same'
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
    dataFormat: 'NHWC' | 'NCHW'
    filterShape: Shape4D
  }
  if (dataFormat === 'NCHW') throw new Error('The wasm backend takes pictures with the channels last (NHWC).')
  return tf.backend_util.computeConv2DInfo(x.shape as Shape4D, filterShape, strides, 1, pad, dimRoundingMode)
}

export const registerConv2dBackpropFilter = (simd: Simd) =>
  registerKernel('Conv2DBackpropFilter', conv2dBackpropFilter(simd))
