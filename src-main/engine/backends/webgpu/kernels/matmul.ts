// Products of two matrices, alone or with bias and activation: what dense layers are, and their gradients.
import type { TensorInfo } from '../../../tf'
import type { Features } from '../precision'
import { finishName, isKnownActivation } from '../programs/activation'
import { finishParts, matMul, matMulKey, matMulPlanName, planMatMul } from '../programs/matmul'
import { free, registerKernel, sizeOf, type KernelCall } from './kernel'

interface Attributes {
  transposeA: boolean
  transposeB: boolean
  /** Of the fused kernel. */
  activation?: string | null
}

/** The last two lengths, where the others are all one. */
function matrixOf({ shape, dtype }: TensorInfo): [number, number] | null {
  if (shape.length < 2 || dtype !== 'float32' || sizeOf(shape.slice(0, -2)) !== 1) return null
  return shape.slice(-2) as [number, number]
}

export function registerMatMul(features: Features): void {
  const kernel = ({ inputs, attrs, backend }: KernelCall<Attributes>) => {
    const [a, b, bias] = [inputs['a']!, inputs['b']!, inputs['bias']]
    const [left, right] = [matrixOf(a), matrixOf(b)]
    if (!left || !right || inputs['preluActivationWeights'] || !isKnownActivation(attrs.activation))
      return null
    const { transposeA, transposeB } = attrs
    const [rows, depth] = transposeA ? [left[1], left[0]] : left
    const columns = transposeB ? right[0] : right[1]
    if (bias && (bias.shape.length !== 1 || bias.shape[0] !== columns)) return null
    if (rows * columns * depth === 0) return null
    const m = { rows, columns, depth, transposeA, transposeB }
    const plan = planMatMul(m, features)
    if (!plan) return null
    const finish = { bias: bias !== undefined && bias !== null, activation: attrs.activation ?? 'linear' }
    const key = `matmul ${matMulKey(m)} ${matMulPlanName(plan)}`
    const rank = Math.max(a.shape.length, b.shape.length)
    const shape = [...Array.from({ length: rank - 2 }, () => 1), rows, columns]
    const vector = bias ? [bias] : []
    if (plan.parts === 1) {
      const make = () => matMul(m, plan, finish, features)
      const output = { shape, dtype: 'float32' } as const
      return backend.dispatch(key + finishName(finish), make, [a, b, ...vector], [output])[0]!
    }
    const [parts] = backend.dispatch(
      key,
      () => matMul(m, plan, finish, features),
      [a, b],
      [{ shape: [plan.parts, rows, columns], dtype: 'float32' }],
    )
    const [y] = backend.dispatch(
      `matmul-parts ${rows}x${columns} /${plan.parts}${finishName(finish)}`,
      () => finishParts(m, plan, finish),
      [parts!, ...vector],
      [{ shape, dtype: 'float32' }],
    )
    free(backend, parts!)
    return y!
  }
  registerKernel<Attributes>('BatchMatMul', kernel)
  registerKernel<Attributes>('_FusedMatMul', kernel)
}
