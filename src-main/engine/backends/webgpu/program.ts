// A compute shader of ours: its text in WGSL with the shapes written into it, and how many workgroups it takes.
// Shapes of a training are the same in every step, so a program is made once and what depends on them is constant.

/** Element types of storage buffers. */
export type Element = 'f32' | 'i32' | 'u32' | 'vec4<f32>'

export interface Binding {
  readonly name: string
  readonly element: Element
}

export interface Program {
  /** Bound in this order from 0, read only. */
  readonly inputs: readonly Binding[]
  /** Bound after the inputs. */
  readonly outputs: readonly Binding[]
  /** Invocations in a workgroup. */
  readonly size: number
  /** Workgroups in all; the device spreads them over dimensions. */
  readonly groups: number
  /** Global declarations: constants, functions, workgroup memory. */
  readonly declarations: string
  /**
   * Body of the entry point. It knows `group` (i32, 0 to groups - 1; the same for all invocations of a workgroup) and
   * `lane` (i32, 0 to size - 1).
   */
  readonly body: string
  /** What it does to memory and arithmetic, for bench/webgpu-kernels.ts. */
  readonly cost?: Cost
}

/** Of one dispatch. */
export interface Cost {
  /** Floating-point operations, a multiplication and an addition being two; padding of tiles included. */
  readonly flops: number
  /** Bytes that workgroups ask memory for (a cache may answer), and bytes written. */
  readonly read: number
  readonly written: number
}

/** The whole text of a program. */
export function sourceOf({ inputs, outputs, size, groups, declarations, body }: Program): string {
  const bound = [
    ...inputs.map((one) => ({ ...one, access: 'read' })),
    ...outputs.map((one) => ({ ...one, access: 'read_write' })),
  ]
  const buffers = bound.map(
    ({ name, element, access }, i) =>
      `@group(0) @binding(${i}) var<storage, ${access}> ${name}: array<${element}>;`,
  )
  return `${buffers.join('\n')}
${declarations}
@compute @workgroup_size(${size})
fn main(
  @builtin(workgroup_id) workgroup: vec3<u32>,
  @builtin(num_workgroups) workgroups: vec3<u32>,
  @builtin(local_invocation_index) invocation: u32,
) {
  let group = i32(workgroup.x + workgroup.y * workgroups.x);
  let lane = i32(invocation);
  if (group >= ${groups}) { return; }
${body}
}
`
}

/** Spreads workgroups over two dimensions where one does not hold them. */
export function dispatchOf(groups: number, mostPerDimension: number): [number, number] {
  const rows = Math.ceil(groups / mostPerDimension)
  return [Math.ceil(groups / rows), rows]
}

/** A float as WGSL writes it, to the nearest that 32 bits hold. */
export function literal(value: number): string {
  const text = String(Math.fround(value))
  return /[.e]/.test(text) ? `${text}f` : `${text}.0f`
}
