// Brings what the lanes of a workgroup have summed up together. Lanes lie in rows of `width`; each column is brought
// together by itself.
import type { Extension } from '../program'

export interface Fold {
  /** Powers of two. */
  width: number
  height: number
  /** Of what a lane has: f32 or a vector of it. */
  type: string
  /** Name of the variable (var) with what this lane has. */
  value: string
  /** Expression that brings two of them together; in any order. */
  combine: (a: string, b: string) => string
}

/** What a program with a fold needs of the language. */
export const foldExtensions = (subgroups: boolean): Extension[] => (subgroups ? ['subgroups'] : [])

/** Workgroup memory that a fold works in. */
export const foldMemory = ({ width, height, type }: Pick<Fold, 'width' | 'height' | 'type'>): string =>
  `var<workgroup> partial: array<${type}, ${width * height}>;`

/**
 * Statements that leave the whole of each column in `partial[lane]` of the first row; no barrier is behind them. They
 * know `row_lane`. Halves are added to halves in workgroup memory, with a barrier for each; a subgroup that spans
 * several rows brings these together by itself first, without one.
 */
export function fold({ width, height, value, combine }: Fold, subgroups: boolean): string {
  const step = (half: string) => `workgroupBarrier();
    if (row_lane < ${half}) { partial[lane] = ${combine('partial[lane]', `partial[lane + ${half} * ${width}]`)}; }`
  if (!subgroups) {
    const halves = Array.from({ length: Math.log2(height) }, (_, i) => String(height >> (i + 1)))
    return `partial[lane] = ${value};\n  ${halves.map(step).join('\n  ')}`
  }
  return `for (var apart = ${width}; apart < together; apart *= 2) {
    ${value} = ${combine(value, `subgroupShuffleXor(${value}, u32(apart))`)};
  }
  partial[lane] = ${value};
  for (var half = ${height >> 1}; half >= max(1, together / ${width}); half /= 2) {
    ${step('half')}
  }`
}
