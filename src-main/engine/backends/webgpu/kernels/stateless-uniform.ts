// The kernel behind engine/random.ts on the device: Philox as in backends/shared/philox.ts, to the same bits.
import { STATELESS_UNIFORM } from '../../../random'
import { perIndex } from '../programs/elementwise'
import { registerKernel, sizeOf } from './kernel'

const declarations = `
// Upper 32 bits of a product.
fn high(a: u32, b: u32) -> u32 {
  let a_low = a & 0xffffu; let a_high = a >> 16u;
  let b_low = b & 0xffffu; let b_high = b >> 16u;
  let first = a_high * b_low + ((a_low * b_low) >> 16u);
  let second = a_low * b_high + (first & 0xffffu);
  return a_high * b_high + (first >> 16u) + (second >> 16u);
}
fn philox(counter: vec4<u32>, seed: vec2<u32>) -> vec4<u32> {
  var c = counter;
  var k = seed;
  for (var turn = 0; turn < 10; turn++) {
    c = vec4<u32>(
      high(0xcd9e8d57u, c.z) ^ c.y ^ k.x, 0xcd9e8d57u * c.z,
      high(0xd2511f53u, c.x) ^ c.w ^ k.y, 0xd2511f53u * c.x);
    k += vec2<u32>(0x9e3779b9u, 0xbb67ae85u);
  }
  return c;
}`

export function registerStatelessUniform(): void {
  registerKernel<{ shape: number[]; salt: number }>(STATELESS_UNIFORM, ({ inputs, attrs, backend }) => {
    const { shape, salt } = attrs
    const count = sizeOf(shape)
    const store = [0, 1, 2, 3]
      .map(
        (word) =>
          `if (4 * i + ${word} < ${count}) { values[4 * i + ${word}] = f32(words[${word}] >> 8u) * 0x1p-24f; }`,
      )
      .join('\n    ')
    const make = () =>
      perIndex(Math.ceil(count / 4), {
        inputs: [{ name: 'seed', element: 'i32' }],
        outputs: [{ name: 'values', element: 'f32' }],
        declarations,
        body: `let words = philox(
      vec4<u32>(u32(i), 0u, ${salt >>> 0}u, 0u), vec2<u32>(bitcast<u32>(seed[0]), bitcast<u32>(seed[1])));
    ${store}`,
        cost: { flops: count, read: 8, written: 4 * count },
      })
    const output = { shape, dtype: 'float32' } as const
    return backend.dispatch(`uniform ${count} ${salt}`, make, [inputs['seed']!], [output])[0]!
  })
}
