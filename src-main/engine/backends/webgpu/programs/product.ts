// A matrix product in tiles, the heart of a convolution and of both of its gradients. Its operands are not matrices in
// memory but are gathered from pictures while a tile is loaded (implicit im2col), so nothing is unfolded.
//
// A workgroup computes a tile of rows × columns. For `depth` terms at a time it brings what the tile needs of both
// operands into workgroup memory, in vectors of four rows or columns. What multiplies them is by the precision: see
// product-float32.ts, product-mixed.ts and product-matrices.ts.
import type { Features } from '../precision'
import type { Program } from '../program'
import { float32Product } from './product-float32'
import { matricesProduct } from './product-matrices'
import { mixedProduct } from './product-mixed'
import type { Product } from './product-spec'

/** The program of a product. The inputs are the operands' own. */
export function product(
  spec: Product,
  inputs: Program['inputs'],
  outputs: Program['outputs'],
  features: Features,
): Program {
  const core = features.matrices
    ? matricesProduct(spec, features.matrices, features.subgroups!)
    : features.half
      ? mixedProduct(spec, features.subgroups !== null)
      : float32Product(spec)
  return { inputs, outputs, ...core }
}

const letters = ['x', 'y', 'z', 'w']

/** The element of a buffer whose innermost dimension has this length: vectors where they fit. */
export const elementOf = (length: number): 'f32' | 'vec4<f32>' => (length % 4 === 0 ? 'vec4<f32>' : 'f32')

/** Statements that store the columns of `value` that there are. `place` is the index of the first, in numbers. */
export function storeColumns(buffer: string, columns: number, place: string): string {
  if (columns % 4 === 0) return `if (column < ${columns}) { ${buffer}[(${place}) / 4] = value; }`
  return `let place = ${place};
    ${letters.map((letter, c) => `if (column + ${c} < ${columns}) { ${buffer}[place + ${c}] = value.${letter}; }`).join('\n    ')}`
}

/**
 * Whether a product of ours stands for the package's kernel: it does less by a tenth at least of one thing, and no more of
 * the other.
 * @param computed what it computes over what the package's does; `moved` likewise of memory
 */
export const isWorthIt = (computed: number, moved: number): boolean =>
  Math.max(computed, moved) <= 1 && Math.min(computed, moved) <= 0.9
