// A compute shader of ours: its text in WGSL with the shapes written into it, and how many workgroups it takes.
// Shapes of a training are the same in every step, so a program is made once and what depends on them is constant.

/** Element types of storage buffers. */
export type Element = 'f32' | 'i32' | 'u32' | 'vec4<f32>'

export interface Binding {
  readonly name: string
  readonly element: Element
}

/** Parts of the language that a program needs beyond what every device has. */
export type Extension = 'half' | 'subgroups' | 'matrices'

export interface Program {
  /** Bound in this order from 0, read only. */
  readonly inputs: readonly Binding[]
  /** Bound after the inputs. */
  readonly outputs: readonly Binding[]
  /** Invocations in a workgroup. */
  readonly size: number
  /** What of the device's features it uses. */
  readonly extensions?: readonly Extension[]
  /** Workgroups in all; the device spreads them over dimensions. */
  readonly groups: number
  /** Global declarations: constants, functions, workgroup memory. */
  readonly declarations: string
  /**
   * Body of the entry point. It knows `group` (i32, 0 to groups - 1; the same for all invocations of a workgroup) and
   * `lane` (i32, 0 to size - 1). With subgroups also `together` (i32, the same for all): so many lanes one after the
   * other are a subgroup, 1 where the driver makes subgroups that are not whole.
   */
  readonly body: string
  /** What it does to memory and arithmetic, for bench/webgpu-kernels.ts. */
  readonly cost?: Cost
  /** Where each element is computed by itself: how to compute those of several tensors at once (side-by-side.ts). */
  readonly wide?: Wide
}

/** A program over any number of elements. Bound are operands, scalars, results, in this order. */
export interface Wide {
  /** Programs of a family differ in their number of elements alone. */
  readonly family: string
  readonly operands: number
  /** Tensors of one number, which all elements see. */
  readonly scalars: number
  readonly results: number
  make(count: number): Program
}

/** Of one dispatch. */
export interface Cost {
  /** Floating-point operations, a multiplication and an addition being two; padding of tiles included. */
  readonly flops: number
  /** Bytes that workgroups ask memory for (a cache may answer), and bytes written. */
  readonly read: number
  readonly written: number
  /** Bytes that invocations read of workgroup memory, where that counts: in products. */
  readonly shared?: number
}

/** The whole text of a program. */
export function sourceOf(program: Program): string {
  const { inputs, outputs, size, groups, declarations, body, extensions = [] } = program
  const bound = [
    ...inputs.map((one) => ({ ...one, access: 'read' })),
    ...outputs.map((one) => ({ ...one, access: 'read_write' })),
  ]
  const buffers = bound.map(
    ({ name, element, access }, i) =>
      `@group(0) @binding(${i}) var<storage, ${access}> ${name}: array<${element}>;`,
  )
  const subgroups = extensions.includes('subgroups')
  return `${enabled(extensions)}${buffers.join('\n')}
${declarations}
@compute @workgroup_size(${size})
fn main(
  @builtin(workgroup_id) workgroup: vec3<u32>,
  @builtin(num_workgroups) workgroups: vec3<u32>,
  @builtin(local_invocation_index) invocation: u32,${subgroups ? subgroupArguments : ''}
) {
  let group = i32(workgroup.x + workgroup.y * workgroups.x);
  ${subgroups ? subgroupLanes(size) : 'let lane = i32(invocation);'}
  if (group >= ${groups}) { return; }
${body}
}
`
}

/** The directives that come before everything else. */
function enabled(extensions: readonly Extension[]): string {
  const directives: Record<Extension, string> = {
    half: 'enable f16;',
    subgroups: 'enable subgroups;',
    // That a whole subgroup takes the same way cannot be shown to the compiler where the way is the subgroup's number.
    matrices:
      'enable chromium_experimental_subgroup_matrix;\ndiagnostic(off, chromium.subgroup_matrix_uniformity);',
  }
  return extensions.map((one) => `${directives[one]}\n`).join('')
}

const subgroupArguments = `
  @builtin(subgroup_id) subgroup: u32,
  @builtin(num_subgroups) subgroups: u32,
  @builtin(subgroup_size) subgroup_length: u32,
  @builtin(subgroup_invocation_id) subgroup_lane: u32,`

/** WGSL does not say which invocations make a subgroup, so lanes are counted by subgroups where these are whole. */
const subgroupLanes = (size: number) => `let whole = subgroups * subgroup_length == ${size}u;
  let together = i32(select(1u, subgroup_length, whole));
  let lane = i32(select(invocation, subgroup * subgroup_length + subgroup_lane, whole));`

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
