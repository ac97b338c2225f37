// A product whose tiles are float16 and whose sums are float32: half the workgroup memory, and half of what is read of
// it, which is what bounds such a product on most cards. Numbers are widened before they are multiplied, so products
// are exact and the only digits lost are those of the operands, 2⁻¹¹ of each at most.
//
// What the next tile needs is loaded while this one is multiplied; its magnitudes are known to all at the barrier that
// ends this one (programs/range.ts).
import { tiling, type Product, type ProductCore } from './product-spec'
import { firstPowers, nextPowers, rangeDeclarations, tellMagnitudes, unscaled } from './range'
import { registerTile } from './registers'
import { tileLoads } from './tile-loads'

export function mixedProduct(spec: Product, subgroups: boolean): ProductCore {
  const { groups, opening } = tiling(spec)
  const { size, strides, setup, sums, multiply, store } = registerTile(
    spec,
    (vector) => `vec4<f32>(${vector})`,
  )
  const loads = { a: tileLoads(spec, 'a', size), b: tileLoads(spec, 'b', size) }
  const all = [...loads.a, ...loads.b]
  const depth = spec.tile.depth
  const put = (which: 'a' | 'b') =>
    loads[which]
      .map(({ name, line, term, guarded }) =>
        guarded(
          `tile_${which}[${term} * ${strides[which]} + ${line}] = vec4<f16>(loaded_${name} * scale_${which});`,
        ),
      )
      .join('\n    ')
  return {
    size,
    groups,
    extensions: subgroups ? ['half', 'subgroups'] : ['half'],
    declarations: `${spec.declarations}
${rangeDeclarations}
var<workgroup> tile_a: array<vec4<f16>, ${depth * strides.a}>;
var<workgroup> tile_b: array<vec4<f16>, ${depth * strides.b}>;`,
    body: `
  ${opening}
  ${all.map((load) => load.setup).join('\n  ')}
  ${setup}
  ${firstPowers}
  ${all.map(({ name, load }) => `var loaded_${name}: vec4<f32>;\n  ${load('k_begin')}`).join('\n  ')}
  ${tellMagnitudes(loads, subgroups)}
  workgroupBarrier();
  for (var k_tile = k_begin; k_tile < k_end; k_tile += ${depth}) {
    ${nextPowers(sums.map((sum) => `${sum} *= growth;`).join(' '))}
    ${put('a')}
    ${put('b')}
    workgroupBarrier();
    let k_next = k_tile + ${depth};
    ${all.map(({ load }) => load('k_next')).join('\n    ')}
    ${multiply}
    ${tellMagnitudes(loads, subgroups)}
    workgroupBarrier();
  }
  ${store(unscaled)}`,
  }
}
