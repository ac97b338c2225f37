// An operand of a product that is a matrix in memory.
import type { Element } from '../program'
import { elementOf } from './product'
import type { Operand } from './product-spec'

export interface MatrixOperand extends Operand {
  /** Of its buffer. */
  element: Element
  declarations: string
  along: 'depth' | 'lines'
}

/**
 * @param buffer its name
 * @param lines rows of the left operand, columns of the right one
 * @param contiguous which of them lies in memory one after the other
 */
export function matrixOperand(
  which: 'a' | 'b',
  buffer: string,
  lines: number,
  depth: number,
  contiguous: 'depth' | 'lines',
): MatrixOperand {
  const base = { setup: () => '', along: contiguous }
  if (contiguous === 'lines' && lines % 4 === 0) {
    return {
      ...base,
      element: elementOf(lines),
      declarations: '',
      load(k, i) {
        const at = `at_${which}${i}`
        const value = `select(vec4<f32>(), ${buffer}[(${k} * ${lines} + min(${at}, ${lines - 4})) / 4], ${at} < ${lines})`
        return { before: '', value }
      },
    }
  }
  const place = contiguous === 'lines' ? `k * ${lines} + line` : `line * ${depth} + k`
  return {
    ...base,
    element: 'f32',
    declarations: `
fn ${buffer}_at(line: i32, k: i32) -> f32 {
  let inside = line < ${lines};
  return select(0.0, ${buffer}[select(0, ${place}, inside)], inside);
}`,
    load: (k, i) => ({
      before: '',
      value: `vec4<f32>(${[0, 1, 2, 3].map((j) => `${buffer}_at(at_${which}${i} + ${j}, ${k})`).join(', ')})`,
    }),
  }
}
