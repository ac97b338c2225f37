// Products of a large matrix with a narrow one, which is nearly all of the work of principal components: in plain loops,
// or with the tensor library, which is many times faster.
import { tf } from '../../tf'

/** Gives others a turn; throws where the work was cancelled. */
export type Pause = () => Promise<void>

/** Products with the rows, n × d. */
export interface Products {
  /** rows · basis: d × w to n × w. */
  times(basis: Float64Array, w: number, pause: Pause): Promise<Float64Array>
  /** rows' transposed · basis: n × w to d × w. */
  transposedTimes(basis: Float64Array, w: number, pause: Pause): Promise<Float64Array>
  dispose(): void
}

/** Multiplications between two pauses. */
const SLICE = 2e7

/** In double precision, in slices. */
export function plainProducts(rows: Float32Array, d: number): Products {
  const n = rows.length / d
  const go = async (
    w: number,
    length: number,
    pause: Pause,
    add: (result: Float64Array, i: number, j: number, value: number) => void,
  ): Promise<Float64Array> => {
    const result = new Float64Array(length * w)
    const slice = Math.max(1, Math.floor(SLICE / (d * w)))
    for (let i = 0; i < n; i++) {
      if (i % slice === 0) await pause()
      for (let j = 0; j < d; j++) {
        const value = rows[i * d + j]!
        if (value !== 0) add(result, i, j, value)
      }
    }
    return result
  }
  return {
    times: (basis, w, pause) =>
      go(w, n, pause, (result, i, j, value) => {
        for (let c = 0; c < w; c++) result[i * w + c]! += value * basis[j * w + c]!
      }),
    transposedTimes: (basis, w, pause) =>
      go(w, d, pause, (result, i, j, value) => {
        for (let c = 0; c < w; c++) result[j * w + c]! += value * basis[i * w + c]!
      }),
    dispose: () => {},
  }
}

/** In single precision, on whatever backend is open. */
export function tensorProducts(rows: Float32Array, d: number): Products {
  const n = rows.length / d
  const matrix = tf.tensor2d(rows, [n, d])
  const product = async (basis: Float64Array, w: number, transposed: boolean): Promise<Float64Array> => {
    const made = tf.tidy(() =>
      tf.matMul(matrix, tf.tensor2d(Float32Array.from(basis), [transposed ? n : d, w]), transposed),
    )
    try {
      return Float64Array.from(await made.data())
    } finally {
      made.dispose()
    }
  }
  return {
    times: (basis, w) => product(basis, w, false),
    transposedTimes: (basis, w) => product(basis, w, true),
    dispose: () => matrix.dispose(),
  }
}
