// Captures a function of tensors once per shapes of its inputs, and replays it as one call of one TensorFlow function.
import type { CompiledFunction, TensorFunction } from '../../compute'
import { tf, type DataType, type Tensor } from '../../tf'
import { owned } from '../shared/eager'
import type { TensorflowBackend } from './backend'
import type { Binding } from './binding'
import type { Recorder } from './recorder'

/** More input shapes than this, and the one that was not used for longest is captured anew when it comes again. */
const MOST_SIGNATURES = 8

interface Output {
  /** Position among the function's results, or null for an input that is handed through. */
  readonly result: number | null
  readonly input: number | null
  readonly dtype: number
  readonly tensorDtype: DataType
  readonly shape: readonly number[]
}

interface Captured {
  readonly name: string
  /** False once XLA turned out to have no kernel for something in it. */
  xla: boolean
  readonly inputs: readonly { dtype: number; shape: readonly number[] }[]
  readonly outputs: readonly Output[]
}

export interface CompileOptions {
  /** Compile with XLA, what it can compile. Off where it is left out, unless COTEJO_XLA=1 asks for it. */
  xla?: boolean
}

let functionCount = 0

/** Makes the `compile` of a `Compute` over one binding. */
export function createCompiler(
  native: Binding,
  recorder: Recorder,
  backend: TensorflowBackend,
  options: CompileOptions,
) {
  /** Runs `fn` eagerly and defines the function of what it did. */
  function capture(name: string, fn: TensorFunction, inputs: readonly Tensor[]): [Captured, Tensor[]] {
    const metadata = inputs.map((input, i) => backend.metadataOf(input, `${name}: input ${i}`))
    const inputOf = new Map(metadata.map(({ id }, i) => [id, i]))
    const unique = `${name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^[^A-Za-z]*/, 'f')}_${functionCount++}`
    let results: Tensor[] = []
    let outputs: Output[] = []
    try {
      recorder.record(
        name,
        metadata,
        () => {
          results = backend.captured(name, () => tf.tidy(() => fn(inputs).map((one) => owned(one, inputs))))
          const places = new Map<number, number>()
          outputs = results.map((tensor, i) => {
            const { id, dtype, shape } = backend.metadataOf(tensor, `${name}: output ${i}`)
            const about = { dtype, shape, tensorDtype: tensor.dtype }
            const input = inputOf.get(id)
            if (input !== undefined) return { ...about, result: null, input }
            if (!places.has(id)) places.set(id, places.size)
            return { ...about, result: places.get(id)!, input: null }
          })
          return [...places.keys()]
        },
        (body) => native.defineFunction(unique, body),
      )
    } catch (error) {
      tf.dispose(results)
      throw error
    }
    return [
      {
        name: unique,
        xla: options.xla ?? false,
        inputs: metadata.map(({ dtype, shape }) => ({ dtype, shape })),
        outputs,
      },
      results,
    ]
  }

  function execute(captured: Captured, ids: readonly number[]): number[] {
    if (captured.xla) {
      try {
        return native.runFunction(captured.name, ids, true)
      } catch {
        // XLA knows fewer operations than TensorFlow. Whatever else is wrong is wrong without it, too, and said below.
        captured.xla = false
      }
    }
    return native.runFunction(captured.name, ids)
  }

  function replay(captured: Captured, ids: readonly number[], inputs: readonly Tensor[]): Tensor[] {
    const results = execute(captured, ids)
    const made: (Tensor | undefined)[] = new Array(results.length)
    return captured.outputs.map(({ result, input, dtype, shape, tensorDtype }) => {
      if (result === null) return inputs[input!]!.clone()
      const twin = made[result]
      if (twin) return twin.clone()
      return (made[result] = backend.adopt(results[result]!, dtype, shape, tensorDtype))
    })
  }

  return function compile(name: string, fn: TensorFunction): CompiledFunction {
    /** Most recently used first. */
    let known: Captured[] = []
    let disposed = false

    return {
      run(inputs) {
        if (disposed) throw new Error(`${name} was disposed`)
        const metadata = inputs.map((input, i) => backend.metadataOf(input, `${name}: input ${i}`))
        const found = known.find((one) => matches(one, metadata))
        if (!found) {
          const [captured, results] = capture(name, fn, inputs)
          known = [captured, ...known]
          for (const old of known.splice(MOST_SIGNATURES)) native.removeFunction(old.name)
          return results
        }
        if (known[0] !== found) known = [found, ...known.filter((one) => one !== found)]
        return replay(
          found,
          metadata.map(({ id }) => id),
          inputs,
        )
      },
      dispose() {
        disposed = true
        for (const { name: one } of known) native.removeFunction(one)
        known = []
      },
    }
  }
}

function matches(
  captured: Captured,
  inputs: readonly { dtype: number; shape: readonly number[] }[],
): boolean {
  const wanted = captured.inputs
  if (wanted.length !== inputs.length) return false
  for (let i = 0; i < wanted.length; i++) {
    const a = wanted[i]!
    const b = inputs[i]!
    if (a.dtype !== b.dtype || a.shape.length !== b.shape.length) return false
    for (let d = 0; d < a.shape.length; d++) if (a.shape[d] !== b.shape[d]) return false
  }
  return true
}
