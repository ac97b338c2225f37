// How a backend that runs op by op makes a "compiled" function: it just runs it, and cleans up after it.
import { tf } from '../../tf'
import { type CompiledFunction, type TensorFunction } from '../../compute'

/** @returns `fn` run in a tidy; its outputs are the caller's, everything between is freed */
export function compileEagerly(_name: string, fn: TensorFunction): CompiledFunction {
  return {
    run: (inputs) => tf.tidy(() => fn(inputs).map((output) => owned(output, inputs))),
    dispose: () => {},
  }
}

/** An input handed through as an output gets an id of its own, so that each side can be disposed by its owner. */
export function owned<T extends { clone(): T; isDisposed: boolean }>(
  output: T,
  inputs: readonly unknown[],
): T {
  return inputs.includes(output) ? output.clone() : output
}
