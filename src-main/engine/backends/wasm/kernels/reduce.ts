// Sum and mean over the leading axes: biases' gradients and batch statistics. The package transposes the whole tensor
// first; sums of columns need no copy. Other axes stay with the package.
import { tf, type KernelFunc, type TensorInfo } from '../../../tf'
import { type Simd } from '../simd/simd'
import { type Attributes, type Inputs, type Workspace, addressOf, registerKernel } from './kernel'

function overLeadingAxes(simd: Simd, mean: boolean, otherwise: KernelFunc) {
  return (workspace: Workspace, { x }: Inputs, attributes: Attributes): TensorInfo => {
    const { axis, keepDims } = attributes as { axis?: number | number[]; keepDims?: boolean }
    const rank = x!.shape.length
    const axes = tf.util.parseAxisParam(axis ?? x!.shape.map((_, i) => i), x!.shape).sort((a, b) => a - b)
    const leading = axes.length > 0 && axes.length < rank && axes.every((one, i) => one === i)
    if (!leading || x!.dtype !== 'float32') {
      const call = { inputs: { x: x! }, attrs: attributes as never, backend: workspace.backend }
      return workspace.own(otherwise(call) as TensorInfo)
    }
    const rows = tf.util.sizeFromShape(x!.shape.slice(0, axes.length))
    const rest = x!.shape.slice(axes.length)
    const result = workspace.empty(keepDims ? [...axes.map(() => 1), ...rest] : rest)
    const at = (tensor: TensorInfo) => addressOf(workspace.backend, tensor)
    simd.columnSums(at(result), at(x!), rows, tf.util.sizeFromShape(rest), {
      factor: mean ? 1 / rows : 1,
    })
    return result
  }
}

export function registerReductions(simd: Simd, packageSum: KernelFunc, packageMean: KernelFunc): void {
  registerKernel('Sum', overLeadingAxes(simd, false, packageSum))
  registerKernel('Mean', overLeadingAxes(simd, true, packageMean))
}
