// Programs that compute each element by itself, four at a time where the count allows.
import type { Program } from '../program'

const SIZE = 256
/** Elements of an invocation: enough that starting it does not count, few enough that small tensors are spread. */
const LOOPS = 4

export interface Elementwise {
  /** Elements of the whole tensors. */
  count: number
  /** Tensors of `count` elements, `T` (a vector or a number) in the body. */
  inputs: readonly string[]
  outputs: readonly string[]
  /** Float32 tensors of one number: `name[0]` in the body. */
  scalars?: readonly string[]
  /** Statements for the element `i`. */
  body: string
  /** Operations of one element. */
  flops: number
  declarations?: string
}

export function elementwise(spec: Elementwise): Program {
  const { count, inputs, outputs, scalars = [], body, flops, declarations = '' } = spec
  const whole = count % 4 === 0
  const element = whole ? 'vec4<f32>' : 'f32'
  const steps = whole ? count / 4 : count
  const groups = Math.ceil(steps / (SIZE * LOOPS))
  return {
    inputs: [
      ...inputs.map((name) => ({ name, element }) as const),
      ...scalars.map((name) => ({ name, element: 'f32' }) as const),
    ],
    outputs: outputs.map((name) => ({ name, element }) as const),
    size: SIZE,
    groups,
    declarations: `alias T = ${element};\n${declarations}`,
    body: `
  for (var i = group * ${SIZE} + lane; i < ${steps}; i += ${SIZE * groups}) {
    ${body}
  }`,
    cost: { flops: flops * count, read: 4 * count * inputs.length, written: 4 * count * outputs.length },
    wide: {
      family: [declarations, body, ...inputs, ...scalars, ...outputs].join('|'),
      operands: inputs.length,
      scalars: scalars.length,
      results: outputs.length,
      make: (elements) => elementwise({ ...spec, count: elements }),
    },
  }
}

/** One invocation for each of `count` indices: `i` in the body. For gathers. @param size of a workgroup */
export function perIndex(
  count: number,
  spec: Pick<Program, 'inputs' | 'outputs' | 'declarations' | 'body' | 'cost'>,
  size = SIZE,
): Program {
  return {
    ...spec,
    size,
    groups: Math.ceil(count / size),
    body: `
  let i = group * ${size} + lane;
  if (i < ${count}) {
    ${spec.body}
  }`,
  }
}

/** Input: whole numbers. Output: the same as float32. */
export function wholeToFloat(count: number): Program {
  return perIndex(count, {
    inputs: [{ name: 'whole', element: 'i32' }],
    outputs: [{ name: 'values', element: 'f32' }],
    declarations: '',
    body: 'values[i] = f32(whole[i]);',
    cost: { flops: count, read: 4 * count, written: 4 * count },
  })
}
