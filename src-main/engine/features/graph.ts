// Walks and runs parts of a layers model. A layers model can only be run from its input; features are tensors in
// the middle of it, computed at one time and gone on from at another.
import { tf, type LayersModel, type SymbolicTensor, type Tensor, type Tensor4D, type Variable } from '../tf'
import { foldedInto, runFolded } from './fold'

export type Layer = LayersModel['layers'][number]

/** All that leads to `output`, itself included, each after what it is made of. */
export function tensorsOf(output: SymbolicTensor): SymbolicTensor[] {
  const found = new Set<SymbolicTensor>()
  const done: SymbolicTensor[] = []
  const walk = (one: SymbolicTensor): void => {
    if (found.has(one)) return
    found.add(one)
    one.inputs.forEach(walk)
    done.push(one)
  }
  walk(output)
  return done
}

/** The side lengths of a tensor without the batch. */
export const shapeOf = (tensor: SymbolicTensor): number[] => tensor.shape.slice(1).map((side) => side!)

export const sizeOf = (shape: readonly number[]): number => shape.reduce((all, side) => all * side, 1)

/** The variables of layers, in the layers' order. */
export const variablesOf = (layers: Iterable<Layer>): Variable[] =>
  [...layers].flatMap((layer) => layer.weights.map((weight) => weight.read() as Variable))

/**
 * Runs the layers between some tensors and others.
 * @param outputs what is wanted
 * @param given values to start from: of everything that `outputs` need and that no layer on the way makes
 * @param inference frees what is no longer needed on the way; gradients need it all
 * @returns the values of `outputs`; what was given stays the caller's
 */
export function runGraph(
  outputs: readonly SymbolicTensor[],
  given: ReadonlyMap<SymbolicTensor, Tensor>,
  inference: boolean,
): Tensor[] {
  const order: SymbolicTensor[] = []
  const uses = new Map<SymbolicTensor, number>()
  const convolution = (one: SymbolicTensor) => {
    const conv = foldedInto(one)
    return conv && !given.has(conv) ? conv : null
  }
  const inputsOf = (one: SymbolicTensor) => convolution(one)?.inputs ?? one.inputs
  const visit = (one: SymbolicTensor): void => {
    uses.set(one, (uses.get(one) ?? 0) + 1)
    if (uses.get(one)! > 1 || given.has(one)) return
    if (one.inputs.length === 0) throw new Error(`${one.name} is not given and no layer makes it`)
    inputsOf(one).forEach(visit)
    order.push(one)
  }
  outputs.forEach(visit)

  const values = new Map<SymbolicTensor, Tensor>(given)
  for (const one of order) {
    const inputs = inputsOf(one).map((input) => values.get(input)!)
    const conv = convolution(one)
    const value = tf.tidy(() =>
      conv
        ? runFolded(one, conv, inputs[0] as Tensor4D)
        : (one.sourceLayer.apply(inputs.length === 1 ? inputs[0]! : inputs, one.callArgs) as Tensor),
    )
    values.set(one, value)
    if (!inference) continue
    for (const input of inputsOf(one)) {
      const left = uses.get(input)! - 1
      uses.set(input, left)
      // A layer that hands its input on (dropout at inference) gives the same tensor, not a new one.
      const tensor = values.get(input)!
      if (left === 0 && !given.has(input) && tensor !== value) tensor.dispose()
    }
  }
  return outputs.map((one) => values.get(one)!)
}
