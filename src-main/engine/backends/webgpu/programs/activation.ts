// What is done to the results of a product before they are stored: a bias added, an activation.

/** Activations that products compute themselves; of others the package's kernels know. */
export const activations = ['linear', 'relu', 'relu6'] as const
export type Activation = (typeof activations)[number]

export const isKnownActivation = (name: string | null | undefined): name is Activation | null | undefined =>
  name == null || activations.some((one) => one === name)

export interface Finish {
  bias: boolean
  activation: Activation
}

/** Tells finishes apart in keys of programs. */
export const finishName = ({ bias, activation }: Finish): string => `${bias ? ' bias' : ''} ${activation}`

// NaN is neither below nor above, and stays.
const values: Record<Activation, string> = {
  linear: 'value',
  relu: 'select(value, vec4<f32>(), value < vec4<f32>())',
  relu6: 'select(select(value, vec4<f32>(6.0), value > vec4<f32>(6.0)), vec4<f32>(), value < vec4<f32>())',
}

/** Function `finished`: a vector of results at some column as it is stored. The buffer of the bias is `bias`. */
export function finishDeclarations({ bias, activation }: Finish, columns: number): string {
  const biasOf =
    columns % 4 === 0
      ? `bias[min(column, ${columns - 4}) / 4]`
      : `vec4<f32>(${[0, 1, 2, 3].map((c) => `bias[min(column + ${c}, ${columns - 1})]`).join(', ')})`
  return `
fn finished(sum: vec4<f32>, column: i32) -> vec4<f32> {
  let value = ${bias ? `sum + ${biasOf}` : 'sum'};
  return ${values[activation]};
}`
}

/** Statements around `store`, which stores `value`. */
export const finishing = (store: string): string => `let sums_of_terms = value;
    {
      let value = finished(sums_of_terms, column);
      ${store}
    }`
