// Kernels that compute each element by itself: gradients of activations, sines and cosines.
import type { TensorInfo } from '../../../tf'
import { RELU6_GRAD, RELU_GRAD } from '../../shared/gradients'
import type { WebgpuBackend } from '../backend'
import { literal } from '../program'
import { elementwise, type Elementwise } from '../programs/elementwise'
import { registerKernel, sizeOf } from './kernel'

/** Runs a program over the elements of tensors of one shape. */
export function computeElements(
  backend: WebgpuBackend,
  name: string,
  inputs: TensorInfo[],
  like: TensorInfo,
  spec: () => Omit<Elementwise, 'count'>,
  outputs = 1,
): TensorInfo[] {
  const count = sizeOf(like.shape)
  const make = () => elementwise({ count, ...spec() })
  const output = { shape: like.shape, dtype: 'float32' } as const
  return backend.dispatch(
    `${name} ${count}`,
    make,
    inputs,
    Array.from({ length: outputs }, () => output),
  )
}

export function registerActivationGradients(): void {
  const passes = { [RELU_GRAD]: 'y[i] > T()', [RELU6_GRAD]: '(y[i] > T()) & (y[i] < T(6.0))' }
  for (const [name, where] of Object.entries(passes)) {
    registerKernel(name, ({ inputs, backend }) => {
      const [dy, y] = [inputs['dy']!, inputs['y']!]
      const body = `dx[i] = select(T(), dy[i], ${where});`
      const spec = { inputs: ['dy', 'y'], outputs: ['dx'], body, flops: 1 }
      return computeElements(backend, name, [dy, y], dy, () => spec)[0]!
    })
  }
}

/**
 * WGSL lets its own sine and cosine be wrong by 2⁻¹¹. These are reduced to an eighth of a turn in three parts (Cody and
 * Waite) and computed by the polynomials that Cephes has for single precision (Moshier); good up to some thousand turns.
 */
export function registerTrigonometry(): void {
  const declarations = `
fn sine(angle: T, quarter: f32) -> T {
  let turns = round(angle * ${literal(2 / Math.PI)});
  let r = ((angle - turns * 1.5703125f) - turns * 4.837512969970703e-4f) - turns * 7.549789948768648e-8f;
  let z = r * r;
  let s = r + r * z * (T(-1.6666654611e-1f) + z * (T(8.3321608736e-3f) + z * -1.9515295891e-4f));
  let c = T(1.0) - 0.5f * z + z * z * (T(4.166664568298827e-2f) + z * (T(-1.388731625493765e-3f) + z * 2.443315711809948e-5f));
  let which = turns + T(quarter);
  let place = which - 4.0f * floor(which * 0.25f);
  let value = select(s, c, (place == T(1.0)) | (place == T(3.0)));
  return select(value, -value, place >= T(2.0));
}`
  for (const [name, quarter] of [
    ['Sin', '0.0'],
    ['Cos', '1.0'],
  ] as const) {
    registerKernel(name, ({ inputs, backend }) => {
      const x = inputs['x']!
      if (x.dtype !== 'float32') return null
      const body = `y[i] = sine(x[i], ${quarter});`
      const spec = { inputs: ['x'], outputs: ['y'], body, flops: 20, declarations }
      return computeElements(backend, name, [x], x, () => spec)[0]!
    })
  }
}
