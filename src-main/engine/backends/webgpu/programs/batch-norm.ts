// BatchNorm by the statistics of the batch, forward and backward: each goes over its tensors twice, once to sum down
// the channels and once to compute, with the statistics brought together in between.
//
// Means and squared deviations of parts are put together by the formula of Chan, Golub and LeVeque (1979, "Updating
// formulae and a pairwise algorithm for computing sample variances"); each invocation shifts its numbers by the first
// one, so that a mean that is large beside the deviation costs no digits.
import { literal, type Program } from '../program'
import type { ColumnPlan } from './columns'
import { fold, foldExtensions, foldMemory, type Fold } from './fold'

const combined = `
// Count, mean and sum of squared deviations of two sets, of both.
fn combine(a: vec3<f32>, b: vec3<f32>) -> vec3<f32> {
  let n = a.x + b.x;
  if (n == 0.0) { return vec3<f32>(); }
  let apart = b.y - a.y;
  return vec3<f32>(n, a.y + apart * (b.x / n), a.z + b.z + apart * apart * (a.x * b.x / n));
}`

const across = ({ columns, width }: ColumnPlan) => Math.ceil(columns / width)

const opening = (plan: ColumnPlan) => `
  let row_lane = lane / ${plan.width};
  let column = (group % ${across(plan)}) * ${plan.width} + lane % ${plan.width};
  let first = (group / ${across(plan)}) * ${plan.rowsPerPart};
  let end = min(first + ${plan.rowsPerPart}, ${plan.rows});`

/** Input: x [rows, channels]. Output: for each part and channel, count, mean and sum of squared deviations. */
export function statisticsOfParts(plan: ColumnPlan, subgroups = false): Program {
  const { rows, columns, width, height, parts } = plan
  const combine = (a: string, b: string) => `combine(${a}, ${b})`
  const whole: Fold = { width, height, type: 'vec3<f32>', value: 'found', combine }
  return {
    inputs: [{ name: 'x', element: 'f32' }],
    outputs: [{ name: 'parts', element: 'f32' }],
    size: width * height,
    groups: across(plan) * parts,
    extensions: foldExtensions(subgroups),
    declarations: `${combined}\n${foldMemory(whole)}`,
    body: `${opening(plan)}
  var count = 0.0; var shift = 0.0; var sum = 0.0; var squares = 0.0;
  if (column < ${columns} && first + row_lane < end) {
    shift = x[(first + row_lane) * ${columns} + column];
    for (var row = first + row_lane; row < end; row += ${height}) {
      let value = x[row * ${columns} + column] - shift;
      sum += value;
      squares += value * value;
      count += 1.0;
    }
  }
  let n = max(count, 1.0);
  var found = vec3<f32>(count, shift + sum / n, max(squares - sum * (sum / n), 0.0));
  ${fold(whole, subgroups)}
  if (row_lane == 0 && column < ${columns}) {
    let at_part = (group / ${across(plan)}) * ${3 * columns} + column;
    parts[at_part] = partial[lane].x;
    parts[at_part + ${columns}] = partial[lane].y;
    parts[at_part + ${2 * columns}] = partial[lane].z;
  }`,
    cost: { flops: 4 * rows * columns, read: 4 * rows * columns, written: 12 * parts * columns },
  }
}

/** Input: what `statisticsOfParts` gave. Outputs: mean, biased variance, 1 / sqrt(variance + epsilon), each [channels]. */
export function statistics({ parts, columns }: ColumnPlan, epsilon: number): Program {
  return perChannel(columns, {
    inputs: [{ name: 'parts', element: 'f32' }],
    outputs: ['mean', 'variance', 'inverse'].map((name) => ({ name, element: 'f32' })),
    declarations: combined,
    body: `var all = vec3<f32>();
    for (var part = 0; part < ${parts}; part++) {
      let at_part = part * ${3 * columns} + column;
      all = combine(all, vec3<f32>(parts[at_part], parts[at_part + ${columns}], parts[at_part + ${2 * columns}]));
    }
    mean[column] = all.y;
    variance[column] = all.z / all.x;
    inverse[column] = inverseSqrt(all.z / all.x + ${literal(epsilon)});`,
    cost: { flops: 8 * parts * columns, read: 12 * parts * columns, written: 12 * columns },
  })
}

/** Inputs: x, mean, inverse, gamma, beta. Output: y. */
export function normalise(rows: number, columns: number): Program {
  return overRows(
    rows,
    columns,
    ['x'],
    ['mean', 'inverse', 'gamma', 'beta'],
    'y',
    4,
    (at, c) => `(x[${at}] - mean[${c}]) * (inverse[${c}] * gamma[${c}]) + beta[${c}]`,
  )
}

/** Inputs: dy, x, mean, inverse. Output: for each part and channel, the sums of dy and of dy times normalised x. */
export function gradientsOfParts(plan: ColumnPlan, subgroups = false): Program {
  const { rows, columns, width, height, parts } = plan
  const add = (a: string, b: string) => `${a} + ${b}`
  const both: Fold = { width, height, type: 'vec2<f32>', value: 'sums', combine: add }
  return {
    inputs: ['dy', 'x', 'mean', 'inverse'].map((name) => ({ name, element: 'f32' })),
    outputs: [{ name: 'parts', element: 'f32' }],
    size: width * height,
    groups: across(plan) * parts,
    extensions: foldExtensions(subgroups),
    declarations: foldMemory(both),
    body: `${opening(plan)}
  var sums = vec2<f32>();
  if (column < ${columns}) {
    let centre = mean[column];
    for (var row = first + row_lane; row < end; row += ${height}) {
      let gradient = dy[row * ${columns} + column];
      sums += vec2<f32>(gradient, gradient * (x[row * ${columns} + column] - centre));
    }
    sums.y *= inverse[column];
  }
  ${fold(both, subgroups)}
  if (row_lane == 0 && column < ${columns}) {
    let at_part = (group / ${across(plan)}) * ${2 * columns} + column;
    parts[at_part] = partial[lane].x;
    parts[at_part + ${columns}] = partial[lane].y;
  }`,
    cost: { flops: 4 * rows * columns, read: 8 * rows * columns, written: 8 * parts * columns },
  }
}

/** Input: what `gradientsOfParts` gave. Outputs: gradients of beta and gamma, each [channels]. */
export function parameterGradients({ parts, columns }: ColumnPlan): Program {
  return perChannel(columns, {
    inputs: [{ name: 'parts', element: 'f32' }],
    outputs: ['dbeta', 'dgamma'].map((name) => ({ name, element: 'f32' })),
    declarations: '',
    body: `var sums = vec2<f32>();
    for (var part = 0; part < ${parts}; part++) {
      let at_part = part * ${2 * columns} + column;
      sums += vec2<f32>(parts[at_part], parts[at_part + ${columns}]);
    }
    dbeta[column] = sums.x;
    dgamma[column] = sums.y;`,
    cost: { flops: 2 * parts * columns, read: 8 * parts * columns, written: 8 * columns },
  })
}

/** Inputs: dy, x, mean, inverse, gamma, dbeta, dgamma. Output: dx. */
export function inputGradient(rows: number, columns: number): Program {
  const vectors = ['mean', 'inverse', 'gamma', 'dbeta', 'dgamma']
  return overRows(rows, columns, ['dy', 'x'], vectors, 'dx', 9, (at, c) => {
    const share = literal(1 / rows)
    return `(inverse[${c}] * gamma[${c}]) * (dy[${at}] - dbeta[${c}] * ${share} - (x[${at}] - mean[${c}]) * inverse[${c}] * (dgamma[${c}] * ${share}))`
  })
}

function perChannel(columns: number, spec: Omit<Program, 'size' | 'groups'>): Program {
  const size = 64
  return {
    ...spec,
    size,
    groups: Math.ceil(columns / size),
    body: `
  let column = group * ${size} + lane;
  if (column < ${columns}) {
    ${spec.body}
  }`,
  }
}

/** Computes each number of a [rows, channels] tensor from tensors like it and from vectors over channels. */
function overRows(
  rows: number,
  columns: number,
  tensors: readonly string[],
  vectors: readonly string[],
  output: string,
  flops: number,
  value: (at: string, column: string) => string,
): Program {
  const element = columns % 4 === 0 ? 'vec4<f32>' : 'f32'
  const wide = columns % 4 === 0 ? columns / 4 : columns
  const [size, loops, count] = [256, 4, rows * wide]
  const groups = Math.ceil(count / (size * loops))
  return {
    inputs: [...tensors, ...vectors].map((name) => ({ name, element })),
    outputs: [{ name: output, element }],
    size,
    groups,
    declarations: '',
    body: `
  for (var i = group * ${size} + lane; i < ${count}; i += ${size * groups}) {
    let column = i % ${wide};
    ${output}[i] = ${value('i', 'column')};
  }`,
    cost: {
      flops: flops * rows * columns,
      read: 4 * rows * columns * tensors.length,
      written: 4 * rows * columns,
    },
  }
}
