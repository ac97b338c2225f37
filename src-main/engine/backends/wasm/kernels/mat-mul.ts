// Matrix products with a transposed operand. The package computes those in a scalar loop; transposing first and
// multiplying with XNNPACK is more than ten times faster.
import { tf, type KernelFunc, type TensorInfo } from '../../../tf'
import { type Attributes, type Inputs, type Workspace, registerKernel } from './kernel'

/** Calls the package's product on operands that are not transposed. */
function transposingFirst(product: KernelFunc) {
  return (workspace: Workspace, inputs: Inputs, attributes: Attributes): TensorInfo => {
    const a = attributes.transposeA ? transposed(workspace, inputs.a!) : inputs.a!
    const b = attributes.transposeB ? transposed(workspace, inputs.b!) : inputs.b!
    return workspace.own(
      product({
        inputs: { ...inputs, a, b },
        attrs: { ...attributes, transposeA: false, transposeB: false } as never,
        backend: workspace.backend,
      }) as TensorInfo,
    )
  }
}

function transposed(workspace: Workspace, matrices: TensorInfo): TensorInfo {
  const rank = matrices.shape.length
  const perm = matrices.shape.map((_, axis) => axis)
  perm.splice(rank - 2, 2, rank - 1, rank - 2)
  return workspace.transpose(matrices, perm)
}

export function registerMatMul(): void {
  for (const name of ['BatchMatMul', '_FusedMatMul']) {
    const own = tf.getKernel(name, 'wasm')!
    registerKernel(name, transposingFirst(own.kernelFunc), own.setupFunc)
  }
}
