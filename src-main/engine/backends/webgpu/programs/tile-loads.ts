// How the invocations of a workgroup share the loading of a product's tiles: each takes some vectors of four
// neighbouring lines at one term.
import type { Product } from './product-spec'

export interface TileLoad {
  /** Ends the names of this load: "a0". */
  name: string
  /** Statements before the loop over the depth. */
  setup: string
  /** Statements that give `loaded_…`, a vector that is zero beyond the depth, for the terms from `k_tile` on. */
  load: (tileStart: string) => string
  /** Line (in fours) and term of the vector in the tile. */
  line: string
  term: string
  /** Puts statements that store under the condition that this invocation has such a vector. */
  guarded: (statements: string) => string
}

/** The loads of each invocation for one operand. `size` invocations are there. */
export function tileLoads(spec: Product, which: 'a' | 'b', size: number): TileLoad[] {
  const { tile } = spec
  const lines = (which === 'a' ? tile.rows : tile.columns) / 4
  const total = lines * tile.depth
  const base = which === 'a' ? 'row_base' : 'column_base'
  return Array.from({ length: Math.ceil(total / size) }, (_, i) => {
    const place = i === 0 ? 'lane' : `(lane + ${i * size})`
    const [line, term] =
      spec.along[which] === 'depth'
        ? [`${place} / ${tile.depth}`, `${place} % ${tile.depth}`]
        : [`${place} % ${lines}`, `${place} / ${lines}`]
    const name = `${which}${i}`
    const { before, value } = spec[which].load(`k_${name}`, i)
    const partial = (i + 1) * size > total
    const guarded = (text: string) => (partial ? `if (${place} < ${total}) {\n${text}\n}` : `{\n${text}\n}`)
    return {
      name,
      setup: `let line_${name} = ${line};
  let term_${name} = ${term};
  let at_${name} = ${base} + line_${name} * 4;
  ${spec[which].setup(`at_${name}`, i)}`,
      load: (tileStart) => `loaded_${name} = vec4<f32>();
    ${guarded(`let k_${name} = ${tileStart} + term_${name};
    if (k_${name} < k_end) {
      ${before}
      loaded_${name} = ${value};
    }`)}`,
      line: `line_${name}`,
      term: `term_${name}`,
      guarded,
    }
  })
}
