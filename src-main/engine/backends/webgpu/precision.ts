// What the kernels may use of a device beyond float32 and workgroup memory, and how a user asks for it.
import { UserError } from '../../../contract'

/**
 * Names the precision of matrix products; see `precisions`. Nothing but float32 is used unasked: no other was measured
 * on a card.
 */
export const PRECISION_VARIABLE = 'COTEJO_WEBGPU_PRECISION'

/**
 * `float32`: everything. `mixed`: the operands of matrix products are brought to float16 and added up in float32.
 * `mixed-matrices`: the same, multiplied by the card's matrix units, which Dawn has as an experiment.
 */
export const precisions = ['float32', 'mixed', 'mixed-matrices'] as const
export type Precision = (typeof precisions)[number]

/** Lengths of a product that matrix units compute at once: M × K by K × N. */
export interface MatrixShape {
  readonly m: number
  readonly n: number
  readonly k: number
}

export interface Features {
  /** Operands of matrix products in float16. */
  readonly half: boolean
  /** Invocations of a subgroup: which number between these it is, is known only when a program runs. */
  readonly subgroups: { readonly min: number; readonly max: number } | null
  /** Products of float16 matrices added up in float32; null where they are not to be used. */
  readonly matrices: MatrixShape | null
}

/** What every device has. */
export const plainFeatures: Features = { half: false, subgroups: null, matrices: null }

/** By Dawn's name: no part of WebGPU's standard yet. */
const SUBGROUP_MATRIX = 'chromium-experimental-subgroup-matrix' as GPUFeatureName

/**
 * The precision that the user asks for.
 * @throws UserError `invalid-argument` for a value that there is not
 */
export function wantedPrecision(value = process.env[PRECISION_VARIABLE] ?? ''): Precision {
  if (value === '') return 'float32'
  const known = precisions.find((one) => one === value)
  if (known) return known
  const possible = precisions.join(', ')
  throw new UserError(
    'invalid-argument',
    `${PRECISION_VARIABLE} names a precision “${value}” that there is not: it may be ${possible}.`,
    { detail: { value }, hint: `Change or clear ${PRECISION_VARIABLE}.` },
  )
}

/**
 * Toggles of Dawn that a precision needs. On NVIDIA's cards Dawn leaves float16 out under Vulkan unless it is told not
 * to; matrix units count as unsafe as their part of the language may change. Both say nothing about programs that are
 * not ours: no others run here. Bounds are checked as ever.
 */
export function dawnToggles(precision: Precision): string[] {
  const toggles = {
    float32: [],
    mixed: ['vulkan_enable_f16_on_nvidia'],
    'mixed-matrices': ['vulkan_enable_f16_on_nvidia', 'allow_unsafe_apis'],
  }[precision]
  return toggles.length ? [`enable-dawn-features=${toggles.join(',')}`] : []
}

/** Features that a device has to be asked for. */
export const featuresToRequest = (precision: Precision): GPUFeatureName[] => [
  'subgroups',
  ...(precision === 'float32' ? [] : ['shader-f16' as const]),
  ...(precision === 'mixed-matrices' ? [SUBGROUP_MATRIX] : []),
]

/** Bytes of workgroup memory that the largest tiles take (programs/product-matrices.ts). */
const MATRICES_NEED = 32_768

interface MatrixConfig {
  readonly componentType: string
  readonly resultComponentType: string
  readonly M: number
  readonly N: number
  readonly K: number
}

/**
 * What the kernels may use of a device.
 * @throws UserError `backend-unavailable` where the device does not have what the precision needs
 */
export function featuresOf(
  { features, limits }: Pick<GPUDevice, 'features' | 'limits'>,
  info: GPUAdapterInfo,
  precision: Precision,
  name: string,
): Features {
  const { subgroupMinSize: min, subgroupMaxSize: max } = info
  // Workgroups of 64 invocations and more are made of whole subgroups of up to 128; there are no larger ones.
  const subgroups = features.has('subgroups') && min && max && max <= 128 ? { min, max } : null
  if (precision === 'float32') return { half: false, subgroups, matrices: null }
  if (!features.has('shader-f16')) throw lacking(name, precision, 'numbers of 16 bits (shader-f16)')
  if (precision === 'mixed') return { half: true, subgroups, matrices: null }
  const configs = (info as { subgroupMatrixConfigs?: Iterable<MatrixConfig> }).subgroupMatrixConfigs ?? []
  const room = limits.maxComputeWorkgroupStorageSize >= MATRICES_NEED
  const matrices = features.has(SUBGROUP_MATRIX) && subgroups && room ? matrixShape([...configs]) : null
  if (!matrices) throw lacking(name, precision, 'matrix units for float16 that add up in float32')
  return { half: true, subgroups, matrices }
}

/**
 * What is left of a device whose subgroups compute wrong numbers.
 * @throws UserError `backend-unavailable` where matrix units are asked for, which need them
 */
export function withoutSubgroups(features: Features, name: string): Features {
  if (features.matrices) throw lacking(name, 'mixed-matrices', 'subgroups that compute right')
  return { ...features, subgroups: null }
}

/** Of the shapes that take float16 and give float32, the one that does most at once; of equal ones the squarest. */
export function matrixShape(configs: readonly MatrixConfig[]): MatrixShape | null {
  const [best] = configs
    .filter((one) => one.componentType === 'f16' && one.resultComponentType === 'f32')
    // Tiles hold a few of these side by side, and begin where 16 bytes do.
    .filter(({ M, N, K }) => [M, N, K].every((length) => length % 8 === 0 && length <= 16))
    .sort((a, b) => b.M * b.N * b.K - a.M * a.N * a.K || Math.abs(a.M - a.N) - Math.abs(b.M - b.N))
  return best ? { m: best.M, n: best.N, k: best.K } : null
}

const lacking = (name: string, precision: Precision, what: string) =>
  new UserError(
    'backend-unavailable',
    `${name} does not offer ${what}, which ${precision} precision needs.`,
    {
      detail: { backend: 'webgpu' },
      hint: `Clear ${PRECISION_VARIABLE} to compute in float32.`,
    },
  )

/** What the name of a device says of its precision; nothing for float32. */
export function precisionText(precision: Precision): string {
  return { float32: '', mixed: ', mixed precision', 'mixed-matrices': ', mixed precision by matrix units' }[
    precision
  ]
}
