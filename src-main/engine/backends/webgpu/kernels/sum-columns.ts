// Sums over the leading dimensions: the gradient of a bias, and of everything else that was broadcast over pictures and
// places. The package's kernel transposes its input first, which reads and writes all of it once more.
import type { TensorInfo } from '../../../tf'
import { tf } from '../../../tf'
import type { WebgpuBackend } from '../backend'
import type { Features } from '../precision'
import { columnSums, planColumns } from '../programs/columns'
import { free, registerKernel, sizeOf } from './kernel'

/**
 * Adds up the rows of a matrix that lies in `x`.
 * @param subgroups whether the device has them; many columns do not need them
 * @returns float32 [columns]
 */
export function sumRows(
  backend: WebgpuBackend,
  x: TensorInfo,
  rows: number,
  columns: number,
  subgroups = false,
): TensorInfo {
  const plan = planColumns(rows, columns)
  const key = `sum-columns ${rows}x${columns}${subgroups ? ' subgroups' : ''}`
  const output = { shape: [plan.parts, columns], dtype: 'float32' } as const
  const [parts] = backend.dispatch(key, () => columnSums(plan, subgroups), [x], [output])
  if (plan.parts === 1) return { ...parts!, shape: [columns] }
  const sums = sumRows(backend, parts!, plan.parts, columns, subgroups)
  free(backend, parts!)
  return sums
}

export function registerSum({ subgroups }: Features): void {
  registerKernel<{ axis: number | number[]; keepDims: boolean }>('Sum', ({ inputs, attrs, backend }) => {
    const x = inputs['x']!
    const axes = tf.util.parseAxisParam(attrs.axis, x.shape)
    const leading = axes.length < x.shape.length && axes.every((axis, i) => axis === i)
    const columns = sizeOf(x.shape.slice(axes.length))
    const rows = sizeOf(x.shape.slice(0, axes.length))
    // A few columns or rows are the package's: it reduces short rows well.
    if (!leading || x.dtype !== 'float32' || rows < 2 || columns === 0 || rows * columns < 4096) return null
    const kept = x.shape.slice(axes.length)
    const shape = attrs.keepDims ? [...axes.map(() => 1), ...kept] : kept
    return { ...sumRows(backend, x, rows, columns, subgroups !== null), shape }
  })
}
