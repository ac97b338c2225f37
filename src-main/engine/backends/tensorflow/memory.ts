// TensorFlow tells of memory that ran out in words of its own; the rest of the engine knows it as an error of its kind.
import { UserError } from '../../../contract'
import type { Binding } from './binding'

/**
 * What TensorFlow and the libraries under it say: the allocators' message, the addon's, CUDA's, those of cuBLAS and
 * cuDNN for their workspaces, and what a copy to a card says whose destination could not be allocated.
 */
const wordings =
  /OOM when allocating|RESOURCE_EXHAUSTED|out of memory|OUT_OF_MEMORY|failed to allocate|_STATUS_ALLOC_FAILED|Dst tensor is not initialized/i

/** The calls that allocate. */
const allocating: ReadonlySet<PropertyKey> = new Set([
  'createTensor',
  'executeOp',
  'runFunction',
  'tensorDataSync',
  'runSavedModel',
] satisfies (keyof Binding)[])

/** @returns the error as one of ours where it says that memory ran out, else itself */
export function namedMemoryError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError || !wordings.test(error.message)) return error
  return new UserError('out-of-memory', `Memory ran out: ${error.message.split('\n')[0]!}`, {
    detail: { reason: error.message },
    hint: 'Choose a smaller batch, a smaller image size or a smaller model.',
    cause: error,
  })
}

/**
 * A binding whose calls throw `out-of-memory` where TensorFlow has none left.
 * @param native the addon's object: its methods know it by their `this`
 */
export function tellingMemory(native: Binding): Binding {
  const calls = new Map<PropertyKey, unknown>()
  const wrapped = (name: PropertyKey, call: (...args: unknown[]) => unknown) => {
    if (!allocating.has(name)) return call.bind(native)
    return (...args: unknown[]) => {
      try {
        return call.apply(native, args)
      } catch (error) {
        throw namedMemoryError(error)
      }
    }
  }
  return new Proxy(native, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (!calls.has(name)) calls.set(name, wrapped(name, value as (...args: unknown[]) => unknown))
      return calls.get(name)
    },
  })
}
