// Matrix products. The package computes those with a transposed operand in a scalar loop, and packs the others on one
// thread; ours reads any layout.
import { tf, type KernelFunc, type TensorInfo } from '../../../tf'
import { type Matrix, type Simd } from '../simd/simd'
import { type Attributes, type Inputs, type Workspace, addressOf, registerKernel } from './kernel'

const bytes = 4

function batchMatMul(simd: Simd) {
  return (workspace: Workspace, { a, b }: Inputs, attributes: Attributes): TensorInfo => {
    const transposeA = attributes.transposeA === true
    const transposeB = attributes.transposeB === true
    if (a.dtype !== 'float32' || b.dtype !== 'float32') {
      throw new Error(`Products of ${a.dtype} and ${b.dtype} matrices are not supported.`)
    }
    const [rows, depth] = lengths(a, transposeA)
    const [otherDepth, columns] = lengths(b, transposeB)
    if (depth !== otherDepth)
      throw new Error(`The inner lengths ${depth} and ${otherDepth} of a product differ.`)
    const outer = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2))
    const matrices = tf.util.sizeFromShape(outer)
    const result = workspace.empty([...outer, rows, columns])
    const left = matrixAt(workspace, a, transposeA, matrices)
    const right = matrixAt(workspace, b, transposeB, matrices)
    const address = addressOf(workspace.backend, result)
    for (let i = 0; i < matrices; i++) {
      simd.multiply(address + i * rows * columns * bytes, left(i), right(i), rows, depth, columns)
    }
    return result
  }
}

/** Rows and columns of the matrices as they are multiplied. */
function lengths({ shape }: TensorInfo, transposed: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2) as [number, number]
  return transposed ? [columns, rows] : [rows, columns]
}

/** The i-th of `count` matrices; one matrix alone stands for all. */
function matrixAt(workspace: Workspace, tensor: TensorInfo, transposed: boolean, count: number) {
  const [rows, columns] = tensor.shape.slice(-2) as [number, number]
  const one = tf.util.sizeFromShape(tensor.shape.slice(0, -2)) === 1
  if (!one && tf.util.sizeFromShape(tensor.shape) !== count * rows * columns) {
    throw new Error(`Matrices of shape [${tensor.shape.join()}] cannot be broadcast to ${count}.`)
  }
  const address = addressOf(workspace.backend, tensor)
  return (i: number): Matrix => ({
    address: address + (one ? 0 : i * rows * columns * bytes),
    rowStride: transposed ? bytes : columns * bytes,
    columnStride: transposed ? columns * bytes : bytes,
  })
}

/** The package's product with bias and activation, for prediction; it too needs operands that are not transposed. */
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

export function registerMatMul(simd: Simd, packageFused: KernelFunc): void {
  registerKernel('BatchMatMul', batchMatMul(simd))
  registerKernel('_FusedMatMul', transposingFirst(packageFused))
}
