// A product in float32 from end to end: what every device computes.
import { tiling, type Product, type ProductCore } from './product-spec'
import { registerTile } from './registers'
import { tileLoads } from './tile-loads'

export function float32Product(spec: Product): ProductCore {
  const { groups, opening } = tiling(spec)
  const { size, strides, setup, multiply, store } = registerTile(spec, (vector) => vector)
  const loads = (['a', 'b'] as const).flatMap((which) =>
    tileLoads(spec, which, size).map((load) => ({ ...load, which })),
  )
  const depth = spec.tile.depth
  return {
    size,
    groups,
    declarations: `${spec.declarations}
var<workgroup> tile_a: array<vec4<f32>, ${depth * strides.a}>;
var<workgroup> tile_b: array<vec4<f32>, ${depth * strides.b}>;`,
    body: `
  ${opening}
  ${loads.map((load) => load.setup).join('\n  ')}
  ${setup}
  for (var k_tile = k_begin; k_tile < k_end; k_tile += ${depth}) {
    ${loads
      .map(({ name, which, load, line, term, guarded }) =>
        guarded(`var loaded_${name}: vec4<f32>;
    ${load('k_tile')}
    tile_${which}[${term} * ${strides[which]} + ${line}] = loaded_${name};`),
      )
      .join('\n    ')}
    workgroupBarrier();
    ${multiply}
    workgroupBarrier();
  }
  ${store((sum) => sum)}`,
  }
}
