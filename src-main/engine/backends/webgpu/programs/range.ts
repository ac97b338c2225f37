// Float16 holds magnitudes from 6e-5 (6e-8 with fewer digits) to 65504; what is trained knows no such bounds, gradients
// least of all. So each operand of a product in float16 is brought into range by a power of two, which costs no digit:
// the one that puts the largest magnitude that the workgroup has met of it below 2¹⁵. Numbers down to 2⁻²⁹ of that
// magnitude keep all 11 digits that float16 has. Sums are in float32; when a larger magnitude comes, what was added up
// before is brought to the new powers. Infinities and NaN do not count, and stay what they are.

/** Global declarations of a program that brings its operands into range. */
export const rangeDeclarations = `
var<workgroup> most_a: atomic<u32>;
var<workgroup> most_b: atomic<u32>;
// Bits of the largest finite magnitude: they are in the order of the numbers.
fn magnitude(v: vec4<f32>) -> u32 {
  let bits = bitcast<vec4<u32>>(v) & vec4<u32>(0x7fffffffu);
  let finite = select(vec4<u32>(), bits, bits < vec4<u32>(0x7f800000u));
  return max(max(finite.x, finite.y), max(finite.z, finite.w));
}
// Below 2⁻¹⁰⁰ the power stays: its inverse has to be a number, too.
fn exponent_of(bits: u32) -> i32 { return max(i32(bits >> 23u), 27); }
fn power(exponent: i32) -> f32 { return bitcast<f32>(u32(clamp(exponent + 127, 0, 254)) << 23u); }
// The largest magnitude is below 2^(exponent - 126).
fn into_range(exponent: i32) -> f32 { return power(141 - exponent); }
fn out_of_range(exponent: i32) -> f32 { return power(exponent - 141); }`

/** Statements that tell the workgroup of the magnitudes that were loaded. To be between two barriers. */
export function tellMagnitudes(
  loads: { a: readonly { name: string }[]; b: readonly { name: string }[] },
  subgroups: boolean,
): string {
  return (['a', 'b'] as const)
    .map((which) => {
      const all = loads[which]
        .map(({ name }) => `magnitude(loaded_${name})`)
        .reduce((left, right) => `max(${left}, ${right})`)
      const found = `found_${which}`
      // Only one that is larger than all before has to be told, which soon there is none of.
      return subgroups
        ? `let ${found} = subgroupMax(${all});
    if (subgroup_lane == 0u && ${found} > atomicLoad(&most_${which})) { atomicMax(&most_${which}, ${found}); }`
        : `let ${found} = ${all};
    if (${found} > atomicLoad(&most_${which})) { atomicMax(&most_${which}, ${found}); }`
    })
    .join('\n    ')
}

/** Statements that give the powers for the tile that is stored next. `rescale` takes `growth` (f32) into the sums. */
export const nextPowers = (rescale: string) => `let exponent_a = exponent_of(atomicLoad(&most_a));
    let exponent_b = exponent_of(atomicLoad(&most_b));
    if (exponent_a != held_a || exponent_b != held_b) {
      let growth = power(held_a - exponent_a) * power(held_b - exponent_b);
      ${rescale}
      held_a = exponent_a;
      held_b = exponent_b;
    }
    let scale_a = into_range(held_a);
    let scale_b = into_range(held_b);`

/** Before the loop: the powers of operands that are nothing but zero. */
export const firstPowers = 'var held_a = 27; var held_b = 27;'

/** Expression: a sum as it is without the powers. The smaller comes first, so that nothing overflows on the way. */
export const unscaled = (sum: string) =>
  `${sum} * min(out_of_range(held_a), out_of_range(held_b)) * max(out_of_range(held_a), out_of_range(held_b))`
